import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { forgetRulesets } from '#batches/queries/rulesets'
import { rulesetFaults } from '#province/check_ruleset'
import { CONTRACT_VERSION, type DocumentTemplate } from '#province/define_province'
import { provinceOf } from '#province/registry'
import type { Ruleset } from '#province/ruleset'
import type { ActorContext } from '#web/actor'
import { forgetBrand } from '#web/brand'
import { Refusal } from '#web/refusal'
import { rolesOfTenant } from '#web/roles'
import { stamp } from '#web/stamp'

export interface PublishInput {
  document: Ruleset
  words: Record<string, string>
  templates: Record<string, DocumentTemplate>
  note: string
}

/** Publishes rules under the next number; the same content again gives the number it already has. */
export default async function publishRuleset(
  ctx: ActorContext,
  input: PublishInput
): Promise<number> {
  const { strategies } = provinceOf(ctx.tenant.province)
  const roles = await rolesOfTenant()
  const faults = rulesetFaults(input.document, { roles, strategies, templates: input.templates })
  if (faults.length > 0)
    throw new Refusal('ruleset', `规则有 ${faults.length} 处错误，不能发布：${faults[0]}`)
  const content = [input.document, input.words, input.templates].map(canonical)
  const checksum = createHash('sha256').update(content.join('\n')).digest('hex')
  const id = await db.transaction(async (trx) => {
    const last = await trx
      .from('rulesets')
      .orderBy('number', 'desc')
      .select('id', 'number', 'checksum')
      .forUpdate()
      .first()
    if (last?.checksum === checksum) return last.id as number
    const [created] = await trx.table('rulesets').insert({
      number: (last?.number ?? 0) + 1,
      checksum,
      document: content[0],
      words: content[1],
      templates: content[2],
      contract_version: CONTRACT_VERSION,
      note: input.note,
      published_by: ctx.actor.name,
      published_at: stamp(ctx),
    })
    return created as number
  })
  forgetRulesets(ctx.tenant.slug)
  forgetBrand()
  return id
}

/** JSON with sorted keys: equal content has equal text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each
  )
}
