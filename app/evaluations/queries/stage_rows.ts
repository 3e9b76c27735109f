import db from '@adonisjs/lucid/services/db'
import {
  caseKey,
  casesOf,
  membersOf,
  stateKey,
  type Board,
  type BoardMember,
} from '#evaluations/board'
import type Meeting from '#evaluations/models/meeting'
import { blockedBy, isDone, scopeBlockedBy, settledBy } from '#evaluations/progress'
import { casesFor } from '#evaluations/roles'
import type { ReviewStage } from '#province/ruleset'

/** Points as they are read: hundredths with two decimals. */
const pointsOf = (hundredths: number | null) =>
  hundredths === null ? null : (hundredths / 100).toFixed(2)
const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)

/** The cases of a stage as its list shows them to one member: the columns the mode names, and his own entries. */
export async function stageRows(
  meeting: Meeting,
  board: Board,
  stage: ReviewStage,
  member: BoardMember | null
) {
  const cases = casesFor(board, stage, member)
  if (cases.length === 0) return []
  const ids = cases.map(({ id }) => id)
  const rows = await db
    .from('meeting_cases as c')
    .join('applications as a', 'a.id', 'c.application_id')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .whereIn('c.id', ids)
    .select(
      'c.*',
      'a.person_name',
      'a.series_name',
      'a.specialty_name',
      'a.title_name',
      'o.name as unit'
    )
  const mine = (table: string) =>
    member
      ? db.from(table).whereIn('case_id', ids).where({ member_id: member.id, stage: stage.id })
      : Promise.resolve([])
  const [scores, advices, opinions] = [
    await mine('scores'),
    await mine('advices'),
    await mine('expert_opinions'),
  ]
  const next = board.mode.stages[board.mode.stages.indexOf(stage) + 1]
  const refusals = next
    ? await db
        .from('expert_opinions')
        .whereIn('case_id', ids)
        .where({ stage: next.id, decision: 'not_passed' })
        .orderBy('id')
        .select('case_id', 'text')
    : []
  const returns = new Map(refusals.map((row) => [Number(row.case_id), row.text as string]))
  const own = (list: Record<string, unknown>[], id: number) =>
    list.find((row) => row.case_id === id)
  const names = new Map(board.members.map(({ id, name }) => [id, name]))
  const groups = new Map(board.groups.map(({ id, name }) => [id, name]))
  return cases.map((one) => {
    const row = rows.find(({ id }) => id === one.id)!
    const reporting = stage.primitive === 'report'
    const tally = parsed(reporting ? (row.plenary_tally ?? row.group_tally) : row.group_tally)
    const blind = stage.blind === true
    return {
      id: one.id,
      version: one.version,
      blocked: blockedBy(board, stage, one),
      settled: settledBy(board, stage, one),
      // sent back by the stage after this one, with its reason
      returned: one.progress[stage.id] === false ? (returns.get(one.id) ?? '') : null,
      done: isDone(board, stage, one),
      values: {
        number: row.number,
        name: blind ? null : row.person_name,
        unit: blind ? null : row.unit,
        recommendingUnit: blind ? null : row.unit,
        series: row.series_name,
        specialty: row.specialty_name,
        title: row.title_name,
        reviewType: '评审',
        group: one.groupId ? (groups.get(one.groupId) ?? null) : null,
        lead: one.leadId ? (names.get(one.leadId) ?? null) : null,
        second: one.secondId ? (names.get(one.secondId) ?? null) : null,
        questions: one.questions,
        interviewOrder: row.interview_order ?? row.number,
        room: row.room,
        score: pointsOf(row.score),
        yes: tally?.yes ?? null,
        no: tally?.no ?? null,
        abstain: tally?.abstain ?? null,
        groupOpinion: row.group_opinion,
        outcome: reporting ? (row.plenary_outcome ?? row.group_outcome) : row.group_outcome,
        remark: row.remark,
      } as Record<string, string | number | null>,
      own: {
        items: (parsed(own(scores, one.id)?.items) ?? null) as Record<string, number> | null,
        choice: (own(advices, one.id)?.choice ?? null) as string | null,
        opinion: (own(advices, one.id)?.opinion ?? own(opinions, one.id)?.text ?? null) as
          string | null,
        decision: (own(opinions, one.id)?.decision ?? null) as string | null,
        // of a secret vote only that he took part is known
        took: member
          ? (board.participated.get(caseKey(stage.id, one.id))?.has(member.id) ?? false)
          : false,
      },
      meetingId: meeting.id,
    }
  })
}
export type StageRow = Awaited<ReturnType<typeof stageRows>>[number]

/** What a switch's page counts: who is through and who is not, by specialty; never how anyone chose. */
export async function switchCounts(board: Board, stage: ReviewStage, groupId: number) {
  const index = board.mode.stages.indexOf(stage)
  const provisional = board.mode.stages
    .slice(0, index)
    .findLast(({ primitive, scope }) => primitive === 'provisional_vote' && scope === stage.scope)
  const vote = board.mode.stages
    .slice(index)
    .find(({ primitive, scope }) => primitive === 'vote' && scope === stage.scope)!
  const members = membersOf(board, stage, groupId)
  const cases = casesOf(board, vote, groupId)
  const opened = board.states.get(stateKey(stage.id, groupId))?.status ?? null
  const given = opened
    ? vote.ballot === 'secret'
      ? board.participated
      : board.submitted
    : board.advised
  const counted = opened || !provisional ? vote : provisional
  const through = members.filter(
    ({ id }) =>
      cases.length > 0 && cases.every((one) => given.get(caseKey(counted.id, one.id))?.has(id))
  )
  const rows = cases.length
    ? await db
        .from('meeting_cases as c')
        .join('applications as a', 'a.id', 'c.application_id')
        .whereIn(
          'c.id',
          cases.map(({ id }) => id)
        )
        .groupBy('a.specialty_name')
        .select('a.specialty_name as specialty')
        .count('* as count')
    : []
  return {
    phase: counted.label,
    voted: through.length,
    notVoted: members.length - through.length,
    opened: opened !== null,
    closed: board.states.get(stateKey(vote.id, 0))?.status === 'closed',
    bySpecialty: rows.map((row) => ({
      specialty: row.specialty as string,
      count: Number(row.count),
    })),
    blocked: scopeBlockedBy(board, stage, groupId),
  }
}
