import db from '@adonisjs/lucid/services/db'
import { defineJob } from '#jobs/define_job'

const KEPT_DAYS = 90
const AT_ONCE = 1_000

/** Forgets jobs that ended long ago; failed ones stay until somebody has dealt with them. */
defineJob({
  kind: 'jobs.purge_ended',
  label: '清理已完成的任务记录',
  everyMinutes: 24 * 60,
  async handle() {
    let removed = 0
    for (;;) {
      const [{ affectedRows }] = await db.rawQuery(
        "delete from jobs where status = 'done' and finished_at < utc_timestamp() - interval ? day limit ?",
        [KEPT_DAYS, AT_ONCE]
      )
      removed += affectedRows
      if (affectedRows < AT_ONCE) return { message: `已清理 ${removed} 条任务记录` }
    }
  },
})
