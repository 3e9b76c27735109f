import { randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Application from '#applications/models/application'
import audit from '#audit/audit'
import { currentRuleset, rulesetById } from '#batches/queries/rulesets'
import { addWorkDays } from '#catalogue/work_days'
import apply from '#lifecycle/apply'
import { bodyWith, hasRole, settleRoles } from '#results/roles'
import { sealValue } from '#tenancy/crypto'
import { today, type ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface LeadInput {
  publicityId: number
  /** about one person of the list; about the whole list without */
  applicationId?: number | null
  content: string
  /** left out by who stays anonymous */
  contact?: string | null
}

/** A lead from the public during the period, with or without a name (R35). Answers the code that asks for its outcome. */
export async function receiveLead(ctx: ActorContext, input: LeadInput): Promise<string> {
  const publicity = await db
    .from('publicities as p')
    .join('meetings as m', 'm.id', 'p.meeting_id')
    .where({ 'p.id': input.publicityId, 'p.status': 'open' })
    .where('p.ends_on', '>=', today(ctx))
    .select('p.id', 'p.organization_id', 'm.committee_id')
    .first()
  if (!publicity) throw new NotFound('这次公示已经结束，不再受理反映。')
  const about = input.applicationId
    ? await Application.query()
        .where({ id: input.applicationId, publicityId: publicity.id })
        .first()
    : null
  if (input.applicationId && !about) throw new NotFound('公示名单中没有这个人。')
  const { ruleset } = await currentRuleset()
  return insert(ctx, {
    source: 'public',
    organizationId: publicity.organization_id,
    committeeId: publicity.committee_id,
    publicityId: publicity.id,
    applicationId: about?.id ?? null,
    content: input.content,
    contact: input.contact ?? null,
    dueOn: await addWorkDays(today(ctx), ruleset.results.objectionWorkingDays),
  })
}

interface NewObjection {
  source: 'public' | 'office'
  organizationId: number
  committeeId: number
  publicityId: number | null
  applicationId: number | null
  content: string
  contact: string | null
  dueOn: string
}

async function insert(ctx: ActorContext, input: NewObjection, trx?: TransactionClientContract) {
  const code = randomBytes(8).toString('hex').toUpperCase()
  const own = input.source === 'office'
  await (trx ?? db).table('objections').insert({
    code,
    source: input.source,
    organization_id: input.organizationId,
    committee_id: input.committeeId,
    publicity_id: input.publicityId,
    application_id: input.applicationId,
    content_sealed: sealValue('objections.content', code, input.content),
    contact_sealed: input.contact ? sealValue('objections.contact', code, input.contact) : null,
    status: own ? 'handling' : 'received',
    due_on: input.dueOn,
    handler_account_id: own ? ctx.actor.accountId : null,
    handler_name: own ? ctx.actor.name : null,
    created_at: stamp(ctx),
  })
  return code
}

/** A person moves to the objection store, during the period or instead of it (HN-26, HN-29). */
export async function moveToObjection(ctx: ActorContext, applicationId: number, reason: string) {
  const application = await Application.find(applicationId)
  if (!application) throw new NotFound()
  await settleRoles()
  if (!(await hasRole(ctx.actor, application.id, 'publisher')))
    throw new Forbidden('按规定，这项结果不由您的机构办理。')
  const { ruleset } = await rulesetById(application.rulesetId)
  const body = await bodyWith('publisher', application.id)
  const dueOn = await addWorkDays(today(ctx), ruleset.results.objectionWorkingDays)
  return apply(ctx, {
    applicationId,
    command: { type: 'object', reason },
    alongside: async (trx, { publicityId }) => {
      await insert(
        ctx,
        {
          source: 'office',
          organizationId: body!.id,
          committeeId: application.committeeId!,
          publicityId,
          applicationId,
          content: reason,
          contact: null,
          dueOn,
        },
        trx
      )
    },
  })
}

/** The objection if it lies on the desk of the actor's body, locked. */
export async function lockedObjection(
  ctx: ActorContext,
  trx: TransactionClientContract,
  id: number
) {
  const row = await trx.from('objections').where('id', id).forUpdate().first()
  const { actor } = ctx
  const own =
    row?.organization_id === actor.organizationId &&
    (actor.committeeId === null || row.committee_id === actor.committeeId)
  if (!row || (actor.kind !== 'system' && !own)) throw new NotFound('没有这条异议。')
  return row
}

const must = (row: { status: string }, ...statuses: string[]) => {
  if (!statuses.includes(row.status)) throw new StaleRefusal('这条异议已由他人办理，请刷新查看。')
}

const raised = (row: { version: number }) => ({ version: row.version + 1 })

/** The desk takes a lead up: who takes it handles it, and the person it is about goes to the objection store. */
export async function acceptLead(ctx: ActorContext, id: number) {
  await db.transaction(async (trx) => {
    const row = await lockedObjection(ctx, trx, id)
    must(row, 'received')
    const application = row.application_id
      ? await trx.from('applications').where('id', row.application_id).select('stage').first()
      : null
    if (['reported', 'in_publicity'].includes(application?.stage))
      await apply(ctx, {
        trx,
        applicationId: row.application_id,
        command: { type: 'object', reason: '受理公示期间的反映' },
      })
    await trx
      .from('objections')
      .where('id', id)
      .update({
        status: 'handling',
        handler_account_id: ctx.actor.accountId,
        handler_name: ctx.actor.name,
        ...raised(row),
      })
    await audit(ctx, { action: 'objection.accepted', objectType: 'objection', objectId: id }, trx)
  })
}

/** A lead that says nothing to look into is closed with the reason. */
export async function dismissLead(ctx: ActorContext, id: number, opinion: string) {
  await db.transaction(async (trx) => {
    const row = await lockedObjection(ctx, trx, id)
    must(row, 'received')
    await trx
      .from('objections')
      .where('id', id)
      .update({
        status: 'dismissed',
        decider_account_id: ctx.actor.accountId,
        decider_name: ctx.actor.name,
        opinion,
        decided_at: stamp(ctx),
        ...raised(row),
      })
    await audit(ctx, { action: 'objection.dismissed', objectType: 'objection', objectId: id }, trx)
  })
}

/** What the handler found out; who writes it is the handler from then on. */
export async function recordFindings(ctx: ActorContext, id: number, findings: string) {
  await db.transaction(async (trx) => {
    const row = await lockedObjection(ctx, trx, id)
    must(row, 'handling', 'checked')
    await trx
      .from('objections')
      .where('id', id)
      .update({
        status: 'checked',
        findings,
        handler_account_id: ctx.actor.accountId,
        handler_name: ctx.actor.name,
        checked_at: stamp(ctx),
        ...raised(row),
      })
  })
}

export interface ObjectionDecision {
  outcome: 'passed' | 'not_passed'
  opinion: string
}

/**
 * Decides on the findings (HN-29). Who handled it does not decide it. A person leaves the objection store when the
 * last objection against him is decided, as not passed if one of them was upheld.
 */
export async function decideObjection(ctx: ActorContext, id: number, input: ObjectionDecision) {
  return db.transaction(async (trx) => {
    const row = await lockedObjection(ctx, trx, id)
    if (row.status === 'handling')
      throw new Refusal('findings', '请经办人先登记核查情况，再作处理。')
    must(row, 'checked')
    if (row.handler_account_id !== null && row.handler_account_id === ctx.actor.accountId)
      throw new Forbidden('核查人不能同时作出处理决定，请由本机构其他人员处理。')
    await trx
      .from('objections')
      .where('id', id)
      .update({
        status: 'decided',
        decider_account_id: ctx.actor.accountId,
        decider_name: ctx.actor.name,
        outcome: input.outcome,
        opinion: input.opinion,
        decided_at: stamp(ctx),
        ...raised(row),
      })
    const stage = row.application_id
      ? await settlePerson(ctx, trx, row.application_id, input.opinion)
      : null
    await audit(
      ctx,
      {
        action: 'objection.decided',
        objectType: 'objection',
        objectId: id,
        detail: { outcome: input.outcome },
      },
      trx
    )
    return stage
  })
}

async function settlePerson(
  ctx: ActorContext,
  trx: TransactionClientContract,
  applicationId: number,
  reason: string
): Promise<string> {
  const person = await trx
    .from('applications')
    .where('id', applicationId)
    .forUpdate()
    .select('stage', 'outcome')
    .firstOrFail()
  const all = await trx.from('objections').where('application_id', applicationId)
  const open = all.some(({ status }) => ['handling', 'checked'].includes(status))
  if (open || person.stage !== 'objection') return person.stage
  const upheld = all.some(({ status, outcome }) => status === 'decided' && outcome === 'not_passed')
  // an objection that was not upheld leaves the committee's result as it was
  const outcome = upheld || person.outcome === 'not_passed' ? 'not_passed' : 'passed'
  const { stage } = await apply(ctx, {
    trx,
    applicationId,
    command: { type: 'resolve_objection', outcome, reason },
  })
  return stage
}
