import { randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import {
  act,
  changeCases,
  once,
  openCase,
  setState,
  stamp,
  type Act,
  type Target,
} from '#evaluations/acts/act'
import { avoids, caseKey, casesOf, membersOf, rollOf, type BoardCase } from '#evaluations/board'
import type { Choice } from '#evaluations/acts/judge'
import { offRoll } from '#evaluations/progress'
import { hasPassed, quorumOf } from '#evaluations/tally'
import { leadsToSecretVote } from '#evaluations/undo'
import type { ActorContext } from '#web/actor'
import { Forbidden, Refusal } from '#web/refusal'

/** Fixes who is present and entitled to vote, until voting opens; nobody votes later or for another (R29, HB-77). */
export const fixRoll = (ctx: ActorContext, target: Target, input: { memberIds: number[] }) =>
  act(ctx, target, 'scope', async (acting) => {
    const { board, stage } = acting
    const opening = board.mode.stages
      .slice(board.mode.stages.indexOf(stage) + 1)
      .find(({ primitive, scope }) => primitive === 'open_voting' && scope === stage.scope)
    if (opening && board.states.has(`${opening.id}|0`))
      throw new Refusal('opened', '投票已经开启，票源不能再改变。')
    const known = new Set(membersOf(board, stage, 0).map(({ id }) => id))
    if (input.memberIds.some((id) => !known.has(id)))
      throw new Refusal('roll', '票源中有不是本次会议的评委，或已离会的评委。')
    const members = [...new Set(input.memberIds)]
    assertQuorum(acting, members.length)
    await setState(acting, 0, 'done', { members })
  })

function assertQuorum({ board, rules }: Act, present: number) {
  const quorum = quorumOf(board.committeeSize, rules.voting.quorum)
  if (present < quorum)
    throw new Refusal(
      'quorum',
      `评委会共 ${board.committeeSize} 人，出席应不少于 ${quorum} 人，现为 ${present} 人，不能投票。`
    )
  return quorum
}

/** Opens the switch of a scope when every provisional vote is in; for a secret vote, the ballot with its roll (HN-06, HN-10, HB-73). */
export const openVoting = (ctx: ActorContext, target: Target) =>
  act(ctx, target, 'scope', async (acting) => {
    const { board, stage, trx, meeting, groupId } = acting
    if (board.states.has(`${stage.id}|${groupId}`))
      throw new Refusal('opened', '投票开关已经开启。')
    const vote = voteAfter(acting)
    if (vote.ballot === 'secret') {
      const roll = rollOf(board, stage)
      const quorum = assertQuorum(acting, roll.length)
      const [ballotId] = await trx.table('ballots').insert({
        meeting_id: meeting.id,
        stage: vote.id,
        group_id: groupId,
        members: board.committeeSize,
        roll: roll.length,
        quorum,
        round: 1 + (await roundsOf(acting, vote.id)),
        opened_at: stamp(ctx),
      })
      await trx
        .table('ballot_roll')
        .multiInsert(roll.map((member) => ({ ballot_id: ballotId, member_id: member })))
      await forgetIntentions(acting)
    }
    await setState(acting, groupId, 'open')
    return stage.label
  })

/**
 * What members meant to choose goes when the secret vote opens: they mostly choose what they meant, so it would tell the
 * paper. That each gave a provisional vote stays (HN-09).
 */
async function forgetIntentions({ trx, board, stage }: Act) {
  const provisional = board.mode.stages.filter((each) => leadsToSecretVote(board.mode, each))
  if (provisional.length === 0) return
  await trx
    .from('advices')
    .whereIn(
      'case_id',
      casesOf(board, stage, 0).map(({ id }) => id)
    )
    .whereIn(
      'stage',
      provisional.map(({ id }) => id)
    )
    .update({ choice: null, opinion: null })
}

/** Ballots of a stage that were declared void before. */
const roundsOf = async ({ trx, meeting }: Act, stage: string) =>
  Number(
    (await trx.from('ballots').where({ meeting_id: meeting.id, stage }).count('* as rounds'))[0]
      .rounds
  )

export const voteAfter = ({ board, stage }: Act) =>
  board.mode.stages
    .slice(board.mode.stages.indexOf(stage) + 1)
    .find((each) => each.primitive === 'vote' && each.scope === stage.scope)!

/**
 * Papers of a secret vote: that a member took part, and what was chosen, go into two tables in one transaction. A paper
 * has a random key and neither person nor time; a second paper is refused by the key of the participations.
 */
export const castPapers = (
  ctx: ActorContext,
  target: Target,
  input: { votes: { caseId: number; choice: Choice }[] }
) =>
  act(
    ctx,
    target,
    input.votes.map(({ caseId }) => caseId),
    async (acting) => {
      const { trx, board, stage, member, rules } = acting
      if (!(board.rolls.get(stage.id) ?? []).includes(member!.id))
        throw new Forbidden(offRoll(board, stage, member) ?? '投票开关尚未开启。')
      if (!rules.voting.abstention && input.votes.some(({ choice }) => choice === 'abstain'))
        throw new Refusal('abstain', '本次投票不能弃权，请选择同意或反对。')
      const ballot = await openBallot(acting)
      if (!ballot) throw new Refusal('closed', '投票已经结束。')
      for (const { caseId } of input.votes) openCase(acting, caseId)
      await once(
        trx.table('ballot_participations').multiInsert(
          input.votes.map(({ caseId }) => ({
            ballot_id: ballot.id,
            case_id: caseId,
            member_id: member!.id,
          }))
        ),
        'voted',
        '您已对所选人员投过票，不能重复投票。'
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
    }
  )

const openBallot = ({ trx, meeting, stage }: Act) =>
  trx.from('ballots').where({ meeting_id: meeting.id, stage: stage.id, status: 'open' }).first()

/** Who is entitled to a paper on a case: the roll without those who avoid it. */
const entitled = ({ board, stage }: Act, one: BoardCase) =>
  (board.rolls.get(stage.id) ?? []).filter((id) => !avoids(board, id, one))

/**
 * Counts once everyone entitled has voted on every case; nothing is counted before (R28). The meeting is locked and its
 * board loaded only when the number of participations says that the last paper may be in.
 */
export async function closeWhenComplete(ctx: ActorContext, target: Target): Promise<boolean> {
  if (!(await mayBeComplete(target))) return false
  return act(ctx, target, 'scope', (acting) => closeIfComplete(acting))
}

/** Whether the number of participations says so; a case barred or avoided since is settled by the board. */
export async function mayBeComplete(target: Target): Promise<boolean> {
  const [[row]] = await db.rawQuery(
    `select b.roll * (select count(*) from meeting_cases c
              where c.meeting_id = b.meeting_id
                and coalesce(c.group_outcome, 'passed') = 'passed') as entitled,
            (select count(*) from ballot_participations p where p.ballot_id = b.id) +
            (select count(*) from avoidances v
              join ballot_roll r on r.ballot_id = b.id and r.member_id = v.member_id
              where v.meeting_id = b.meeting_id) as settled
     from ballots b where b.meeting_id = ? and b.stage = ? and b.status = 'open'`,
    [target.meetingId, target.stage]
  )
  return Boolean(row) && Number(row.settled) >= Number(row.entitled)
}

/** The same, for acts that change who is entitled. `acting.stage` is the secret vote. */
export async function closeIfComplete(acting: Act): Promise<boolean> {
  const { board, stage } = acting
  if (!(await openBallot(acting))) return false
  const open = casesOf(board, stage, 0).some((one) => {
    const taken = board.participated.get(caseKey(stage.id, one.id))
    return entitled(acting, one).some((id) => !taken?.has(id))
  })
  if (!open) await count(acting)
  return !open
}

/**
 * The chair ends a vote not everyone took part in: who has not voted by now does not vote later (R29) and counts as
 * present without a yes. The stage is that of the switch.
 */
export const closeVoting = (ctx: ActorContext, target: Target) =>
  act(ctx, target, 'scope', async (acting) => {
    const vote = voteAfter(acting)
    const voting = { ...acting, stage: vote }
    if (vote.ballot !== 'secret' || !(await openBallot(voting)))
      throw new Refusal('closed', '没有正在进行的投票。')
    await count(voting)
  })

type Tally = Record<Choice, number> & { roll: number; cast: number }

/** Ends the ballot and counts its papers by case. */
async function count(acting: Act) {
  const { trx, board, stage, ctx, rules } = acting
  const ballot = await openBallot(acting)
  await trx
    .from('ballots')
    .where('id', ballot.id)
    .update({ status: 'closed', closed_at: stamp(ctx) })
  const papers = await papersOf(trx, ballot.id)
  // cases with the same count are written together
  const alike = new Map<string, { tally: Tally; ids: number[] }>()
  for (const one of casesOf(board, stage, 0)) {
    const choices = papers.get(one.id) ?? { yes: 0, no: 0, abstain: 0 }
    const cast = choices.yes + choices.no + choices.abstain
    const tally = { roll: entitled(acting, one).length, cast, ...choices }
    const key = JSON.stringify(tally)
    const same = alike.get(key) ?? { tally, ids: [] }
    alike.set(key, same)
    same.ids.push(one.id)
  }
  for (const [key, { tally, ids }] of alike)
    await changeCases(trx, ids, {
      plenary_tally: key,
      plenary_outcome: hasPassed({ ...tally, members: ballot.members }, rules.voting)
        ? 'passed'
        : 'not_passed',
    })
  await setState(acting, 0, 'closed')
}

async function papersOf(trx: TransactionClientContract, ballotId: number) {
  const rows = await trx
    .from('ballot_papers')
    .where('ballot_id', ballotId)
    .groupBy('case_id', 'choice')
    .select('case_id', 'choice')
    .count('* as count')
  const papers = new Map<number, Record<Choice, number>>()
  for (const row of rows) {
    const choices = papers.get(row.case_id) ?? { yes: 0, no: 0, abstain: 0 }
    choices[row.choice as Choice] = Number(row.count)
    papers.set(row.case_id, choices)
  }
  return papers
}
