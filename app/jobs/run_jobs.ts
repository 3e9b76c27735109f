import db from '@adonisjs/lucid/services/db'
import { runJob } from '#jobs/run_job'

/** Runs what waits in the current tenant's outbox here and now, without the queue: for set-up, demo and tests. */
export async function runJobs(): Promise<number> {
  let ran = 0
  for (;;) {
    const waiting = await db
      .from('jobs')
      .whereIn('status', ['queued', 'sent'])
      .where((query) => query.whereNull('run_after').orWhereRaw('run_after <= utc_timestamp(3)'))
      .orderBy('id')
      .limit(200)
      .select('id')
    if (waiting.length === 0) return ran
    for (const { id } of waiting) if (await runJob(Number(id))) ran++
  }
}
