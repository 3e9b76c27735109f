import db from '@adonisjs/lucid/services/db'
import { defineJob } from '#jobs/define_job'
import apply from '#lifecycle/apply'
import { today } from '#web/actor'
import { Refusal } from '#web/refusal'

const AT_ONCE = 200

/** Who does not correct in time gives up (R19); each case is decided by itself, so a kill in between loses nothing. */
export default defineJob({
  kind: 'applications.expire',
  label: '逾期未补正的申报视为放弃',
  everyMinutes: 60,
  async handle({ ctx, progress }) {
    const overdue = await db
      .from('work_items')
      .where('status', 'open')
      .where('due_on', '<', today(ctx))
      .where('task', 'correct')
      .orderBy('id')
      .select('application_id')
      .limit(AT_ONCE)
    let expired = 0
    for (const [index, { application_id: id }] of overdue.entries()) {
      try {
        await apply(ctx, { applicationId: Number(id), command: { type: 'expire' } })
        expired++
      } catch (error) {
        // submitted or extended in the meantime
        if (!(error instanceof Refusal)) throw error
      }
      await progress(index + 1, { total: overdue.length })
    }
    return { message: `已将 ${expired} 份逾期未补正的申报视为放弃` }
  },
})
