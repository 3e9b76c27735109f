import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { mayRead } from '#approvals/scope'
import { enqueue } from '#jobs/enqueue'
import type { ActorContext } from '#web/actor'
import { NotFound } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface ReviewOrder {
  ids: number[]
  decision: 'approve' | 'return'
  opinion: string
  fields?: Record<string, string>
}

/** Orders one opinion for several cases (HB-16, HB-17); answers the job that gives it. */
export default async function reviewMany(ctx: ActorContext, order: ReviewOrder): Promise<number> {
  const count = order.ids.length
  const cases = await Application.findMany(order.ids)
  // the outcome names the cases that could not be decided: nobody learns names of others by it
  if (cases.length < count || cases.some((each) => !mayRead(ctx.actor, each))) throw new NotFound()
  return db.transaction(async (trx) => {
    const [id] = await trx.table('review_orders').insert({
      account_id: ctx.actor.accountId,
      decision: order.decision,
      opinion: order.opinion,
      fields: JSON.stringify(order.fields ?? {}),
      application_ids: JSON.stringify(order.ids),
      created_at: stamp(ctx),
    })
    return enqueue(
      ctx,
      {
        kind: 'approvals.review_many',
        key: `approvals.review_many:${id}`,
        label: `${order.decision === 'approve' ? '批量审核' : '批量退回'}（${count} 份）`,
        payload: { orderId: id },
        total: count,
      },
      trx
    )
  })
}
