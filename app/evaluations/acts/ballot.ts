import { randomBytes } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import {
  act,
  changeCase,
  openCase,
  setState,
  stamp,
  type Act,
  type Target,
} from '#evaluations/acts/act'
import { casesOf, caseKey, membersOf } from '#evaluations/board'
import type { Choice } from '#evaluations/acts/judge'
import { hasPassed, quorumOf } from '#evaluations/tally'
import apply from '#lifecycle/apply'
import type { ActorContext } from '#web/actor'
import { Forbidden, Refusal } from '#web/refusal'

/** Fixes who is present and entitled to vote; nobody votes later or for another (R29, HB-77). */
export const fixRoll = (ctx: ActorContext, target: Target, input: { memberIds: number[] }) =>
  act(ctx, target, true, async (acting) => {
    const { board, stage, rules } = acting
    const known = new Set(membersOf(board, stage, 0).map(({ id }) => id))
    if (input.memberIds.some((id) => !known.has(id)))
      throw new Refusal('roll', '票源中有不是本次会议的评委。')
    const quorum = quorumOf(board.committeeSize, rules.voting.quorum)
    if (input.memberIds.length < quorum)
      throw new Refusal(
        'quorum',
        `评委会共 ${board.committeeSize} 人，出席应不少于 ${quorum} 人，现为 ${input.memberIds.length} 人，不能投票。`
      )
    await setState(acting, 0, 'done', { members: [...new Set(input.memberIds)] })
  })

/** Opens the switch of a scope when every provisional vote is in; for a secret vote, the ballot with its roll (HN-06, HN-10, HB-73). */
export const openVoting = (ctx: ActorContext, target: Target) =>
  act(ctx, target, true, async (acting) => {
    const { board, stage, trx, meeting, groupId, rules } = acting
    const vote = voteAfter(acting)
    if (vote.ballot === 'secret') {
      const roll = rollOf(acting)
      const quorum = quorumOf(board.committeeSize, rules.voting.quorum)
      if (roll.length < quorum)
        throw new Refusal(
          'quorum',
          `出席评委 ${roll.length} 人，不足法定的 ${quorum} 人，不能投票。`
        )
      const [ballotId] = await trx.table('ballots').insert({
        meeting_id: meeting.id,
        stage: vote.id,
        group_id: groupId,
        members: board.committeeSize,
        roll: roll.length,
        quorum,
        opened_at: stamp(ctx),
      })
      await trx
        .table('ballot_roll')
        .multiInsert(roll.map((member) => ({ ballot_id: ballotId, member_id: member })))
    }
    await setState(acting, groupId, 'open')
    return stage.label
  })

const voteAfter = ({ board, stage }: Act) =>
  board.mode.stages
    .slice(board.mode.stages.indexOf(stage) + 1)
    .find((each) => each.primitive === 'vote' && each.scope === stage.scope)!

/** The fixed roll where the mode has one, otherwise all active members of the plenary. */
function rollOf({ board, stage }: Act): number[] {
  const roll = board.mode.stages.find(({ primitive }) => primitive === 'roll')
  const fixed = roll && board.states.get(`${roll.id}|0`)?.detail.members
  return (fixed as number[] | undefined) ?? membersOf(board, stage, 0).map(({ id }) => id)
}

/**
 * Secret papers: that a member took part and what was chosen are two rows without anything in common but the case.
 * A paper has a random key; neither person, time nor order stands beside it (design §6).
 */
