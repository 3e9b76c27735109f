import { act, changeCase, openCase, setState, type Target } from '#evaluations/acts/act'
import { avoids, judgesOf } from '#evaluations/board'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

/** Lead, and second where the mode has one, for one or several cases (HN-04, HB-68). */
export const assignReviewers = (
  ctx: ActorContext,
  target: Target,
  input: { caseIds: number[]; leadId: number; secondId?: number | null }
) =>
  act(ctx, target, input.caseIds, async (acting) => {
    const { board, stage, trx } = acting
    if (stage.subject === 'second' && !input.secondId)
      throw new Refusal('second', '请选择副审', [{ field: 'secondId', message: '请选择副审' }])
    if (input.leadId === input.secondId)
      throw new Refusal('second', '主审与副审不能是同一人', [
        { field: 'secondId', message: '请选择另一位专家' },
      ])
    const chosen = [input.leadId, ...(stage.subject === 'second' ? [input.secondId!] : [])]
    for (const caseId of input.caseIds) {
      const one = openCase(acting, caseId)
      const judges = judgesOf(board, stage, one).map(({ id }) => id)
      for (const id of chosen) {
        const name = board.members.find((member) => member.id === id)?.name
        if (avoids(board, id, one))
          throw new Refusal(
            'avoidance',
            `${name}对编号 ${one.number} 的参评人员应当回避，请选择其他专家。`
          )
        if (!judges.includes(id)) throw new Refusal('member', '只能分配给本组的专家。')
      }
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
  act(ctx, target, 'scope', async ({ trx, board }) => {
    const member = board.members.find(({ id }) => id === input.memberId)
    if (!member || member.groupId !== input.groupId || member.status !== 'active')
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
  act(ctx, target, [input.caseId], async (acting) => {
    const one = openCase(acting, input.caseId)
    await changeCase(acting.trx, one.id, { questions: input.text })
  })

/** The chair confirms the scoring standard (HB-66). */
export const confirmCriteria = (ctx: ActorContext, target: Target) =>
  act(ctx, target, 'scope', async (acting) => {
    const plan = await acting.trx.from('plans').where('meeting_id', target.meetingId).first()
    const sheet = typeof plan?.sheet === 'string' ? JSON.parse(plan.sheet) : plan?.sheet
    if (!sheet?.length) throw new Refusal('criteria', '评分标准尚未设置，请评委会先设置并提交。')
    await setState(acting, 0, 'done')
  })
