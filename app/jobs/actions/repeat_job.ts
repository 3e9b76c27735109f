import { jobsOf } from '#jobs/queries/jobs_of'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'

/** Runs a failed job once more from its start. */
export default async function repeatJob(ctx: ActorContext, input: { id: number }) {
  const job = await jobsOf(ctx.actor).where('id', input.id).first()
  if (!job) throw new NotFound('没有这项任务。')
  const repeated = await jobsOf(ctx.actor)
    .where({ id: input.id, status: 'failed' })
    .update({ status: 'queued', failures: 0, run_after: null, error: null, finished_at: null })
  if (Number(repeated) === 0) throw new Refusal('status', '只有失败的任务可以重新执行。')
}
