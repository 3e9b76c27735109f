import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Application from '#applications/models/application'
import { rulesetById } from '#batches/queries/rulesets'
import { enqueue } from '#jobs/enqueue'
import type { Command } from '#lifecycle/commands'
import { decide, type Facts, type Snapshot, type WorkItem } from '#lifecycle/decide'
import { rollbackOf } from '#lifecycle/rollback'
import type { Stage } from '#lifecycle/stages'
import { transitionOf } from '#lifecycle/transitions'
import { transaction } from '#tenancy/transaction'
import { today, type ActorContext } from '#web/actor'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface ApplyInput {
  applicationId: number
  command: Command
  /** version the person saw; another one means somebody was faster */
  expectedVersion?: number
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
  return input.trx ? write(ctx, input, input.trx) : transaction((trx) => write(ctx, input, trx))
}

async function write(ctx: ActorContext, input: ApplyInput, trx: TransactionClientContract) {
  const application = await Application.query({ client: trx })
    .where('id', input.applicationId)
    .forUpdate()
    .first()
  if (!application) throw new NotFound()
  if (input.expectedVersion !== undefined && input.expectedVersion !== application.version)
    throw new StaleRefusal()
  await input.alongside?.(trx, application)
  const before = factsOf(application)
  const { ruleset } = await rulesetById(application.rulesetId)
  const at = stamp(ctx)
  const decision =
    input.command.type === 'rollback'
      ? await rollbackOf(trx, application, input.command)
      : decide(await snapshot(trx, application, before), input.command, {
          rules: ruleset,
          today: today(ctx),
          at,
        })
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
  await trx.table('application_events').insert({
    application_id: application.id,
    sequence,
    type: input.command.type,
    payload: JSON.stringify(decision.payload),
    before: JSON.stringify(changedBefore(before, changes)),
    stage_before: before.stage,
    stage_after: application.stage,
    account_id: ctx.actor.accountId,
    actor_name: ctx.actor.name,
    organization_id: ctx.actor.organizationId,
    organization_name: ctx.actor.organizationName,
    at,
  })
  await moveWork(trx, ctx, application.id, input.command.type, decision.open, decision.held, at)
  if (input.command.type === 'rollback' || transitionOf(input.command.type)?.announced)
    await enqueue(
      ctx,
      {
        kind: 'notifications.announce',
        key: `announce:${application.id}:${sequence}`,
        label: '通知申报人',
        payload: { applicationId: application.id, sequence },
      },
      trx
    )
  return application
}

const factsOf = (application: Application) =>
  Object.fromEntries(FACTS.map((name) => [name, application[name]])) as unknown as Facts

/** The old values of what a command changed: the base of its inverse. */
const changedBefore = (before: Facts, changes: Partial<Facts>) =>
  Object.fromEntries(
    Object.keys(changes).map((name) => [name, before[name as keyof Facts] ?? null])
  )

async function snapshot(
  trx: TransactionClientContract,
  application: Application,
  facts: Facts
): Promise<Snapshot> {
  const events = await trx
    .from('application_events')
    .where('application_id', application.id)
    .whereNull('undone_by')
    .orderBy('sequence', 'desc')
    .select('type', 'payload')
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

async function moveWork(
  trx: TransactionClientContract,
  ctx: ActorContext,
  applicationId: number,
  decision: string,
  next: WorkItem | null,
  held: boolean,
  at: string
) {
  await trx
    .from('work_items')
    .where('application_id', applicationId)
    .whereIn('status', ['open', 'held'])
    .update({ status: 'done', done_by: ctx.actor.accountId, decision, done_at: at })
  if (!next) return
  await trx.table('work_items').insert({
    application_id: applicationId,
    task: next.task,
    cause: decision,
    organization_id: next.organizationId,
    role: next.role,
    account_id: next.accountId,
    status: held ? 'held' : 'open',
    due_on: next.dueOn,
    created_at: at,
  })
}
