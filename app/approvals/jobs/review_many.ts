import db from '@adonisjs/lucid/services/db'
import { reviewTogether } from '#approvals/actions/review'
import { defineJob } from '#jobs/define_job'
import { inChunks } from '#jobs/in_chunks'

const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)

/** Each case is decided by itself; what could not be decided is named with its reason. */
defineJob<{ orderId: number }>({
  kind: 'approvals.review_many',
  async handle({ payload, ctx, progress }) {
    const order = await db.from('review_orders').where('id', payload.orderId).firstOrFail()
    const ids = [...new Set<number>(parsed(order.application_ids))]
    const failures: { label: string; reason: string }[] = []
    const input = {
      decision: order.decision,
      opinion: order.opinion,
      ...(order.decision === 'approve' && { fields: parsed(order.fields) }),
    }
    // a run that was killed and began again finds what it did already
    const decided = await decidedSince(ids, order)
    await inChunks(
      ids.filter((id) => !decided.has(id)),
      {
        together: (trx, chunk) => reviewTogether(ctx, chunk, input, trx),
        refused: async (id, { message }) =>
          void failures.push({ label: await labelOf(id), reason: message }),
        told: (done) =>
          progress(decided.size + done, { failed: failures.length, total: ids.length }),
      }
    )
    const word = order.decision === 'approve' ? '已通过' : '已退回'
    const rest = failures.length > 0 ? `，${failures.length} 份未处理` : ''
    return {
      message: `${word} ${ids.length - failures.length} 份${rest}`,
      to: '/reviews',
      failures,
    }
  },
})

async function decidedSince(
  ids: number[],
  order: { account_id: number; decision: string; created_at: Date }
) {
  const rows = await db
    .from('application_events')
    .whereIn('application_id', ids)
    .where({ account_id: order.account_id, type: order.decision })
    .where('at', '>=', order.created_at)
    .whereNull('undone_by')
    .select('application_id')
  return new Set(rows.map((row) => Number(row.application_id)))
}

async function labelOf(id: number) {
  const row = await db.from('applications').where('id', id).select('code', 'person_name').first()
  return row ? `${row.person_name}（${row.code}）` : String(id)
}
