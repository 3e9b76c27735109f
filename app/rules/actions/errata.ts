import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { enqueue } from '#jobs/enqueue'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/**
 * Begins the dry run of an erratum: what would happen if a running batch went over to later rules. Nothing changes yet.
 * Answers the job's id.
 */
export async function checkErratum(
  ctx: ActorContext,
  input: { batchId: number; number: number; reason: string }
) {
  const batch = await db.from('batches').where('id', input.batchId).first()
  const target = await db.from('rulesets').where('number', input.number).select('id').first()
  if (!batch || !target) throw new NotFound('没有这个批次或这个版本的规则。')
  if (Number(batch.ruleset_id) === Number(target.id))
    throw new Refusal('same', `“${batch.name}”采用的就是第 ${input.number} 版规则。`)
  return db.transaction(async (trx) => {
    const [id] = await trx.table('ruleset_errata').insert({
      batch_id: batch.id,
      from_id: batch.ruleset_id,
      to_id: target.id,
      reason: input.reason,
      created_by: ctx.actor.name,
      created_at: stamp(ctx),
    })
    return enqueue(
      ctx,
      {
        kind: 'rules.check_erratum',
        key: `rules.check_erratum:${id}`,
        label: `勘误预演：${batch.name}改用第 ${input.number} 版规则`,
        payload: { erratumId: id },
      },
      trx
    )
  })
}

/**
 * Carries an erratum out after its dry run: the batch and the cases that go along take the later rules, in one
 * transaction. A case that was touched since the dry run keeps the rules it has. Answers how many went over.
 */
export async function applyErratum(ctx: ActorContext, id: number): Promise<number> {
  return db.transaction(async (trx) => {
    const erratum = await trx.from('ruleset_errata').where('id', id).forUpdate().first()
    if (!erratum) throw new NotFound('没有这次勘误。')
    if (erratum.status !== 'checked')
      throw new Refusal(
        'status',
        erratum.status === 'applied' ? '这次勘误已经生效。' : '预演还没有完成。'
      )
    const batch = await trx
      .from('batches')
      .where({ id: erratum.batch_id, ruleset_id: erratum.from_id })
      .update({ ruleset_id: erratum.to_id })
    if (Number(batch) === 0)
      throw new Refusal('batch', '预演之后这个批次的规则已有变化，请重新预演。')
    const [{ affectedRows }] = await trx.rawQuery(
      `update applications a join ruleset_erratum_cases c on c.application_id = a.id
          set a.ruleset_id = ?, a.version = a.version + 1
        where c.erratum_id = ? and c.verdict = 'moves' and a.ruleset_id = ? and a.version = c.seen_version`,
      [erratum.to_id, id, erratum.from_id]
    )
    await trx
      .from('ruleset_errata')
      .where('id', id)
      .update({
        status: 'applied',
        moved: affectedRows,
        applied_by: ctx.actor.name,
        applied_at: stamp(ctx),
      })
    await audit(
      ctx,
      {
        action: 'ruleset.erratum_applied',
        objectType: 'ruleset_erratum',
        objectId: id,
        detail: { moved: affectedRows },
      },
      trx
    )
    return affectedRows as number
  })
}
