import db from '@adonisjs/lucid/services/db'
import review from '#approvals/actions/review'
import { defineJob } from '#jobs/define_job'
import { sideBySide } from '#jobs/side_by_side'
import { Refusal } from '#web/refusal'

/** told every so many cases */
const STEP = 20

const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)

/** Each case is decided by itself; what could not be decided is named with its reason. */
defineJob<{ orderId: number }>({
  kind: 'approvals.review_many',
  async handle({ payload, ctx, progress }) {
    const order = await db.from('review_orders').where('id', payload.orderId).firstOrFail()
    const ids: number[] = parsed(order.application_ids)
    const failures: { label: string; reason: string }[] = []
    let done = 0
    await sideBySide(ids, async (id) => {
      try {
        // a run that was killed and began again finds what it did already
        if (!(await decidedSince(id, order)))
          await review(ctx, id, {
            decision: order.decision,
            opinion: order.opinion,
            ...(order.decision === 'approve' && { fields: parsed(order.fields) }),
          })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        failures.push({ label: await labelOf(id), reason: error.message })
      }
      done++
      if (done % STEP === 0 || done === ids.length)
        await progress(done, { failed: failures.length, total: ids.length })
    })
    const word = order.decision === 'approve' ? '已通过' : '已退回'
    const rest = failures.length > 0 ? `，${failures.length} 份未处理` : ''
    return {
      message: `${word} ${ids.length - failures.length} 份${rest}`,
      to: '/reviews',
      failures,
    }
  },
})

const decidedSince = async (
  id: number,
  order: { account_id: number; decision: string; created_at: Date }
) =>
  (await db
    .from('application_events')
    .where({ application_id: id, account_id: order.account_id, type: order.decision })
    .where('at', '>=', order.created_at)
    .whereNull('undone_by')
    .first()) !== null

async function labelOf(id: number) {
  const row = await db.from('applications').where('id', id).select('code', 'person_name').first()
  return row ? `${row.person_name}（${row.code}）` : String(id)
}