export const castPapers = (
  ctx: ActorContext,
  target: Target,
  input: { votes: { caseId: number; choice: Choice }[] }
) =>
  act(ctx, target, false, async (acting) => {
    const { stage, trx, member, board, meeting } = acting
    if (!(board.rolls.get(stage.id) ?? []).includes(member!.id))
      throw new Forbidden('您不在本次投票的票源中。')
    const ballot = await trx
      .from('ballots')
      .where({ meeting_id: meeting.id, stage: stage.id, status: 'open' })
      .forShare()
      .first()
    if (!ballot) throw new Refusal('closed', '投票已经结束。')
    for (const { caseId } of input.votes) {
      const one = await openCase(acting, caseId)
      if (board.participated.get(caseKey(stage.id, one.id))?.has(member!.id))
        throw new Refusal('voted', '您已对所选人员投过票，不能重复投票。')
    }
    // the primary key refuses a second participation even when two requests come at once
    await trx.table('ballot_participations').multiInsert(
      input.votes.map(({ caseId }) => ({
        ballot_id: ballot.id,
        case_id: caseId,
        member_id: member!.id,
      }))
    )
    await trx.table('ballot_papers').multiInsert(
      input.votes.map(({ caseId, choice }) => ({
        key: randomBytes(16),
        ballot_id: ballot.id,
        case_id: caseId,
        choice,
      }))
    )
    return input.votes.length
  })

/** Counts after everyone on the roll has voted on every case; nothing is counted before (R28). */
export async function closeWhenComplete(ctx: ActorContext, target: Target): Promise<boolean> {
  return act(ctx, target, false, async (acting) => {
    const { stage, trx, board, meeting, rules } = acting
    await trx.from('meetings').where('id', meeting.id).forUpdate().first()
    const ballot = await trx
      .from('ballots')
      .where({ meeting_id: meeting.id, stage: stage.id, status: 'open' })
      .first()
    if (!ballot) return false
    const cases = casesOf(board, stage, 0)
    const [{ count }] = await trx
      .from('ballot_participations')
      .where('ballot_id', ballot.id)
      .count('* as count')
    if (Number(count) < ballot.roll * cases.length) return false
    await trx
      .from('ballots')
      .where('id', ballot.id)
      .update({ status: 'closed', closed_at: stamp(ctx) })
    await countPapers(trx, ballot.id, ballot.roll, ballot.members, rules.voting)
    await setState(acting, 0, 'closed')
    return true
  })
}

async function countPapers(
  trx: TransactionClientContract,
  ballotId: number,
  roll: number,
  members: number,
  voting: Act['rules']['voting']
) {
  const papers = await trx
    .from('ballot_papers')
    .where('ballot_id', ballotId)
    .groupBy('case_id', 'choice')
    .select('case_id', 'choice')
    .count('* as count')
  const byCase = new Map<number, { yes: number; no: number; abstain: number }>()
  for (const row of papers) {
    const count = byCase.get(row.case_id) ?? { yes: 0, no: 0, abstain: 0 }
    count[row.choice as Choice] = Number(row.count)
    byCase.set(row.case_id, count)
  }
  for (const [caseId, count] of byCase)
    await changeCase(trx, caseId, {
      plenary_tally: JSON.stringify({ roll, cast: count.yes + count.no + count.abstain, ...count }),
      plenary_outcome: hasPassed({ roll, members, ...count }, voting) ? 'passed' : 'not_passed',
    })
}

/** The committee's results go out: every case gets its outcome, and the committee's work ends (HN-12, HN-20, HB-75). */
export const report = (
  ctx: ActorContext,
  target: Target,
  input: { remarks: Record<string, string> }
) =>
  act(ctx, target, true, async ({ board, trx, meeting }) => {
    const rows = await trx.from('meeting_cases').where('meeting_id', meeting.id)
    for (const row of rows) {
      const one = board.cases.find(({ id }) => id === row.id)!
      const tally = row.plenary_tally ?? row.group_tally
      const remark = input.remarks[String(row.id)] ?? ''
      await trx.from('meeting_cases').where('id', row.id).update({ remark })
      await apply(ctx, {
        trx,
        applicationId: one.applicationId,
        command: {
          type: 'report',
          outcome: row.plenary_outcome === 'passed' ? 'passed' : 'not_passed',
          tally: typeof tally === 'string' ? JSON.parse(tally) : tally,
          remark,
        },
      })
    }
    await trx.from('meetings').where('id', meeting.id).update({ status: 'reported' })
    // random accounts live for one meeting only
    await trx
      .from('accounts')
      .where({ meeting_id: meeting.id, kind: 'expert' })
      .whereNot('id', ctx.actor.accountId ?? 0)
      .update({ status: 'disabled' })
    return rows.length
  })
