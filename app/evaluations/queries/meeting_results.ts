import db from '@adonisjs/lucid/services/db'
import { avoids, caseKey, casesOf, type Board, type BoardCase } from '#evaluations/board'
import type { Tally } from '#lifecycle/commands'
import { paged, type Page } from '#web/paging'
import { containing } from '#web/like'

const parsed = (value: unknown): Tally | null =>
  typeof value === 'string' ? JSON.parse(value) : ((value ?? null) as Tally | null)

export interface ResultFilters {
  q?: string
  outcome?: string
  group?: string
}

/** Results by case (按材料查看, HB-75, HB-76): counts stand only once the ballot is closed. */
export async function resultsByCase(meetingId: number, page: Page, filters: ResultFilters) {
  const query = db
    .from('meeting_cases as c')
    .join('applications as a', 'a.id', 'c.application_id')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .leftJoin('meeting_groups as g', 'g.id', 'c.group_id')
    .where('c.meeting_id', meetingId)
    .orderBy('c.number')
    .select(
      'c.id',
      'c.number',
      'c.score',
      'c.group_outcome',
      'c.group_tally',
      'c.group_opinion',
      'c.plenary_outcome',
      'c.plenary_tally',
      'c.remark',
      'a.person_name',
      'a.series_name',
      'a.specialty_name',
      'a.title_name',
      'o.name as unit',
      'g.name as group_name'
    )
  const { q, outcome, group } = filters
  if (q)
    query.where((any) =>
      any.where('a.person_name', 'like', containing(q)).orWhere('o.name', 'like', containing(q))
    )
  if (group) query.where('c.group_id', Number(group) || 0)
  if (outcome === 'passed') query.where('c.plenary_outcome', 'passed')
  if (outcome === 'not_passed')
    query.where((any) =>
      any.where('c.plenary_outcome', 'not_passed').orWhere('c.group_outcome', 'not_passed')
    )
  if (outcome === 'open')
    query.whereNull('c.plenary_outcome').whereRaw("coalesce(c.group_outcome, '') <> 'not_passed'")
  const { data, meta } = await paged<Record<string, any>>(query as never, page)
  return {
    meta,
    data: data.map((row) => ({
      id: row.id as number,
      number: row.number as number,
      name: row.person_name as string,
      unit: row.unit as string,
      series: row.series_name as string,
      specialty: row.specialty_name as string,
      title: row.title_name as string,
      group: row.group_name as string | null,
      score: row.score === null ? null : (row.score / 100).toFixed(2),
      groupTally: parsed(row.group_tally),
      groupOpinion: row.group_opinion as string | null,
      tally: parsed(row.plenary_tally),
      outcome: (row.plenary_outcome ??
        (row.group_outcome === 'not_passed' ? 'not_passed' : null)) as string | null,
      remark: row.remark as string | null,
    })),
  }
}
export type CaseResultRow = Awaited<ReturnType<typeof resultsByCase>>['data'][number]

/**
 * Results by judge (按评委查看): of a secret vote only who took part in how many of his cases, never a choice
 * (design §10.1).
 */
export function resultsByJudge(board: Board, { q, group }: ResultFilters = {}) {
  const vote = board.mode.stages.findLast(({ primitive }) => primitive === 'vote')!
  const cases = casesOf(board, vote, 0)
  const roll = board.rolls.get(vote.id)
  const groups = new Map(board.groups.map(({ id, name }) => [id, name]))
  const shown = board.members.filter(
    ({ name, groupId }) => (!q || name.includes(q)) && (!group || groupId === Number(group))
  )
  return shown.map((member) => {
    const due = cases.filter((one) => !avoids(board, member.id, one))
    return {
      id: member.id,
      name: member.name,
      office: member.office,
      group: member.groupId ? (groups.get(member.groupId) ?? null) : null,
      status: member.status,
      onRoll: roll ? roll.includes(member.id) : null,
      voted: due.filter((one) => board.participated.get(caseKey(vote.id, one.id))?.has(member.id))
        .length,
      due: roll?.includes(member.id) ? due.length : 0,
      avoided: cases.length - due.length,
    }
  })
}
export type JudgeRow = ReturnType<typeof resultsByJudge>[number]

/** How many passed and how many did not by specialty, in a group or in all; only of what has been counted. */
export async function outcomeCounts(meetingId: number, groupId = 0) {
  const query = db
    .from('meeting_cases as c')
    .join('applications as a', 'a.id', 'c.application_id')
    .where('c.meeting_id', meetingId)
    .groupBy('a.specialty_name')
    .orderBy('a.specialty_name')
    .select('a.specialty_name as specialty')
    .count('* as count')
  const sum = (column: string, outcome: string) =>
    db.raw(`sum(coalesce(${column} = '${outcome}', false)) as ${outcome}`)
  if (groupId)
    query
      .where('c.group_id', groupId)
      .select(sum('c.group_outcome', 'passed'), sum('c.group_outcome', 'not_passed'))
  else query.select(sum('c.plenary_outcome', 'passed'), sum(OUTCOME, 'not_passed'))
  return (await query).map((row) => ({
    specialty: row.specialty as string,
    count: Number(row.count),
    passed: Number(row.passed),
    notPassed: Number(row.not_passed),
  }))
}

/** The same with how many of the votes due are in; that somebody voted, never how. */
export function votesBySpecialty(
  outcomes: Awaited<ReturnType<typeof outcomeCounts>>,
  vote: {
    cases: BoardCase[]
    specialties: Map<number, string>
    due: (one: BoardCase) => { id: number }[]
    given: (one: BoardCase) => Set<number> | undefined
  }
) {
  const counts = new Map<string, { due: number; cast: number }>()
  for (const one of vote.cases) {
    const specialty = vote.specialties.get(one.applicationId) ?? ''
    const count = counts.get(specialty) ?? { due: 0, cast: 0 }
    const due = vote.due(one)
    count.due += due.length
    count.cast += due.filter(({ id }) => vote.given(one)?.has(id)).length
    counts.set(specialty, count)
  }
  return outcomes.map((row) => ({ ...row, ...(counts.get(row.specialty) ?? { due: 0, cast: 0 }) }))
}

/** Whom a group did not pass is not passed, though the plenary never saw him (HN-08). */
const OUTCOME =
  "coalesce(c.plenary_outcome, if(c.group_outcome = 'not_passed', 'not_passed', null))"
