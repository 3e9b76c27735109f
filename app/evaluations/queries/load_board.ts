import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { rulesetById } from '#batches/queries/rulesets'
import { caseKey, stateKey, type Board, type BoardCase, type BoardMember } from '#evaluations/board'
import Meeting from '#evaluations/models/meeting'
import { NotFound } from '#web/refusal'

export interface LoadedMeeting {
  meeting: Meeting
  board: Board
}

/** A meeting with all that its stages go by. Of a secret ballot only who took part is read, never a paper. */
export async function loadBoard(
  meetingId: number,
  client: TransactionClientContract | typeof db = db
): Promise<LoadedMeeting> {
  const meeting = await Meeting.find(meetingId)
  if (!meeting) throw new NotFound('没有这个评审会议。')
  const { ruleset } = await rulesetById(meeting.rulesetId)
  const mode = ruleset.reviewModes.find(({ id }) => id === meeting.reviewMode)!
  const from = (table: string) => client.from(table)
  const ofCases = (table: string) =>
    from(`${table} as t`)
      .join('meeting_cases as c', 'c.id', 't.case_id')
      .where('c.meeting_id', meetingId)
  const committee = await from('committees')
    .where('id', meeting.committeeId)
    .select('size')
    .firstOrFail()
  const members = await from('meeting_members as m')
    .join('experts as e', 'e.id', 'm.expert_id')
    .where('m.meeting_id', meetingId)
    .orderBy('m.id')
    .select('m.*', 'e.name')
  const groups = await from('meeting_groups')
    .where('meeting_id', meetingId)
    .orderBy('id')
    .select('id', 'name')
  const cases = await from('meeting_cases').where('meeting_id', meetingId).orderBy('number')
  const states = await from('stage_states').where('meeting_id', meetingId)
  const scores = await ofCases('scores').select('t.stage', 't.case_id', 't.member_id')
  const advices = await ofCases('advices').select(
    't.stage',
    't.case_id',
    't.member_id',
    't.is_final'
  )
  const opinions = await ofCases('expert_opinions').select('t.stage', 't.case_id', 't.member_id')
  const avoidances = await from('avoidances as v')
    .join('meeting_cases as c', (join) =>
      join.on('c.application_id', 'v.application_id').andOn('c.meeting_id', 'v.meeting_id')
    )
    .where('v.meeting_id', meetingId)
    .select('c.id as case_id', 'v.member_id')
  const ballots = await from('ballots').where('meeting_id', meetingId).select('id', 'stage')
  const ids = ballots.map(({ id }) => id)
  const taken = ids.length ? await from('ballot_participations').whereIn('ballot_id', ids) : []
  const rolls = ids.length ? await from('ballot_roll').whereIn('ballot_id', ids) : []
  const stageOf = new Map(ballots.map(({ id, stage }) => [id, stage as string]))
  const board: Board = {
    mode,
    status: meeting.status,
    committeeSize: committee.size,
    members: members.map(memberOf),
    groups,
    cases: cases.map(caseOf),
    states: new Map(
      states.map((row) => [
        stateKey(row.stage, Number(row.group_id)),
        { status: row.status, detail: parsed(row.detail) as Record<string, unknown> },
      ])
    ),
    scored: bySet(scores),
    advised: bySet(advices),
    submitted: bySet(advices.filter(({ is_final: final }) => final)),
    opined: bySet(opinions),
    participated: bySet(taken.map((row) => ({ ...row, stage: stageOf.get(row.ballot_id) }))),
    avoided: avoidedBy(avoidances),
    rolls: new Map(
      ballots.map(({ id, stage }) => [
        stage,
        rolls.filter((row) => row.ballot_id === id).map((row) => Number(row.member_id)),
      ])
    ),
  }
  return { meeting, board }
}

function bySet(rows: { stage: string; case_id: number; member_id: number }[]) {
  const sets = new Map<string, Set<number>>()
  for (const row of rows) {
    const key = caseKey(row.stage, row.case_id)
    const set = sets.get(key) ?? new Set<number>()
    set.add(row.member_id)
    sets.set(key, set)
  }
  return sets
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
  groupOutcome: row.group_outcome,
  progress: parsed(row.progress) as Record<string, boolean>,
  version: row.version,
})

const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : (value ?? {}))
