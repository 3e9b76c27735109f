import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { rulesetById } from '#batches/queries/rulesets'
import { officeMeeting } from '#evaluations/actions/meetings'
import { sizeOf } from '#evaluations/committees_of'
import Meeting from '#evaluations/models/meeting'
import {
  officePlan,
  planOfMeeting,
  recordPlanEvent,
  type ExpertNeed,
  type Plan,
} from '#evaluations/plans/plan'
import { reviewerBody } from '#evaluations/plans/reviewer'
import { quorumOf } from '#evaluations/tally'
import type { Actor, ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal, StaleRefusal, type FieldError } from '#web/refusal'
import { stamp } from '#web/stamp'

/** Begins the plan of a meeting that is being prepared; one that stands already is answered (HU-11, HB-53). */
export async function createPlan(ctx: ActorContext, meetingId: number): Promise<number> {
  const meeting = await officeMeeting(ctx, meetingId)
  const { ruleset } = await rulesetById(meeting.rulesetId)
  if (!ruleset.plans.required) throw new NotFound('本省的评审会议不需要呈报评审方案。')
  const known = await planOfMeeting(meeting.id)
  if (known) return known.id
  if (meeting.status !== 'preparing') throw new Refusal('meeting', '会议已经开始。')
  return db.transaction(async (trx) => {
    const [id] = await trx.table('plans').insert({
      meeting_id: meeting.id,
      kind: ruleset.plans.kinds[0].id,
      flow: meeting.flow,
      content: '',
      expert_needs: '[]',
      sheet: '[]',
      status: 'draft',
      created_at: stamp(ctx),
    })
    await audit(ctx, { action: 'plan.created', objectType: 'plan', objectId: id }, trx)
    return id
  })
}

export interface PlanInput {
  kind: Plan['kind']
  flow: Plan['flow']
  content: string
  needs: ExpertNeed[]
  version: number
}

/** Keeps what the office writes into its plan. */
export async function savePlan(ctx: ActorContext, id: number, input: PlanInput): Promise<number> {
  const plan = await openPlan(ctx, id)
  const { ruleset } = await rulesOf(plan)
  const errors: FieldError[] = []
  if (!ruleset.plans.kinds.some((kind) => kind.id === input.kind))
    errors.push({ field: 'kind', message: '请选择方案类型' })
  if (!ruleset.plans.flows.includes(input.flow))
    errors.push({ field: 'flow', message: '请选择评审方式' })
  if (errors.length > 0) throw new Refusal('plan', '请更正评审方案', errors)
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('plans')
      .where({ id: plan.id, version: input.version })
      .update({
        kind: input.kind,
        flow: input.flow,
        content: input.content,
        expert_needs: JSON.stringify(input.needs),
        version: input.version + 1,
        updated_at: stamp(ctx),
      })
    if (Number(changed) === 0) throw new StaleRefusal()
    await trx.from('meetings').where('id', plan.meetingId).update({ flow: input.flow })
  })
  return input.version + 1
}

/** Puts the attachment in its place; it is handed out with the plan (HU-57). */
export async function attachToPlan(ctx: ActorContext, id: number, fileId: number | null) {
  const plan = await openPlan(ctx, id)
  await db.from('plans').where('id', plan.id).update({ file_id: fileId })
}

/** Hands the plan in for review; who takes part stands from now on. */
export async function submitPlan(ctx: ActorContext, id: number) {
  const plan = await openPlan(ctx, id)
  const { ruleset, meeting } = await rulesOf(plan)
  const cases = await db
    .from('meeting_cases')
    .where('meeting_id', plan.meetingId)
    .orderBy('number')
    .select('application_id')
  const faults = await planFaults(plan)
  if (faults.length > 0) throw new Refusal('plan', faults[0].message, faults)
  const kind = ruleset.plans.kinds.find((each) => each.id === plan.kind)!
  const reviewer = await reviewerBody(meeting.committeeId, kind.reviewerRole)
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('plans')
      .where({ id: plan.id, version: plan.version })
      .whereIn('status', ['draft', 'refused'])
      .update({
        status: 'submitted',
        submitted_at: stamp(ctx),
        submitted_by: ctx.actor.name,
        submitted_by_id: ctx.actor.accountId,
        reviewer_id: reviewer,
        participants: JSON.stringify(cases.map((row) => Number(row.application_id))),
        version: plan.version + 1,
      })
    if (Number(changed) === 0) throw new StaleRefusal()
    await recordPlanEvent(ctx, plan.id, 'submitted', null, trx)
    await audit(ctx, { action: 'plan.submitted', objectType: 'plan', objectId: plan.id }, trx)
  })
}

