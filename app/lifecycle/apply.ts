import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Application from '#applications/models/application'
import { rulesetById } from '#batches/queries/rulesets'
import { enqueueMany } from '#jobs/enqueue'
import type { Command } from '#lifecycle/commands'
import { decide, type Decision, type Facts, type Snapshot } from '#lifecycle/decide'
import { rollbackOf } from '#lifecycle/rollback'
import type { Stage } from '#lifecycle/stages'
import { transitionOf } from '#lifecycle/transitions'
import { transaction } from '#tenancy/transaction'
import { today, type ActorContext } from '#web/actor'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/** What shall happen to one application. */
export interface Act {
  applicationId: number
  command: Command
  /** version the person saw; another one means somebody was faster */
  expectedVersion?: number
}

export interface ApplyInput extends Act {
  /** the caller's transaction, when more belongs to the same act */
  trx?: TransactionClientContract
  /** further checks and writes in the same transaction, after the lock and before the change */
  alongside?: (trx: TransactionClientContract, application: Application) => Promise<void>
}

const FACTS = [
  'stage',
  'route',
  'routeStep',
  'holderOrganizationId',
  'correction',
  'dueOn',
  'committeeId',
  'meetingId',
  'outcome',
  'tally',
  'publicityId',
  'publicityEndsOn',
  'filingId',
  'documentId',
  'certificateNumber',
  'certificateId',
] as const satisfies readonly (keyof Facts)[]

/**
 * The only writer of an application's stage: lock, version check, decision, change, event, work items, message job, in one
 * transaction. Throws the refusal of `decide`; a deadlock is tried again, since nothing was written.
 */
export default async function apply(ctx: ActorContext, input: ApplyInput): Promise<Application> {
  const { alongside, trx, ...act } = input
  const write = async (client: TransactionClientContract) => {
    const [written] = await applyTogether(
      ctx,
      [act],
      client,
      alongside && ((application) => alongside(client, application))
    )
    return written
  }
  return trx ? write(trx) : transaction(write)
}

/**
 * The same for many cases in the caller's transaction: each is decided by itself and logged by itself, but they are
 * locked, read and logged together. One refusal refuses all of them.
 */
export async function applyTogether(
  ctx: ActorContext,
  acts: readonly Act[],
  trx: TransactionClientContract,
  /** further checks and writes for a case, after what was written for those before it */
  alongside?: (application: Application) => Promise<void>
): Promise<Application[]> {
  const ids = acts.map(({ applicationId }) => applicationId)
  const locked = await Application.query({ client: trx })
    .whereIn('id', ids)
    .orderBy('id')
    .forUpdate()
  const byId = new Map(locked.map((application) => [application.id, application]))
  const applications = acts.map(({ applicationId, expectedVersion }) => {
    const application = byId.get(applicationId)
    if (!application) throw new NotFound()
    if (expectedVersion !== undefined && expectedVersion !== application.version)
      throw new StaleRefusal()
    return application
  })
  const at = stamp(ctx)
  const snapshotOf = await snapshots(trx, ids)
  const written: Written[] = []
  for (const [index, { command }] of acts.entries()) {
    await alongside?.(applications[index])
    written.push(await change(ctx, trx, applications[index], command, snapshotOf, at))
  }
  await trx.table('application_events').multiInsert(written.map(({ event }) => event))
  await moveWork(trx, ctx, written, at)
  await announce(ctx, trx, written)
  return applications
}

interface Written {
  applicationId: number
  type: Command['type']
  decision: Extract<Decision, { ok: true }>
  event: { sequence: number } & Record<string, unknown>
}

