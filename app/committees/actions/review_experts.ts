import db from '@adonisjs/lucid/services/db'
import { keepForLog, logWaiting } from '#audit/audit'
import { recordDecisions } from '#committees/actions/expert_events'
import { expertsOf } from '#committees/scope'
import { enqueue } from '#jobs/enqueue'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface ExpertDecision {
  ids: number[]
  decision: 'approve' | 'refuse'
  opinion?: string | null
}

/** Decides on profiles handed in, one or many with one opinion (HB-49); all of them or none. */
export default async function reviewExperts(ctx: ActorContext, input: ExpertDecision) {
  const ids = [...new Set(input.ids)]
  if (input.decision === 'refuse' && !input.opinion)
    throw new Refusal('opinion', '请填写审核意见', [
      { field: 'opinion', message: '请说明不通过的原因' },
    ])
  const mine = await expertsOf(
    db.from('experts as e').whereIn('e.id', ids).select('e.id'),
    ctx.actor
  )
  if (mine.length !== ids.length) throw new NotFound('没有这位专家。')
  const status = input.decision === 'approve' ? 'approved' : 'refused'
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('experts')
      .whereIn('id', ids)
      .where('status', 'pending')
      .update({
        status,
        opinion: input.opinion ?? null,
        decided_by: ctx.actor.name,
        decided_at: stamp(ctx),
        version: db.raw('version + 1'),
      })
    if (Number(changed) !== ids.length)
      throw new StaleRefusal('所选专家中有的已被审核或已撤回，请刷新后重新选择。')
    const eventIds = await recordDecisions(ctx, ids, status, input.opinion ?? null, trx)
    await enqueue(
      ctx,
      {
        kind: 'notifications.experts',
        key: `expert-review:${eventIds[0]}`,
        label: `通知专家审核结果（${ids.length} 人）`,
        payload: { eventIds },
        total: ids.length,
      },
      trx
    )
    await keepForLog(
      ctx,
      ids.map((id) => ({ action: `expert.${status}`, objectType: 'expert', objectId: id })),
      trx
    )
  })
  await logWaiting()
  return ids.length
}