/** What a plan lacks before anyone may review it. */
export async function planFaults(plan: Plan): Promise<FieldError[]> {
  const { ruleset, meeting } = await rulesOf(plan)
  const one = await db.from('meeting_cases').where('meeting_id', plan.meetingId).first()
  const errors: FieldError[] = []
  if (plan.content.trim().length < 10)
    errors.push({ field: 'content', message: '请填写方案内容，不少于 10 个字' })
  if (!one) errors.push({ field: 'cases', message: '还没有参评人员，请先到评审会议中加入' })
  const mode = ruleset.reviewModes.find(({ id }) => id === meeting.reviewMode)!
  const needsSheet = mode.stages.some((stage) => stage.primitive === 'score' && !stage.sheet)
  if (plan.flow === 'online' && needsSheet && plan.sheet.length === 0)
    errors.push({ field: 'sheet', message: '请填写打分细则' })
  if (plan.flow === 'online' && ruleset.plans.draw) {
    const size = await sizeOf(meeting)
    const quorum = quorumOf(size, ruleset.voting.quorum)
    const asked = plan.needs.reduce((sum, { count }) => sum + count, 0)
    if (asked < quorum || asked > size)
      errors.push({
        field: 'needs',
        message: `需求专家共 ${asked} 人；评委会共 ${size} 人，出席人数应为 ${quorum} 至 ${size} 人`,
      })
  }
  return errors
}

/** Takes a plan back to change it: before anyone has been drawn for it. */
export async function withdrawPlan(ctx: ActorContext, id: number, reason: string) {
  const plan = await officePlan(ctx, id)
  const meeting = await Meeting.findOrFail(plan.meetingId)
  if (meeting.status !== 'preparing') throw new Refusal('meeting', '会议已经开始，方案不能撤回。')
  const drawn = await db
    .from('draws')
    .where('meeting_id', plan.meetingId)
    .whereNotNull('drawn_at')
    .first()
  if (drawn) throw new Refusal('drawn', '已经按此方案抽取评委，方案不能撤回。')
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('plans')
      .where({ id: plan.id, version: plan.version })
      .whereIn('status', ['submitted', 'approved'])
      .update({ status: 'draft', version: plan.version + 1 })
    if (Number(changed) === 0) throw new StaleRefusal('方案的状态已经改变，请刷新查看。')
    await recordPlanEvent(ctx, plan.id, 'withdrawn', reason, trx)
    await audit(ctx, { action: 'plan.withdrawn', objectType: 'plan', objectId: plan.id }, trx)
  })
}

export interface PlanDecision {
  decision: 'approve' | 'refuse'
  opinion: string
  version: number
}

/** Decides on a plan; who reviews which kind is the ruleset's (HU-56, HU-58, HB-54), and never who handed it in. */
export async function decidePlan(ctx: ActorContext, id: number, input: PlanDecision) {
  const plan = await reviewedPlan(ctx, id)
  if (isOwnPlan(ctx.actor, plan)) throw new Forbidden('呈报人不能审核自己呈报的方案。')
  const status = input.decision === 'approve' ? 'approved' : 'refused'
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('plans')
      .where({ id: plan.id, version: input.version, status: 'submitted' })
      .update({
        status,
        opinion: input.opinion,
        decided_by: ctx.actor.name,
        decided_at: stamp(ctx),
        version: input.version + 1,
      })
    if (Number(changed) === 0) throw new StaleRefusal()
    await recordPlanEvent(ctx, plan.id, status, input.opinion, trx)
    await audit(ctx, { action: `plan.${status}`, objectType: 'plan', objectId: plan.id }, trx)
  })
}

/** Its office may still change it. */
export const isOpen = ({ status }: Plan) => status === 'draft' || status === 'refused'

export const isOwnPlan = ({ accountId }: Actor, { submittedById }: Plan) =>
  accountId !== null && accountId === submittedById

/** The plan, if its kind is reviewed by a role the actor has, in the body it went to. */
async function reviewedPlan(ctx: ActorContext, id: number): Promise<Plan> {
  const { actor } = ctx
  const row = await db.from('plans').where('id', id).select('meeting_id').first()
  const plan = row && (await planOfMeeting(row.meeting_id))
  if (!plan || (actor.kind !== 'system' && plan.reviewerId !== actor.organizationId))
    throw new NotFound('没有这个评审方案。')
  const { ruleset } = await rulesOf(plan)
  const kind = ruleset.plans.kinds.find((each) => each.id === plan.kind)!
  if (actor.kind !== 'system' && !actor.roles.includes(kind.reviewerRole))
    throw new Forbidden(`“${kind.label}”方案由其他人员审核。`)
  return plan
}

/** The office's plan while it may still be changed. */
async function openPlan(ctx: ActorContext, id: number): Promise<Plan> {
  const plan = await officePlan(ctx, id)
  if (!isOpen(plan)) throw new Refusal('submitted', '方案已呈报，不能修改；如需修改请先撤回。')
  return plan
}

async function rulesOf(plan: Plan) {
  const meeting = await Meeting.findOrFail(plan.meetingId)
  return { meeting, ruleset: (await rulesetById(meeting.rulesetId)).ruleset }
}
