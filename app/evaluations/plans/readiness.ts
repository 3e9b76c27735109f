import db from '@adonisjs/lucid/services/db'
import { committeesOf, sizeOf } from '#evaluations/committees_of'
import type Meeting from '#evaluations/models/meeting'
import { planOfMeeting, recordPlanEvent } from '#evaluations/plans/plan'
import { officeMeeting } from '#evaluations/actions/meetings'
import { preparationChecks, type Check } from '#evaluations/preparation'
import type { Ruleset } from '#province/ruleset'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/** Who takes part and what is scored stand while a plan is under review or approved. */
export async function assertPlanOpen(meetingId: number) {
  const plan = await planOfMeeting(meetingId)
  if (plan?.status === 'submitted' || plan?.status === 'approved')
    throw new Refusal('plan', '评审方案已呈报，参评人员和评分标准不能再改；如需修改请先撤回方案。')
}

/** Hands the meeting's scoring standard in, for the chair to confirm (HB-58, HB-66). */
export async function submitSheet(ctx: ActorContext, meetingId: number) {
  const meeting = await officeMeeting(ctx, meetingId)
  if (meeting.status !== 'preparing')
    throw new Refusal('meeting', '会议已经开始，评分标准不能再改。')
  const plan = await planOfMeeting(meeting.id)
  if (!plan || plan.sheet.length === 0) throw new Refusal('sheet', '请先设置评分标准。')
  if (plan.sheetSubmittedAt) return
  await db
    .from('plans')
    .where('id', plan.id)
    .update({ sheet_submitted_at: stamp(ctx) })
  await recordPlanEvent(ctx, plan.id, 'sheet', `${plan.sheet.length} 项`)
}

/** Where the rules ask for a plan it is approved, and nobody takes part whom it does not name. */
export async function assertPlanApproved(meeting: Meeting, ruleset: Ruleset) {
  const check = (await checksOf(meeting, ruleset)).find(({ key }) => key === 'plan')
  if (check?.state === 'missing')
    throw new Refusal('plan', `${check.says}，会议不能开始，也不能录入结果。`)
}

/** A meeting is held in the days it was called for (HB-50); who is earlier moves them first, which is logged. */
export function assertBegun(ctx: ActorContext, { startsAt }: Meeting) {
  if (ctx.now() >= startsAt) return
  const day = startsAt.setZone('Asia/Shanghai').toFormat('yyyy 年 M 月 d 日')
  throw new Refusal(
    'early',
    `会议定于 ${day} 开始，此前不能开始会议，也不能录入结果。需要提前召开的，请先修改会议的开始时间。`
  )
}

/** What must stand before a meeting begins: the first that is missing, and where it is done. */
export async function assertReady(meeting: Meeting, ruleset: Ruleset) {
  const check = (await checksOf(meeting, ruleset)).find(({ state }) => state === 'missing')
  if (check)
    throw new Refusal(
      check.key,
      `${check.says}，会议不能开始。请到“${check.place.label}”页面办理。`
    )
}

/** What is prepared of a meeting and what is missing, all of it. */
export async function checksOf(meeting: Meeting, ruleset: Ruleset): Promise<Check[]> {
  const of = { meeting_id: meeting.id }
  const [members, groups, cases, waiting] = await Promise.all([
    db.from('meeting_members').where(of).orderBy('id'),
    db.from('meeting_groups').where(of).orderBy('id').select('id', 'name'),
    db.from('meeting_cases').where(of).select('application_id', 'group_id'),
    waitingCases(meeting),
  ])
  return preparationChecks({
    meetingId: meeting.id,
    online: meeting.flow === 'online',
    mode: ruleset.reviewModes.find(({ id }) => id === meeting.reviewMode)!,
    rules: ruleset,
    committeeSize: await sizeOf(meeting),
    groups: groups.map(({ id, name }) => ({ id: Number(id), name })),
    members: members.map((row) => ({
      status: row.status,
      groupId: row.group_id === null ? null : Number(row.group_id),
      office: row.office,
      isLeader: Boolean(row.is_leader),
      isReporter: Boolean(row.is_reporter),
      need: row.need,
      isDrawn: row.draw_id !== null,
    })),
    cases: cases.map((row) => ({
      applicationId: Number(row.application_id),
      groupId: row.group_id === null ? null : Number(row.group_id),
    })),
    waiting,
    plan: await planOfMeeting(meeting.id),
  })
}

/** Qualified cases of the meeting's committees and batch that are in no meeting yet. */
export async function waitingCases(meeting: Meeting): Promise<number> {
  const [{ waiting }] = await db
    .from('applications')
    .whereIn('committee_id', await committeesOf(meeting))
    .where({ batch_id: meeting.batchId, stage: 'qualified' })
    .count('* as waiting')
  return Number(waiting)
}
