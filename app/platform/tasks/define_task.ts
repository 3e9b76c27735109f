import { randomBytes } from 'node:crypto'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Actor } from '#web/actor'
import { Refusal } from '#web/refusal'

/** What a task leaves for the operator: a sentence, and a line for each piece of work. */
export interface TaskResult {
  message: string
  lines?: { label: string; text: string; ok: boolean }[]
}

export interface TaskRun {
  payload: Record<string, string>
  operator: string
  progress(done: number, total?: number): Promise<void>
}

/** Idempotent: after a kill it runs again from its start. */
type Work = (run: TaskRun) => Promise<TaskResult>

/** A run that shows no life for so long is begun again by another worker. */
const LOST_AFTER_SECONDS = 60
const HEARTBEAT_MS = 5_000
const MOST_ATTEMPTS = 3

const works = new Map<string, Work>()
const platform = () => db.connection('platform')
const now = () => DateTime.utc().toFormat('yyyy-MM-dd HH:mm:ss.SSS')

export function defineTask(kind: string, work: Work) {
  if (works.has(kind)) throw new Error(`task defined twice: ${kind}`)
  works.set(kind, work)
}

/** Long work of the instance itself, in the platform's database; the workers do it. */
export async function startTask(
  actor: Pick<Actor, 'name'>,
  task: { kind: string; label: string; tenant?: string; payload?: Record<string, string> }
): Promise<number> {
  const open = platform()
    .from('operator_tasks')
    .where({ kind: task.kind })
    .whereIn('status', ['queued', 'running'])
  const known = await (task.tenant ? open.where('tenant', task.tenant) : open).first()
  if (known) throw new Refusal('running', `“${known.label}”还在进行，请等它结束。`)
  const [id] = await platform()
    .table('operator_tasks')
    .insert({
      kind: task.kind,
      label: task.label,
      tenant: task.tenant ?? null,
      payload: JSON.stringify(task.payload ?? {}),
      operator: actor.name,
      created_at: now(),
    })
  return id
}

/** Puts a failed task back into the line. */
export async function repeatTask(id: number) {
  const changed = await platform()
    .from('operator_tasks')
    .where({ id, status: 'failed' })
    .update({ status: 'queued', attempts: 0, error: null, finished_at: null, claim: null })
  if (Number(changed) === 0) throw new Refusal('status', '只有失败的任务可以重新执行。')
}

/** Takes the oldest waiting task and does it; answers whether there was one. */
export async function runTask(): Promise<boolean> {
  const claim = randomBytes(16).toString('hex')
  const [{ affectedRows }] = await platform().rawQuery(
    `update operator_tasks set status = 'running', claim = ?, attempts = attempts + 1, heartbeat_at = utc_timestamp(3)
      where status = 'queued' or (status = 'running' and heartbeat_at < utc_timestamp(3) - interval ? second)
      order by id limit 1`,
    [claim, LOST_AFTER_SECONDS]
  )
  if (affectedRows === 0) return false
  const mine = () => platform().from('operator_tasks').where('claim', claim)
  const task = await mine().firstOrFail()
  const heart = setInterval(() => {
    // a missed beat is made up by the next one
    void mine()
      .update({ heartbeat_at: now() })
      .catch(() => undefined)
  }, HEARTBEAT_MS)
  try {
    const work = works.get(task.kind)
    if (!work || task.attempts > MOST_ATTEMPTS)
      throw new Refusal('lost', '任务多次中断，未能完成。')
    const result = await work({
      payload: typeof task.payload === 'string' ? JSON.parse(task.payload) : task.payload,
      operator: task.operator,
      progress: async (done, total) => {
        await mine().update({ done, ...(total !== undefined && { total }), heartbeat_at: now() })
      },
    })
    const isSound = !result.lines?.some(({ ok }) => !ok)
    await mine().update({
      status: isSound ? 'done' : 'failed',
      error: isSound ? null : result.message,
      result: JSON.stringify(result),
      finished_at: now(),
    })
  } catch (error) {
    const isRefusal = error instanceof Refusal
    if (!isRefusal) logger.error({ err: error, task: task.id, kind: task.kind }, 'task failed')
    await mine().update({
      status: 'failed',
      error: isRefusal ? error.message : '执行时出现意外错误，详情见服务器日志；可以重新执行。',
      finished_at: now(),
    })
  } finally {
    clearInterval(heart)
  }
  return true
}

/** Everything that waits, here and now: for tests. */
export async function runTasks() {
  while (await runTask());
}

const moment = (at: Date | null) =>
  at && DateTime.fromJSDate(at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm:ss')

export function taskCard(row: Record<string, any>) {
  return {
    id: Number(row.id),
    kind: row.kind as string,
    label: row.label as string,
    tenant: row.tenant as string | null,
    status: row.status as 'queued' | 'running' | 'done' | 'failed',
    done: row.done as number,
    total: row.total as number,
    error: row.error as string | null,
    result: (typeof row.result === 'string'
      ? JSON.parse(row.result)
      : row.result) as TaskResult | null,
    operator: row.operator as string,
    createdAt: moment(row.created_at)!,
    finishedAt: moment(row.finished_at),
  }
}
export type TaskCard = ReturnType<typeof taskCard>
