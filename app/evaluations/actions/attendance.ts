import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import { handOver, unfinishedOf } from '#evaluations/actions/hand_over'
import { officeMeeting } from '#evaluations/actions/meetings'
import { stamp } from '#evaluations/acts/act'
import type { BoardMember } from '#evaluations/board'
import type Meeting from '#evaluations/models/meeting'
import { loadBoard } from '#evaluations/queries/load_board'
import { quorumOf } from '#evaluations/tally'
import { rulesetById } from '#batches/queries/rulesets'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'

/** Runs on a meeting the actor's office keeps, locked, while no secret vote is under way and nothing is reported. */
export async function inSession<T>(
  ctx: ActorContext,
  meetingId: number,
  work: (trx: TransactionClientContract, meeting: Meeting) => Promise<T>
): Promise<T> {
  await officeMeeting(ctx, meetingId)
  return db.transaction(async (trx) => {
    await trx.from('meetings').where('id', meetingId).select('id').forUpdate().first()
    const meeting = await officeMeeting(ctx, meetingId)
    if (meeting.status !== 'in_session')
      throw new Refusal(
        'meeting',
        meeting.status === 'preparing' ? '评审会议尚未开始。' : '评审会议已经结束。'
      )
    return work(trx, meeting)
  })
}

/** A ballot fixes who is present: until it ends nobody leaves or comes (R29). */
export async function refuseWhileVoting(trx: TransactionClientContract, meetingId: number) {
  const open = await trx.from('ballots').where({ meeting_id: meetingId, status: 'open' }).first()
  if (open)
    throw new Refusal(
      'voting',
      '投票正在进行，票源不能再改变；未能投票的评委由主任结束投票后按未同意计。'
    )
}

export interface LeaveInput {
  memberId: number
  status: 'absent' | 'withdrawn'
  reason: string
}

/**
 * A member does not come, or leaves for good, with the reason (R29): he is off the roll, nobody waits for him any more,
 * and his unfinished cases go to others of his group. What he has given so far stands.
 */
export const leaveMeeting = (ctx: ActorContext, meetingId: number, input: LeaveInput) =>
  inSession(ctx, meetingId, async (trx, meeting) => {
    await refuseWhileVoting(trx, meetingId)
    const { board } = await loadBoard(meetingId, trx)
    const member = memberOf(board.members, input.memberId)
    if (member.status !== 'active') throw new Refusal('left', `${member.name}已不在会上。`)
    await trx
      .from('meeting_members')
      .where('id', member.id)
      .update({ status: input.status, reason: input.reason, left_at: stamp(ctx) })
    member.status = input.status
    const { moved, open } = await handOver(trx, board, member.id, unfinishedOf(board, member.id))
    await audit(
      ctx,
      {
        action: `meeting.${input.status}`,
        objectType: 'meeting_member',
        objectId: member.id,
      },
      trx
    )
    const { ruleset } = await rulesetById(meeting.rulesetId)
    const present = board.members.filter((each) => each.status === 'active' && each.inPlenary)
    return {
      name: member.name,
      moved,
      open,
      present: present.length,
      quorum: quorumOf(board.committeeSize, ruleset.voting.quorum),
    }
  })

/** An absence entered by mistake, or a member who came after all; before voting opens. */
export const returnToMeeting = (ctx: ActorContext, meetingId: number, memberId: number) =>
  inSession(ctx, meetingId, async (trx) => {
    await refuseWhileVoting(trx, meetingId)
    const { board } = await loadBoard(meetingId, trx)
    const member = memberOf(board.members, memberId)
    if (!['absent', 'withdrawn'].includes(member.status))
      throw new Refusal('present', `${member.name}没有离会记录。`)
    await trx
      .from('meeting_members')
      .where('id', member.id)
      .update({ status: 'active', reason: null, left_at: null })
    await audit(
      ctx,
      {
        action: 'meeting.returned',
        objectType: 'meeting_member',
        objectId: member.id,
      },
      trx
    )
    return member.name
  })

export interface DutyInput {
  memberId: number
  office: 'chair' | 'vice_chair' | null
  isLeader: boolean
  isReporter: boolean
}

/** Someone takes over from a chair, leader or reporter who is away; there is one chair, one reporter, one leader a group. */
export const changeDuty = (ctx: ActorContext, meetingId: number, input: DutyInput) =>
  inSession(ctx, meetingId, async (trx) => {
    const { board } = await loadBoard(meetingId, trx, { cases: [] })
    const member = memberOf(board.members, input.memberId)
    if (member.status !== 'active') throw new Refusal('left', `${member.name}已不在会上。`)
    if (input.isLeader && member.groupId === null)
      throw new Refusal('group', '组长应为专业组的评委，该评委没有分组。')
    const others = board.members.filter(({ id }) => id !== member.id)
    const vices = others.filter((each) => each.office === 'vice_chair' && each.status === 'active')
    if (input.office === 'vice_chair' && vices.length >= 2)
      throw new Refusal('vice_chair', '副主任最多指定两位。')
    const rows = () => trx.from('meeting_members').where('meeting_id', meetingId)
    if (input.office === 'chair') await rows().where('office', 'chair').update({ office: null })
    if (input.isReporter) await rows().update({ is_reporter: false })
    if (input.isLeader) await rows().where('group_id', member.groupId!).update({ is_leader: false })
    await rows()
      .where('id', member.id)
      .update({ office: input.office, is_leader: input.isLeader, is_reporter: input.isReporter })
    await audit(
      ctx,
      { action: 'meeting.duty', objectType: 'meeting_member', objectId: member.id },
      trx
    )
    return member.name
  })

function memberOf(members: BoardMember[], id: number): BoardMember {
  const member = members.find((each) => each.id === id)
  if (!member) throw new NotFound('没有这位评委。')
  return member
}
