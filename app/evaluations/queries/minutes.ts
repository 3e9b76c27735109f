import db from '@adonisjs/lucid/services/db'
import { outcomeCounts, resultsByCase, resultsByJudge } from '#evaluations/queries/meeting_results'
import { namesOf } from '#evaluations/committees_of'
import { loadBoard } from '#evaluations/queries/load_board'
import type Meeting from '#evaluations/models/meeting'
import { shanghai } from '#web/day'

/** A page lists no more results than a browser shows and prints; the document lists all. */
const ON_A_PAGE = 5000

/** All there is to sign: who attended, how often was voted, what came out for whom (R31, R32). */
export async function minutesOf(meeting: Meeting, most = ON_A_PAGE) {
  const { board } = await loadBoard(meeting.id)
  const committee = await db
    .from('committees as c')
    .join('organizations as o', 'o.id', 'c.organization_id')
    .where('c.id', meeting.committeeId)
    .select('o.name as organization')
    .firstOrFail()
  const left = await db
    .from('meeting_members')
    .where('meeting_id', meeting.id)
    .whereNotNull('reason')
    .select('id', 'reason')
  const reasons = new Map(left.map((row) => [Number(row.id), row.reason as string]))
  const ballots = await db.from('ballots').where('meeting_id', meeting.id).orderBy('id')
  const results = await resultsByCase(meeting.id, { page: 1, pageSize: most, sort: null }, {})
  const members = resultsByJudge(board)
  return {
    committee: (await namesOf(meeting)).join('、'),
    organization: committee.organization as string,
    size: board.committeeSize,
    // on paper the number is entered with the counts (HU-14)
    presentCount:
      meeting.flow === 'offline'
        ? (results.data.find(({ tally }) => tally)?.tally?.roll ?? 0)
        : members.filter(({ status }) => status === 'active').length,
    members: members.map((member) => ({
      ...member,
      reason: reasons.get(member.id) ?? null,
    })),
    ballots: ballots.map((row) => ({
      round: row.round as number,
      status: row.status as string,
      roll: row.roll as number,
      quorum: row.quorum as number,
      openedAt: shanghai(row.opened_at),
      closedAt: row.closed_at ? shanghai(row.closed_at) : null,
      reason: row.void_reason as string | null,
    })),
    counts: await outcomeCounts(meeting.id),
    total: results.meta.total,
    // whom a group did not pass the committee does not vote on: his counts are those of the group, as in the report
    rows: results.data.map((row) => {
      const byGroup = row.tally === null && row.outcome === 'not_passed'
      return { ...row, byGroup, tally: byGroup ? row.groupTally : row.tally }
    }),
  }
}
