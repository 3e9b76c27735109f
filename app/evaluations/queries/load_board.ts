import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { rulesetById } from '#batches/queries/rulesets'
import {
  caseKey,
  stateKey,
  UNSEATED,
  type Board,
  type BoardCase,
  type BoardMember,
} from '#evaluations/board'
import { sizeOf } from '#evaluations/committees_of'
import Meeting from '#evaluations/models/meeting'
import type { Primitive } from '#province/ruleset'
import { NotFound } from '#web/refusal'

export interface LoadedMeeting {
  meeting: Meeting
  board: Board
}

/** What of a meeting an act needs: the cases it touches and the stages it goes by; everything else is left in the tables. */
export interface Need {
  cases?: number[]
  stages?: string[]
}

/**
 * The meeting with its mode, without its board. In a transaction its client is handed on: a second connection for each
 * of many who vote at once would leave all of them waiting for one another.
 */
export async function modeOf(
  meetingId: number,
  client: TransactionClientContract | typeof db = db
) {
  const meeting = await Meeting.query(client === db ? {} : { client: client as never })
    .where('id', meetingId)
    .first()
  if (!meeting) throw new NotFound('没有这个评审会议。')
  const { ruleset } = await rulesetById(meeting.rulesetId)
  const mode = ruleset.reviewModes.find(({ id }) => id === meeting.reviewMode)!
  return { meeting, mode, ruleset }
}

/** The stages whose work lies in a table. */
const HELD_BY: Record<'scores' | 'advices' | 'expert_opinions', Primitive[]> = {
  scores: ['score'],
  advices: ['provisional_vote', 'vote'],
  expert_opinions: ['recheck', 'opinion'],
}

/**
 * A meeting with all that its stages go by. Of a secret ballot only who took part is read, never a paper; a void ballot
 * is as if it had not been. Who worked on a case comes as one row per stage and case, however many members there are.
 */
export async function loadBoard(
  meetingId: number,
  client: TransactionClientContract | typeof db = db,
  need: Need = {}
): Promise<LoadedMeeting> {
  const { meeting, mode } = await modeOf(meetingId, client)
  const from = (table: string) => client.from(table)
  const work = async (
    table: keyof typeof HELD_BY,
    filter?: (query: Query) => void
  ): Promise<WorkRow[]> => {
    const stages = mode.stages
      .filter(({ primitive }) => HELD_BY[table].includes(primitive))
      .map(({ id }) => id)
      .filter((id) => !need.stages || need.stages.includes(id))
    if (stages.length === 0 || need.cases?.length === 0) return []
    const query = from(`${table} as t`)
      .groupBy('t.stage', 't.case_id')
      .select('t.stage', 't.case_id', db.raw('group_concat(t.member_id) as members'))
      .whereIn('t.stage', stages)
    if (need.cases) query.whereIn('t.case_id', need.cases)
    else
      query.whereIn('t.case_id', from('meeting_cases').where('meeting_id', meetingId).select('id'))
    filter?.(query)
    return query
  }
  const members = await from('meeting_members as m')
    .join('experts as e', 'e.id', 'm.expert_id')
    .where('m.meeting_id', meetingId)
    // drawn but not seated is not of the meeting
    .whereNotIn('m.status', UNSEATED)
    .orderBy('m.id')
    .select('m.*', 'e.name')
  const groups = await from('meeting_groups')
    .where('meeting_id', meetingId)
    .orderBy('id')
    .select('id', 'name', 'size')
  const cases = from('meeting_cases').where('meeting_id', meetingId).orderBy('number')
  if (need.cases) cases.whereIn('id', need.cases)
  const avoidances = from('avoidances as v')
    .join('meeting_cases as c', (join) =>
      join.on('c.application_id', 'v.application_id').andOn('c.meeting_id', 'v.meeting_id')
    )
    .where('v.meeting_id', meetingId)
    .select('c.id as case_id', 'v.member_id')
  if (need.cases) avoidances.whereIn('c.id', need.cases)
  const states = await from('stage_states').where('meeting_id', meetingId)
  const advices = await work('advices')
  const ballots = await from('ballots')
    .where('meeting_id', meetingId)
    .whereNot('status', 'void')
    .select('id', 'stage')
  const rolls = ballots.length
    ? await from('ballot_roll').whereIn(
        'ballot_id',
        ballots.map(({ id }) => id)
      )
    : []
  const board: Board = {
    mode,
    status: meeting.status,
    committeeSize: await sizeOf(meeting, client),
    members: members.map(memberOf),
    groups,
    cases: (await cases).map(caseOf),
    states: new Map(
      states.map((row) => [
        stateKey(row.stage, Number(row.group_id)),
        { status: row.status, detail: parsed(row.detail) as Record<string, unknown> },
      ])
    ),
    scored: bySet(await work('scores')),
    advised: bySet(advices),
    submitted: advices.length
      ? bySet(await work('advices', (query) => query.where('t.is_final', true)))
      : new Map(),
    opined: bySet(await work('expert_opinions')),
    participated: await participations(client, ballots, need),
    avoided: avoidedBy(await avoidances),
    rolls: new Map(
      ballots.map(({ id, stage }) => [
        stage,
        rolls.filter((row) => row.ballot_id === id).map((row) => Number(row.member_id)),
      ])
    ),
  }
  return { meeting, board }
}

type Query = ReturnType<typeof db.from>
interface WorkRow {
  stage: string
  case_id: number
  members: string
}

const bySet = (rows: WorkRow[]) =>
  new Map(
    rows.map((row) => [
      caseKey(row.stage, row.case_id),
      new Set(row.members.split(',').map(Number)),
    ])
  )

async function participations(
  client: TransactionClientContract | typeof db,
  ballots: { id: number; stage: string }[],
  { cases, stages }: Need
) {
  const asked = ballots.filter(({ stage }) => !stages || stages.includes(stage))
  if (asked.length === 0 || cases?.length === 0) return new Map<string, Set<number>>()
  const stageOf = new Map(asked.map(({ id, stage }) => [id, stage]))
  const query = client
    .from('ballot_participations')
    .whereIn(
      'ballot_id',
      asked.map(({ id }) => id)
    )
    .groupBy('ballot_id', 'case_id')
    .select('ballot_id', 'case_id', db.raw('group_concat(member_id) as members'))
  if (cases) query.whereIn('case_id', cases)
  return bySet((await query).map((row) => ({ ...row, stage: stageOf.get(row.ballot_id)! })))
}

function avoidedBy(rows: { case_id: number; member_id: number }[]) {
  const avoided = new Map<number, Set<number>>()
  for (const { case_id: id, member_id: member } of rows)
    avoided.set(id, (avoided.get(id) ?? new Set()).add(member))
  return avoided
}

const memberOf = (row: Record<string, any>): BoardMember => ({
  id: row.id,
  expertId: row.expert_id,
  accountId: row.account_id,
  name: row.name,
  groupId: row.group_id,
  office: row.office,
  isLeader: Boolean(row.is_leader),
  isReporter: Boolean(row.is_reporter),
  inPlenary: Boolean(row.in_plenary),
  status: row.status,
  pledged: row.pledged_at !== null,
})

const caseOf = (row: Record<string, any>): BoardCase => ({
  id: row.id,
  applicationId: row.application_id,
  number: row.number,
  groupId: row.group_id,
  leadId: row.lead_id,
  secondId: row.second_id,
  questions: row.questions,
  interviewOrder: row.interview_order,
  groupOutcome: row.group_outcome,
  progress: parsed(row.progress) as Record<string, boolean>,
  version: row.version,
})

const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : (value ?? {}))
