import db from '@adonisjs/lucid/services/db'
import type Meeting from '#evaluations/models/meeting'
import { planOfMeeting, recordPlanEvent } from '#evaluations/plans/plan'
import { officeMeeting } from '#evaluations/actions/meetings'
import type { ReviewMode, Ruleset } from '#province/ruleset'
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
  if (!ruleset.plans.required) return
  const plan = await planOfMeeting(meeting.id)
  if (plan?.status !== 'approved')
    throw new Refusal('plan', '评审方案还没有审核通过，会议不能开始，也不能录入结果。')
  const cases = await db
    .from('meeting_cases')
    .where('meeting_id', meeting.id)
    .select('application_id')
  const planned = new Set(plan.participants)
  if (cases.some((row) => !planned.has(Number(row.application_id))))
    throw new Refusal('plan', '有参评人员不在审核通过的方案中，请撤回方案后重新呈报。')
}

/** What must stand before a meeting begins: plan, who takes part, drawn experts, scoring standard. */
export async function assertReady(meeting: Meeting, ruleset: Ruleset) {
  const plan = await planOfMeeting(meeting.id)
  const mode = ruleset.reviewModes.find(({ id }) => id === meeting.reviewMode)!
  await assertPlanApproved(meeting, ruleset)
  if (meeting.flow === 'offline') return
  if (ruleset.plans.draw) await assertDrawn(meeting.id, plan?.needs ?? [])
  if (needsSheet(mode) && !plan?.sheet.length)
    throw new Refusal('sheet', '还没有设置评分标准，会议不能开始。')
  if (confirmsSheet(mode) && !plan?.sheetSubmittedAt)
    throw new Refusal('sheet', '评分标准还没有提交，会议不能开始。')
}

export const needsSheet = ({ stages }: ReviewMode) =>
  stages.some(
    (stage) => stage.subject === 'criteria' || (stage.primitive === 'score' && !stage.sheet)
  )

export const confirmsSheet = ({ stages }: ReviewMode) =>
  stages.some(({ subject }) => subject === 'criteria')

async function assertDrawn(meetingId: number, needs: { count: number }[]) {
  const members = await db
    .from('meeting_members')
    .where('meeting_id', meetingId)
    .whereNotNull('draw_id')
    .select('status', 'need')
  const waiting = members.filter(({ status }) => status === 'drawn').length
  if (waiting > 0)
    throw new Refusal('draw', `还有 ${waiting} 位抽取的评委没有确认是否参加，会议不能开始。`)
  for (const [index, { count }] of needs.entries()) {
    const present = members.filter(({ status, need }) => status === 'active' && need === index)
    if (present.length < count)
      throw new Refusal(
        'draw',
        `第 ${index + 1} 项专家需求应为 ${count} 人，已确认 ${present.length} 人，请继续抽取。`
      )
  }
}
