import type { ActorContext } from '#web/actor'

/** What a job leaves behind for the person who started it. */
export interface JobResult {
  /** one Chinese sentence with counts */
  message: string
  /** where its outcome is seen */
  to?: string
  /** what could not be done, each with its reason */
  failures?: { label: string; reason: string }[]
}

export interface JobRun<Payload> {
  id: number
  payload: Payload
  /** the account that started the job, or the system */
  ctx: ActorContext
  /** Tells how far the work is; throws when another run has taken the job over. */
  progress(done: number, more?: { failed?: number; total?: number }): Promise<void>
}

export interface JobDefinition<Payload> {
  /** `<module>.<verb>`, stored with the job */
  kind: string
  /** runs by itself in every province, once in each period of so many minutes */
  everyMinutes?: number
  /** shown where the job runs by itself */
  label?: string
  /** Idempotent: after a kill it runs again from the start. A `Refusal` ends the job, anything else is tried again. */
  handle(run: JobRun<Payload>): Promise<JobResult | void>
}

const definitions = new Map<string, JobDefinition<never>>()

export function defineJob<Payload>(definition: JobDefinition<Payload>) {
  if (definitions.has(definition.kind)) throw new Error(`job defined twice: ${definition.kind}`)
  definitions.set(definition.kind, definition as JobDefinition<never>)
  return definition
}

export function jobDefinition(kind: string): JobDefinition<unknown> {
  const definition = definitions.get(kind)
  if (!definition) throw new Error(`no job ${kind}: is it imported in start/jobs.ts?`)
  return definition as unknown as JobDefinition<unknown>
}

export const scheduledJobs = () =>
  [...definitions.values()].filter(({ everyMinutes }) => everyMinutes !== undefined)
