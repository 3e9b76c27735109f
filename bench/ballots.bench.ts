import db from '@adonisjs/lucid/services/db'
import { randomBytes } from 'node:crypto'
import { atMost, type Ratio } from '#bench/ratio'
import * as ballot from '#evaluations/acts/ballot'
import { loadBoard } from '#evaluations/queries/load_board'
import { asMember, makeMeeting } from '#tests/helpers/meetings'
import { dropTestTenants, inProvince } from '#tests/helpers/tenants'
import { systemContext } from '#web/actor'

const MEMBERS = 25
const CASES = 500

/** Opens a secret vote, takes every member's papers in bulk, counts them; against the bare rows of the same vote. */
export async function run(): Promise<Ratio[]> {
  try {
    return await inProvince('hunan', async () => {
      const ours = await meeting()
      const theirs = await bareRows()
      return [
        atMost(3, {
          name: `secret vote, ${MEMBERS} members × ${CASES} cases`,
          unit: 'ms',
          ours,
          theirs,
        }),
      ]
    })
  } finally {
    await dropTestTenants()
  }
}

async function prepared() {
  const meetingId = await makeMeeting({
    mode: 'scored_review',
    members: MEMBERS,
    groups: 0,
    cases: CASES,
  })
  const { board } = await loadBoard(meetingId)
  const contexts = await Promise.all(board.members.map((member) => asMember(member)))
  const ids = board.cases.map(({ id }) => id)
  // what goes before the vote is not measured
  for (const [table, extra] of [
    ['scores', { items: '{}', total: 8000 }],
    ['expert_opinions', { text: '通过', decision: 'passed' }],
  ] as const)
    for (const stage of table === 'scores' ? ['interview_score', 'material_score'] : ['recheck'])
      for (const { id: member } of board.members)
        await db.table(table).multiInsert(
          ids.map((id) => ({
            case_id: id,
            member_id: member,
            stage,
            saved_at: '2026-11-01 00:00:00.000',
            ...extra,
          }))
        )
  return { meetingId, board, contexts, ids }
}

async function meeting(): Promise<number> {
  const { meetingId, board, contexts, ids } = await prepared()
  const office = systemContext()
  const start = performance.now()
  await ballot.fixRoll(
    office,
    { meetingId, stage: 'roll' },
    {
      memberIds: board.members.map(({ id }) => id),
    }
  )
  await ballot.openVoting(office, { meetingId, stage: 'open_voting' })
  const where = { meetingId, stage: 'vote' }
  for (const ctx of contexts) {
    await ballot.castPapers(ctx, where, {
      votes: ids.map((caseId, index) => ({ caseId, choice: index % 3 ? 'yes' : 'no' })),
    })
    await ballot.closeWhenComplete(ctx, where)
  }
  const spent = performance.now() - start
  const [{ counted }] = await db
    .from('meeting_cases')
    .where('meeting_id', meetingId)
    .whereNotNull('plenary_outcome')
    .count('* as counted')
  if (Number(counted) !== CASES) throw new Error(`only ${counted} cases were counted`)
  return spent
}

/** The rows alone: who took part and the papers, a transaction each member, then each case's result. */
async function bareRows(): Promise<number> {
  const { meetingId, board, ids } = await prepared()
  const start = performance.now()
  const [ballotId] = await db.table('ballots').insert({
    meeting_id: meetingId,
    stage: 'vote',
    members: MEMBERS,
    roll: MEMBERS,
    quorum: 17,
    opened_at: '2026-11-01 00:00:00.000',
  })
  for (const { id: member } of board.members)
    await db.transaction(async (trx) => {
      await trx
        .table('ballot_participations')
        .multiInsert(ids.map((id) => ({ ballot_id: ballotId, case_id: id, member_id: member })))
      await trx.table('ballot_papers').multiInsert(
        ids.map((id, index) => ({
          key: randomBytes(16),
          ballot_id: ballotId,
          case_id: id,
          choice: index % 3 ? 'yes' : 'no',
        }))
      )
    })
  await db.transaction(async (trx) => {
    for (const id of ids)
      await trx
        .from('meeting_cases')
        .where('id', id)
        .update({ plenary_tally: '{"roll":25,"cast":25,"yes":17,"no":8,"abstain":0}' })
  })
  return performance.now() - start
}
