import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ActorContext } from '#web/actor'
import { stamp } from '#web/stamp'

export const EXPERT_EVENTS = {
  added: '加入评委库',
  removed: '移出评委库',
  submitted: '提交审批',
  approved: '审核通过',
  refused: '审核不通过',
  reopened: '重新修改',
  credit: '登记失信记录',
  released: '解除失信记录',
} as const

/** What happened to an expert in the pool (流转日志). */
export function recordExpertEvent(
  ctx: ActorContext,
  expertId: number,
  kind: keyof typeof EXPERT_EVENTS,
  text: string | null,
  client: TransactionClientContract | typeof db = db
) {
  return client.table('expert_events').insert({
    expert_id: expertId,
    kind,
    text,
    actor_name: ctx.actor.name,
    at: stamp(ctx),
  })
}

/** The same decision on many experts in one statement; answers the events' ids, for whoever tells of them. */
export async function recordDecisions(
  ctx: ActorContext,
  expertIds: number[],
  kind: 'approved' | 'refused',
  text: string | null,
  trx: TransactionClientContract
): Promise<number[]> {
  const at = stamp(ctx)
  await trx
    .table('expert_events')
    .multiInsert(
      expertIds.map((id) => ({ expert_id: id, kind, text, actor_name: ctx.actor.name, at }))
    )
  const rows = await trx
    .from('expert_events')
    .whereIn('expert_id', expertIds)
    .where('kind', kind)
    .groupBy('expert_id')
    .max('id as id')
  return rows.map(({ id }) => Number(id))
}
