import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { JobResult } from '#jobs/define_job'
import type { Actor } from '#web/actor'

export const JOB_STATUSES = ['queued', 'sent', 'running', 'done', 'failed'] as const

/** Jobs an actor may see: those he started; all of them with `jobs.manage`. */
export function jobsOf(actor: Actor) {
  const query = db.from('jobs')
  return actor.can('jobs.manage') ? query : query.where('account_id', actor.accountId!)
}

/** What the clock starts is listed only where it failed, or when asked for. */
export function listJobs(actor: Actor, filters: { status?: string; origin?: string }) {
  const query = jobsOf(actor).orderBy('id', 'desc')
  const { status } = filters
  if (JOB_STATUSES.includes(status as never))
    query.whereIn('status', status === 'queued' ? ['queued', 'sent'] : [status!])
  if (filters.origin === 'clock') query.whereNull('account_id')
  else query.where((shown) => shown.whereNotNull('account_id').orWhere('status', 'failed'))
  return query
}

const moment = (at: Date | null) =>
  at && DateTime.fromJSDate(at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm:ss')

export function jobCard(row: Record<string, any>) {
  const result = (
    typeof row.result === 'string' ? JSON.parse(row.result) : row.result
  ) as JobResult | null
  return {
    id: Number(row.id),
    label: row.label as string,
    status: (row.status === 'sent' ? 'queued' : row.status) as string,
    done: row.done as number,
    total: row.total as number,
    failed: row.failed as number,
    error: row.error as string | null,
    result,
    createdAt: moment(row.created_at)!,
    finishedAt: moment(row.finished_at),
  }
}
export type JobCard = ReturnType<typeof jobCard>
