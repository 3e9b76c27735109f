import { act, changeCase, openCase, setState, type Target } from '#evaluations/acts/act'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

/** Lead, and second where the mode has one, for one or several cases (HN-04, HB-68). */
export const assignReviewers = (
  ctx: ActorContext,
  target: Target,
  input: { caseIds: number[]; leadId: number; secondId?: number | null }
) =>
  act(ctx, target, false, async (acting) => {
    const { board, stage, trx } = acting
    const inGroup = (id: number, groupId: number | null) =>
      board.members.some(
        (each) => each.id === id && each.groupId === groupId && each.status === 'active'
      )
    if (stage.subject === 'second' && !input.secondId)
      throw new Refusal('second', '请选择副审', [{ field: 'secondId', message: '请选择副审' }])
    if (input.leadId === input.secondId)
      throw new Refusal('second', '主审与副审不能是同一人', [
        { field: 'secondId', message: '请选择另一位专家' },
      ])
    for (const caseId of input.caseIds) {
      const one = await openCase(acting, caseId)
      if (
        !inGroup(input.leadId, one.groupId) ||
        (input.secondId && !inGroup(input.secondId, one.groupId))
      )
        throw new Refusal('member', '只能分配给本组的专家。')
      await changeCase(trx, one.id, {
        lead_id: input.leadId,
        second_id: stage.subject === 'second' ? input.secondId : null,
      })
    }
    return input.caseIds.length
  })

/** A leader for each group (HB-67). */
export const assignLeader = (
  ctx: ActorContext,
  target: Target,
  input: { groupId: number; memberId: number }
) =>
  act(ctx, target, true, async ({ trx, board }) => {
    const member = board.members.find(({ id }) => id === input.memberId)
    if (!member || member.groupId !== input.groupId)
      throw new Refusal('member', '组长应为本组的专家。')
    await trx
      .from('meeting_members')
      .where({ meeting_id: target.meetingId, group_id: input.groupId })
      .update({ is_leader: false })
    await trx.from('meeting_members').where('id', member.id).update({ is_leader: true })
  })

/** Interview questions of the lead reviewer (HN-17). */
export const setQuestions = (
  ctx: ActorContext,
  target: Target,
  input: { caseId: number; text: string }
) =>
  act(ctx, target, false, async (acting) => {
    const one = await openCase(acting, input.caseId)
    await changeCase(acting.trx, one.id, { questions: input.text })
  })

/** The chair confirms the scoring standard (HB-66). */
export const confirmCriteria = (ctx: ActorContext, target: Target) =>
  act(ctx, target, true, async (acting) => {
    const plan = await acting.trx.from('plans').where('meeting_id', target.meetingId).first()
    const sheet = typeof plan?.sheet === 'string' ? JSON.parse(plan.sheet) : plan?.sheet
    if (!sheet?.length) throw new Refusal('criteria', '评分标准尚未设置，请评委会先设置并提交。')
    await setState(acting, 0, 'done')
  })
