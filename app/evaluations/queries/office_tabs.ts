import db from '@adonisjs/lucid/services/db'
import { drawsMembers } from '#evaluations/actions/seats'
import { committeesOf } from '#evaluations/committees_of'
import { UNSEATED, type Board } from '#evaluations/board'
import type Meeting from '#evaluations/models/meeting'
import { undoSteps } from '#evaluations/undo'
import { paged, type Page } from '#web/paging'
import { shanghai } from '#web/day'
import { containing } from '#web/like'

/** Lists of a meeting's office page, each of one tab; paged by the database. */

export interface OfficeFilters {
  q?: string
  group?: string
}

/** Experts of the committee's pool with their place in the meeting; members first. */
export async function poolOf(meeting: Meeting, page: Page, { q, group }: OfficeFilters) {
  const query = db
    .from('experts as e')
    .leftJoin('meeting_members as m', (join) =>
      join.on('m.expert_id', 'e.id').andOnVal('m.meeting_id', meeting.id)
    )
    .whereExists(
      db
        .from('committee_experts as p')
        .whereColumn('p.expert_id', 'e.id')
        .whereIn('p.committee_id', await committeesOf(meeting))
        .select(db.raw('1'))
    )
    .orderByRaw('m.id is null, m.id, e.id')
    .select(
      'e.id',
      'e.name',
      'e.unit_name',
      'e.title_name',
      'e.specialty_name',
      'm.id as member_id',
      'm.group_id',
      'm.office',
      'm.is_leader',
      'm.is_reporter',
      'm.status',
      'm.reason',
      'm.account_id',
      'm.draw_id'
    )
  if (meeting.status !== 'preparing' || (await drawsMembers(meeting)))
    query.whereNotNull('m.id').whereNotIn('m.status', UNSEATED)
  if (q)
    query.where((any) =>
      any.where('e.name', 'like', containing(q)).orWhere('e.unit_name', 'like', containing(q))
    )
  if (group) query.where('m.group_id', Number(group) || 0)
  const { data, meta } = await paged<Record<string, any>>(query as never, page)
  return {
    meta,
    data: data.map((row) => ({
      id: row.id as number,
      memberId: row.member_id as number | null,
      name: row.name as string,
      unit: row.unit_name as string,
      title: row.title_name as string,
      specialty: row.specialty_name as string,
      groupId: row.group_id as number | null,
      office: row.office as string | null,
      isLeader: Boolean(row.is_leader),
      isReporter: Boolean(row.is_reporter),
      status: row.status as string | null,
      reason: row.reason as string | null,
      hasAccount: row.account_id !== null,
      isDrawn: row.draw_id !== null,
    })),
  }
}

const INTERVIEW_ORDER =
  'c.interview_at is null, c.interview_at, c.room, c.interview_order is null, c.interview_order, c.number'

/** The meeting's cases with group, interview and outcome by their numbers; interviews in the order of the day. */
export async function casesOfMeeting(
  meeting: Meeting,
  page: Page,
  { q, group }: OfficeFilters,
  tab?: string
) {
  const query = db
    .from('meeting_cases as c')
    .join('applications as a', 'a.id', 'c.application_id')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .where('c.meeting_id', meeting.id)
    .orderByRaw(tab === 'interviews' ? INTERVIEW_ORDER : 'c.number')
    .select(
      'c.id',
      'c.number',
      'c.group_id',
      'c.group_outcome',
      'c.plenary_outcome',
      'c.plenary_tally',
      'c.score',
      'c.remark',
      'c.room',
      'c.interview_order',
      'c.interview_at',
      'c.lesson_title',
      'c.chapter',
      'c.edition',
      'a.person_name',
      'a.specialty_name',
      'a.title_name',
      'o.name as unit'
    )
  if (q)
    query.where((any) =>
      any.where('a.person_name', 'like', containing(q)).orWhere('o.name', 'like', containing(q))
    )
  if (group === 'none') query.whereNull('c.group_id')
  else if (group) query.where('c.group_id', Number(group) || 0)
  const { data, meta } = await paged<Record<string, any>>(query as never, page)
  return {
    meta,
    data: data.map((row) => ({
      id: row.id as number,
      number: row.number as number,
      name: row.person_name as string,
      unit: row.unit as string,
      specialty: row.specialty_name as string,
      title: row.title_name as string,
      groupId: row.group_id as number | null,
      outcome: (row.plenary_outcome ??
        (row.group_outcome === 'not_passed' ? 'not_passed' : null)) as string | null,
      room: row.room as string | null,
      order: row.interview_order as number | null,
      at: row.interview_at ? shanghai(row.interview_at) : null,
      lessonTitle: row.lesson_title as string | null,
      chapter: row.chapter as string | null,
      edition: row.edition as string | null,
      score: row.score === null ? null : Number(row.score) / 100,
      remark: row.remark as string | null,
      tally: (typeof row.plenary_tally === 'string'
        ? JSON.parse(row.plenary_tally)
        : row.plenary_tally) as { yes: number; no: number; abstain: number; roll: number } | null,
    })),
  }
}

/** Who steps back from whom, and by whose word. */
export async function avoidancesOf(meeting: Meeting, page: Page) {
  const query = db
    .from('avoidances as v')
    .join('meeting_members as m', 'm.id', 'v.member_id')
    .join('experts as e', 'e.id', 'm.expert_id')
    .join('applications as a', 'a.id', 'v.application_id')
    .where('v.meeting_id', meeting.id)
    .orderBy('v.id', 'desc')
    .select(
      'v.id',
      'v.kind',
      'v.reason',
      'v.entered_by',
      'v.created_at',
      'e.name as member',
      'a.person_name as applicant'
    )
  const { data, meta } = await paged<Record<string, any>>(query as never, page)
  return {
    meta,
    data: data.map((row) => ({
      id: row.id as number,
      kind: row.kind as string,
      reason: row.reason as string,
      by: row.entered_by as string | null,
      at: shanghai(row.created_at),
      member: row.member as string,
      applicant: row.applicant as string,
    })),
  }
}

/** What can be taken back now, for all or for one person, and what was. */
export async function undosOf(meeting: Meeting, board: Board, caseId?: number) {
  const rows = await db
    .from('meeting_undos')
    .where('meeting_id', meeting.id)
    .orderBy('id', 'desc')
    .limit(100)
  return {
    steps: undoSteps(board, caseId).map(({ id, label, caseIds, after, wholeBallot }) => ({
      id,
      label,
      count: caseIds.length,
      after,
      wholeBallot,
      whole: wholeBallot || id === board.mode.stages.at(-1)!.id,
    })),
    history: rows.map((row) => ({
      id: row.id as number,
      label: row.label as string,
      count: (typeof row.case_ids === 'string' ? JSON.parse(row.case_ids) : row.case_ids)
        .length as number,
      reason: row.reason as string,
      status: row.status as string,
      askedBy: row.asked_by as number | null,
      asked: row.asked_name as string,
      askedAt: shanghai(row.asked_at),
      decided: row.decided_name as string | null,
    })),
  }
}
