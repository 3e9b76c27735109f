import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import { enqueue } from '#jobs/enqueue'
import { provinceOf } from '#province/registry'
import { draftFaults } from '#rules/faults'
import { draftById } from '#rules/queries/drafts'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { rolesOfTenant } from '#web/roles'
import { stamp } from '#web/stamp'

/** Asks for a simulation of a draft on the newest applications; answers the job's id. */
export async function startSimulation(ctx: ActorContext, draftId: number, sample: number) {
  const draft = await draftById(draftId)
  const { strategies } = provinceOf(ctx.tenant.province)
  const faults = draftFaults(draft, { roles: await rolesOfTenant(), strategies })
  if (faults.length > 0)
    throw new Refusal('faults', `草稿还有 ${faults.length} 处问题，更正后才能试算。`)
  const current = await currentRuleset()
  return db.transaction(async (trx) => {
    const [id] = await trx.table('ruleset_simulations').insert({
      draft_id: draftId,
      draft_version: draft.version,
      ruleset_id: current.id,
      sample,
      counts: '{}',
      created_by: ctx.actor.name,
      created_at: stamp(ctx),
    })
    return enqueue(
      ctx,
      {
        kind: 'rules.simulate',
        key: `rules.simulate:${id}`,
        label: `规则试算：${draft.name}`,
        payload: { simulationId: id },
        total: sample,
      },
      trx
    )
  })
}