async function change(
  ctx: ActorContext,
  trx: TransactionClientContract,
  application: Application,
  command: Command,
  snapshotOf: (application: Application, facts: Facts) => Snapshot,
  at: string
): Promise<Written> {
  const before = factsOf(application)
  const { ruleset } = await rulesetById(application.rulesetId)
  const decision =
    command.type === 'rollback'
      ? await rollbackOf(trx, application, command)
      : decide(snapshotOf(application, before), command, { rules: ruleset, today: today(ctx), at })
  if (!decision.ok) throw new Refusal(decision.code, decision.message)

  const sequence = application.eventCount + 1
  const { submittedAt, ...changes } = decision.changes
  await application
    .useTransaction(trx)
    .merge({
      ...changes,
      eventCount: sequence,
      version: application.version + 1,
    } as Partial<Application>)
    .merge(submittedAt ? { submittedAt: ctx.now() } : {})
    .save()
  const event = {
    application_id: application.id,
    sequence,
    type: command.type,
    payload: JSON.stringify(decision.payload),
    before: JSON.stringify(changedBefore(before, changes)),
    stage_before: before.stage,
    stage_after: application.stage,
    account_id: ctx.actor.accountId,
    actor_name: ctx.actor.name,
    organization_id: ctx.actor.organizationId,
    organization_name: ctx.actor.organizationName,
    at,
  }
  return { applicationId: application.id, type: command.type, decision, event }
}

async function announce(
  ctx: ActorContext,
  trx: TransactionClientContract,
  written: readonly Written[]
) {
  const told = written.filter(({ type }) => type === 'rollback' || transitionOf(type)?.announced)
  await enqueueMany(
    ctx,
    told.map(({ applicationId, event: { sequence } }) => ({
      kind: 'notifications.announce',
      key: `announce:${applicationId}:${sequence}`,
      label: '通知申报人',
      payload: { applicationId, sequence },
    })),
    trx
  )
}

const factsOf = (application: Application) =>
  Object.fromEntries(FACTS.map((name) => [name, application[name]])) as unknown as Facts

/** The old values of what a command changed: the base of its inverse. */
const changedBefore = (before: Facts, changes: Partial<Facts>) =>
  Object.fromEntries(
    Object.keys(changes).map((name) => [name, before[name as keyof Facts] ?? null])
  )

/** What the log says of each case beside its row, read for all of them at once. */
async function snapshots(trx: TransactionClientContract, ids: number[]) {
  const rows = await trx
    .from('application_events')
    .whereIn('application_id', ids)
    .whereNull('undone_by')
    .orderBy('application_id')
    .orderBy('sequence', 'desc')
    .select(
      'application_id',
      'type',
      trx.raw("if(type = 'record_unit_publicity', payload, null) as payload")
    )
  const eventsOf = Map.groupBy(rows, (row) => Number(row.application_id))
  return (application: Application, facts: Facts): Snapshot => {
    const events = eventsOf.get(application.id) ?? []
    const submitted = events.findIndex(({ type }) => type === 'submit')
    const publicity = events.find(({ type }) => type === 'record_unit_publicity')
    const payload =
      publicity &&
      (typeof publicity.payload === 'string' ? JSON.parse(publicity.payload) : publicity.payload)
    return {
      ...facts,
      stage: application.stage as Stage,
      submittedAt: null,
      id: application.id,
      accountId: application.accountId,
      reviewedSinceSubmission: submitted > 0,
      unitPublicityEndsOn: payload?.endsOn ?? null,
    }
  }
}

async function moveWork(
  trx: TransactionClientContract,
  ctx: ActorContext,
  written: readonly Written[],
  at: string
) {
  for (const [type, cases] of Map.groupBy(written, (each) => each.type))
    await trx
      .from('work_items')
      .whereIn(
        'application_id',
        cases.map(({ applicationId }) => applicationId)
      )
      .whereIn('status', ['open', 'held'])
      .update({ status: 'done', done_by: ctx.actor.accountId, decision: type, done_at: at })
  const next = written.flatMap(({ applicationId, type, decision: { open, held } }) =>
    open
      ? {
          application_id: applicationId,
          task: open.task,
          cause: type,
          organization_id: open.organizationId,
          role: open.role,
          account_id: open.accountId,
          status: held ? 'held' : 'open',
          due_on: open.dueOn,
          created_at: at,
        }
      : []
  )
  if (next.length > 0) await trx.table('work_items').multiInsert(next)
}
