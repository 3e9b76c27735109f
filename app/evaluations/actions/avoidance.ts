import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import { handOver } from '#evaluations/actions/hand_over'
import { isOffice, changeCase, stamp } from '#evaluations/acts/act'
import { closeIfComplete } from '#evaluations/acts/ballot'
import { scoreOf } from '#evaluations/acts/judge'
import { avoids, caseKey, type Board, type BoardCase } from '#evaluations/board'
import { loadBoard } from '#evaluations/queries/load_board'
import { rulesetById } from '#batches/queries/rulesets'
import type { ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal } from '#web/refusal'

/** Relations that make an expert step back from a case (R34). */
export const AVOIDANCE_KINDS = ['relative', 'same_unit', 'cooperation', 'teacher', 'other'] as const
export type AvoidanceKind = (typeof AVOIDANCE_KINDS)[number]

export interface AvoidanceInput {
  caseId: number
  /** for the office; an expert speaks for himself */
  memberId?: number
  kind: AvoidanceKind
  reason: string
}

/**
 * A member steps back from a case, by his own word or by the office's (R34): he sees it no more, what he said about it
 * no longer counts, and as lead or second he is replaced. During a secret vote only who has not yet voted on it can.
 */
export async function avoidCase(ctx: ActorContext, meetingId: number, input: AvoidanceInput) {
  return db.transaction(async (trx) => {
    await trx.from('meetings').where('id', meetingId).select('id').forUpdate().first()
    const { meeting, board } = await loadBoard(meetingId, trx)
    const own = board.members.find(
      ({ accountId }) => accountId !== null && accountId === ctx.actor.accountId
    )
    const office = !own && (await isOffice(ctx, meeting, trx))
    if (!own && !office) throw new NotFound('没有这个评审会议。')
    const member = own ?? board.members.find(({ id }) => id === input.memberId)
    const one = board.cases.find(({ id }) => id === input.caseId)
    if (!member || !one) throw new NotFound('没有这位评委或参评人员。')
    if (own && own.status !== 'active') throw new Forbidden()
    if (meeting.status === 'reported' || meeting.status === 'closed')
      throw new Refusal('meeting', '评审会议已经结束。')
    if (avoids(board, member.id, one)) return { name: member.name, moved: 0, open: 0 }
    refuseAfterVote(board, member.id, one)
    await trx.table('avoidances').insert({
      meeting_id: meetingId,
      member_id: member.id,
      application_id: one.applicationId,
      kind: input.kind,
      reason: input.reason,
      entered_by: ctx.actor.name,
      created_at: stamp(ctx),
    })
    board.avoided.set(one.id, (board.avoided.get(one.id) ?? new Set()).add(member.id))
    const handed = await withdrawWork(ctx, trx, board, member.id, one)
    await audit(
      ctx,
      { action: 'meeting.avoidance', objectType: 'meeting_case', objectId: one.id },
      trx
    )
    const { ruleset: rules } = await rulesetById(meeting.rulesetId)
    for (const stage of board.mode.stages.filter(({ ballot }) => ballot === 'secret'))
      await closeIfComplete({ ctx, trx, meeting, board, stage, rules, member: null, groupId: 0 })
    return { name: member.name, ...handed }
  })
}

function refuseAfterVote(board: Board, memberId: number, one: BoardCase) {
  for (const stage of board.mode.stages) {
    if (stage.ballot !== 'secret') continue
    if (board.states.get(`${stage.id}|0`)?.status === 'closed')
      throw new Refusal('closed', '投票已经结束；如需回避，应先作废本次投票，重新投票。')
    if (board.participated.get(caseKey(stage.id, one.id))?.has(memberId))
      throw new Refusal(
        'voted',
        '该评委已对这位参评人员投票，无记名票不能单独撤销；如需回避，应先作废本次投票，重新投票。'
      )
  }
}

/** What a member said about a case goes, and a score he led is given anew by his successor. */
async function withdrawWork(
  ctx: ActorContext,
  trx: TransactionClientContract,
  board: Board,
  memberId: number,
  one: BoardCase
) {
  const led = one.leadId === memberId || one.secondId === memberId
  for (const table of ['scores', 'advices', 'expert_opinions', 'case_notes'])
    await trx.from(table).where({ case_id: one.id, member_id: memberId }).delete()
  const handed = await handOver(trx, board, memberId, [one])
  const score = await scoreOf({ ctx, trx, board }, one)
  await changeCase(trx, one.id, { score, ...(led && { progress: '{}' }) })
  return handed
}

/** An avoidance entered by mistake; while nobody votes on the case. */
export async function liftAvoidance(ctx: ActorContext, meetingId: number, avoidanceId: number) {
  return db.transaction(async (trx) => {
    await trx.from('meetings').where('id', meetingId).select('id').forUpdate().first()
    const { meeting } = await loadBoard(meetingId, trx, { cases: [] })
    if (!(await isOffice(ctx, meeting, trx))) throw new NotFound('没有这个评审会议。')
    const ballot = await trx
      .from('ballots')
      .where('meeting_id', meetingId)
      .whereNot('status', 'void')
      .first()
    if (ballot) throw new Refusal('voting', '投票已经开启，回避记录不能再撤销。')
    const gone = await trx
      .from('avoidances')
      .where({ id: avoidanceId, meeting_id: meetingId })
      .delete()
    if (Number(gone) === 0) throw new NotFound('没有这条回避记录。')
    await audit(
      ctx,
      {
        action: 'meeting.avoidance_lifted',
        objectType: 'meeting',
        objectId: meetingId,
      },
      trx
    )
  })
}
