import db from '@adonisjs/lucid/services/db'
import Meeting from '#evaluations/models/meeting'
import { rulesetById } from '#batches/queries/rulesets'
import { isOffice } from '#evaluations/acts/act'
import type { Actor, ActorContext } from '#web/actor'
import { paged, type Page, type Paged } from '#web/paging'
import { NotFound } from '#web/refusal'
import { containing } from '#web/like'

export const MEETING_FILTERS = ['name', 'committee', 'status'] as const
export type MeetingFilters = Partial<Record<(typeof MEETING_FILTERS)[number], string>>

export interface ResultMeeting {
  id: number
  name: string
  committee: string
  status: string
  hasMinutes: boolean
  minutesRequired: boolean
  /** working days of its publicity */
  days: number
  /** bodies that publicise its results, by the rules */
  publishers: string[]
  rules: string[]
  /** results that wait for the actor's publicity */
  waiting: number
  counts: MeetingCounts
}
export interface MeetingCounts {
  reported: number
  passed: number
  notPassed: number
  inPublicity: number
  objection: number
}

/** Meetings whose results are in: of the committee an account stands for, of those a body keeps, publicises or numbers. */
export async function listMeetings(
  actor: Actor,
  filters: MeetingFilters,
  page: Page
): Promise<Paged<ResultMeeting>> {
  const query = db
    .from('meetings as m')
    .join('committees as c', 'c.id', 'm.committee_id')
    .whereIn('m.status', ['reported', 'closed'])
    .orderBy('m.id', 'desc')
    .select(
      'm.id',
      'm.name',
      'm.status',
      'm.minutes_file_id',
      'm.ruleset_id',
      'c.name as committee'
    )
  concerningMeetings(query, actor)
  if (filters.name) query.where('m.name', 'like', containing(filters.name))
  if (filters.committee) query.where('c.name', 'like', containing(filters.committee))
  if (filters.status === 'reported' || filters.status === 'closed')
    query.where('m.status', filters.status)
  if (filters.status === 'waiting') query.whereIn('m.id', meetingsToPublicise(actor))
  const found = await paged<Record<string, any>>(query as never, page)
  const ids = found.data.map(({ id }) => id as number)
  const [counts, publishers, waiting] = await Promise.all([
    countsOf(ids),
    publishersOf(ids),
    waitingFor(actor, ids),
  ])
  const data = []
  for (const row of found.data) {
    const { ruleset } = await rulesetById(row.ruleset_id)
    const own = publishers.filter(({ meetingId }) => meetingId === row.id)
    data.push({
      id: row.id as number,
      name: row.name as string,
      committee: row.committee as string,
      status: row.status as string,
      hasMinutes: row.minutes_file_id !== null,
      minutesRequired: ruleset.results.minutesRequired,
      days: ruleset.results.publicityWorkingDays,
      publishers: [...new Set(own.map(({ name }) => name))],
      rules: [...new Set(own.map(({ rule }) => rule))],
      waiting: waiting.get(row.id) ?? 0,
      counts: counts.get(row.id) ?? NONE,
    })
  }
  return { meta: found.meta, data }
}

/** Narrows a query over meetings `m` and committees `c`. */
function concerningMeetings(query: ReturnType<typeof db.from>, actor: Actor) {
  if (actor.committeeId !== null) return query.where('c.id', actor.committeeId)
  const own = actor.organizationId ?? 0
  return query.where((any) =>
    any
      .where('c.organization_id', own)
      .orWhere('c.office_id', own)
      .orWhereIn(
        'm.id',
        db
          .from('result_roles')
          .where('organization_id', own)
          .whereNotNull('meeting_id')
          .select('meeting_id')
      )
  )
}

/** The meeting if its results concern the actor; its committee's office sees it before the report too. */
export async function visibleMeeting(ctx: ActorContext, id: number): Promise<Meeting> {
  const query = db
    .from('meetings as m')
    .join('committees as c', 'c.id', 'm.committee_id')
    .where('m.id', id)
    .select('m.id')
  if (ctx.actor.kind !== 'system') concerningMeetings(query, ctx.actor)
  const meeting = (await query.first()) ? await Meeting.find(id) : null
  if (!meeting) throw new NotFound('没有这个评审会议。')
  if (
    meeting.status !== 'reported' &&
    meeting.status !== 'closed' &&
    !(await isOffice(ctx, meeting))
  )
    throw new NotFound('评审结果尚未上报。')
  return meeting
}

const NONE: MeetingCounts = { reported: 0, passed: 0, notPassed: 0, inPublicity: 0, objection: 0 }

export async function countsOf(meetingIds: number[]): Promise<Map<number, MeetingCounts>> {
  const counts = new Map<number, MeetingCounts>()
  if (meetingIds.length === 0) return counts
  const rows = await db
    .from('applications')
    .whereIn('meeting_id', meetingIds)
    .groupBy('meeting_id', 'stage', 'outcome')
    .select('meeting_id', 'stage', 'outcome')
    .count('* as count')
  for (const row of rows) {
    const one = counts.get(row.meeting_id) ?? { ...NONE }
    const count = Number(row.count)
    if (row.stage === 'reported') one.reported += count
    if (row.stage === 'in_publicity') one.inPublicity += count
    if (row.stage === 'objection') one.objection += count
    if (row.outcome === 'passed') one.passed += count
    if (row.outcome === 'not_passed') one.notPassed += count
    counts.set(row.meeting_id, one)
  }
  return counts
}

async function publishersOf(meetingIds: number[]) {
  if (meetingIds.length === 0) return []
  const rows = await db
    .from('result_roles as r')
    .join('applications as a', 'a.id', 'r.application_id')
    .join('organizations as o', 'o.id', 'r.organization_id')
    .whereIn('a.meeting_id', meetingIds)
    .where('r.role', 'publisher')
    .groupBy('a.meeting_id', 'o.name', 'r.rule')
    .select('a.meeting_id', 'o.name', 'r.rule')
  return rows.map((row) => ({
    meetingId: row.meeting_id as number,
    name: row.name as string,
    rule: row.rule as string,
  }))
}

/** Meetings with results that the actor's body has still to publicise. */
export function meetingsToPublicise(actor: Actor) {
  const query = db
    .from('result_roles as r')
    .join('applications as a', 'a.id', 'r.application_id')
    .where({ 'r.organization_id': actor.organizationId ?? 0, 'r.role': 'publisher' })
    .where('a.stage', 'reported')
    .groupBy('a.meeting_id')
    .select('a.meeting_id')
  return actor.committeeId === null ? query : query.where('a.committee_id', actor.committeeId)
}

/** How many results of each meeting wait for the actor's own publicity. */
export async function waitingFor(actor: Actor, meetingIds: number[]): Promise<Map<number, number>> {
  if (meetingIds.length === 0) return new Map()
  const query = meetingsToPublicise(actor).whereIn('a.meeting_id', meetingIds)
  const rows = await query.count('* as count')
  return new Map(rows.map((row) => [row.meeting_id as number, Number(row.count)]))
}
