import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { actorOfAccount } from '#identity/actor_of_account'
import Account from '#identity/models/account'
import { jobDefinition, type JobResult } from '#jobs/define_job'
import { now } from '#tenancy/clock'
import { requireTenant } from '#tenancy/context'
import { systemContext, type ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

/** A run that shows no sign of life for this long is taken over. */
export const LOST_AFTER_SECONDS = 15
const HEARTBEAT_MS = 3_000
const PAUSES_SECONDS = [1, 5, 30, 120]
/** ends a job that takes its worker down each time */
const MOST_ATTEMPTS = 30

class TakenOver extends Error {}

/**
 * Runs a job of the current tenant if nobody else does. The number of the attempt is a fencing token: a run that was
 * taken over can't write its progress or end any more. Answers whether it ran.
 */
export async function runJob(id: number): Promise<boolean> {
  const claimed = await db.rawQuery(
    `update jobs set status = 'running', attempts = attempts + 1, heartbeat_at = utc_timestamp(3)
      where id = ? and (status in ('queued', 'sent') or (status = 'running' and heartbeat_at < utc_timestamp(3) - interval ? second))
        and (run_after is null or run_after <= utc_timestamp(3))`,
    [id, LOST_AFTER_SECONDS]
  )
  if (claimed[0].affectedRows === 0) return false
  const job = await db.from('jobs').where('id', id).firstOrFail()
  const mine = () => db.from('jobs').where({ id, attempts: job.attempts, status: 'running' })
  const databaseTime = () =>
    db.rawQuery('select utc_timestamp(3) as now').then(([[row]]) => row.now)
  const heart = setInterval(() => {
    // a missed beat is made up by the next one
    void db
      .rawQuery('update jobs set heartbeat_at = utc_timestamp(3) where id = ? and attempts = ?', [
        id,
        job.attempts,
      ])
      .catch(() => undefined)
  }, HEARTBEAT_MS)
  try {
    const result = await jobDefinition(job.kind).handle({
      id,
      payload: typeof job.payload === 'string' ? JSON.parse(job.payload) : job.payload,
      ctx: await contextOf(job.account_id),
      progress: async (done, more = {}) => {
        const written = await mine().update({ done, ...more, heartbeat_at: await databaseTime() })
        if (Number(written) === 0) throw new TakenOver()
      },
    })
    await mine().update({
      status: 'done',
      error: null,
      result: JSON.stringify((result ?? null) satisfies JobResult | null),
      finished_at: await databaseTime(),
    })
  } catch (error) {
    if (!(error instanceof TakenOver)) await failed(job, error)
  } finally {
    clearInterval(heart)
  }
  return true
}

async function failed(job: Record<string, any>, error: unknown) {
  // the database going away under a run is no fault of the work's, however often it happens
  const wasCutOff = (error as { fatal?: boolean }).fatal === true
  const failures = Number(job.failures) + (wasCutOff ? 0 : 1)
  const pause = PAUSES_SECONDS[Math.max(failures - 1, 0)]
  const isRefusal = error instanceof Refusal
  const again = !isRefusal && pause !== undefined && job.attempts < MOST_ATTEMPTS
  if (!isRefusal)
    logger.error(
      { err: error, job: job.id, kind: job.kind, tenant: requireTenant().slug, failures },
      'job failed'
    )
  await db.rawQuery(
    `update jobs set status = ?, failures = ?, error = ?, run_after = utc_timestamp(3) + interval ? second,
       finished_at = if(?, null, utc_timestamp(3)) where id = ? and attempts = ? and status = 'running'`,
    [
      again ? 'queued' : 'failed',
      failures,
      isRefusal ? error.message : '处理时出现意外错误，请重新执行；再次失败请联系管理员。',
      again ? pause : 0,
      again ? 1 : 0,
      job.id,
      job.attempts,
    ]
  )
}

async function contextOf(accountId: number | null): Promise<ActorContext> {
  const account = accountId ? await Account.find(accountId) : null
  if (!account) return systemContext()
  return {
    actor: await actorOfAccount(account),
    tenant: requireTenant(),
    now,
    requestId: null,
  }
}
