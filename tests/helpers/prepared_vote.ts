import db from '@adonisjs/lucid/services/db'
import * as ballot from '#evaluations/acts/ballot'
import { loadBoard } from '#evaluations/queries/load_board'
import { makeMeeting } from '#tests/helpers/meetings'
import { systemContext } from '#web/actor'

const AT = '2026-11-01 00:00:00.000'

/** A meeting of that size whose secret vote is open; what goes before the vote is written straight into the tables. */
export async function openVoteOf(size: { members: number; cases: number }): Promise<number> {
  const meetingId = await makeMeeting({ mode: 'scored_review', groups: 0, ...size })
  const { board } = await loadBoard(meetingId)
  const rows = (stage: string, extra: object) =>
    board.members.flatMap(({ id: member }) =>
      board.cases.map(({ id }) => ({
        case_id: id,
        member_id: member,
        stage,
        saved_at: AT,
        ...extra,
      }))
    )
  const opinions = rows('recheck', { text: '通过', decision: 'passed' })
  const scores = ['interview_score', 'material_score'].flatMap((stage) =>
    rows(stage, { items: '{}', total: 8000 })
  )
  for (const [table, all] of [
    ['expert_opinions', opinions],
    ['scores', scores],
  ] as const)
    for (let from = 0; from < all.length; from += 2000)
      await db.table(table).multiInsert(all.slice(from, from + 2000))
  const office = systemContext()
  const memberIds = board.members.map(({ id }) => id)
  await ballot.fixRoll(office, { meetingId, stage: 'roll' }, { memberIds })
  await ballot.openVoting(office, { meetingId, stage: 'open_voting' })
  return meetingId
}
