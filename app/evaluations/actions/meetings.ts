import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { rulesetById } from '#batches/queries/rulesets'
import Batch from '#batches/models/batch'
import Committee from '#committees/models/committee'
import { isOffice, keepsCommittee } from '#evaluations/acts/act'
import { assertPlaced, assertSeatable, openSeats } from '#evaluations/actions/seats'
import { committeesOf } from '#evaluations/committees_of'
import { detectAvoidances } from '#evaluations/detect_avoidances'
import { revealDraws } from '#evaluations/draws/actions'
import Meeting from '#evaluations/models/meeting'
import { planOfMeeting } from '#evaluations/plans/plan'
import { assertBegun, assertPlanOpen, assertReady } from '#evaluations/plans/readiness'
import apply from '#lifecycle/apply'
import type { ScoreItem } from '#province/ruleset'
import type { ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal } from '#web/refusal'
import { DateTime } from 'luxon'
import { stamp } from '#web/stamp'

export interface MeetingInput {
  name: string
  committeeId: number
  /** committees that review together with it (HB-50) */
  jointIds?: number[]
  batchId: number
  reviewMode: string
  flow?: 'online' | 'offline'
  startsOn: string
  endsOn: string
  place: string
  staff?: string | null
  note?: string | null
}

/** Calls a meeting of a committee (HB-50); outside its validity a committee does not review (R3). */
export async function createMeeting(ctx: ActorContext, input: MeetingInput): Promise<Meeting> {
  const joint = [...new Set(input.jointIds)].filter((id) => id !== input.committeeId)
  const [committee, ...others] = await Promise.all(
    [input.committeeId, ...joint].map((id) => ownCommittee(ctx, id))
  )
  const batch = await Batch.findOrFail(input.batchId)
  const { ruleset } = await rulesetById(batch.rulesetId)
  const errors: { field: string; message: string }[] = []
  if (!ruleset.reviewModes.some(({ id }) => id === input.reviewMode))
    errors.push({ field: 'reviewMode', message: '请选择评审模式' })
  if (input.flow && !ruleset.plans.flows.includes(input.flow))
    errors.push({ field: 'flow', message: '请选择评审流程' })
  errors.push(...dateFaults(input, committee, others))
  if (errors.length > 0) throw new Refusal('meeting', '请更正会议信息。', errors)
  return db.transaction(async (trx) => {
    const meeting = await Meeting.create(
      {
        name: input.name,
        committeeId: committee.id,
        batchId: batch.id,
        rulesetId: batch.rulesetId,
        reviewMode: input.reviewMode,
        flow: input.flow ?? 'online',
        ...zoned(input.startsOn, input.endsOn),
        place: input.place,
        staff: input.staff ?? null,
        note: input.note ?? null,
        status: 'preparing',
        version: 1,
      },
      { client: trx }
    )
    if (others.length > 0)
      await trx
        .table('meeting_committees')
        .multiInsert(others.map(({ id }) => ({ meeting_id: meeting.id, committee_id: id })))
    await audit(
      ctx,
      { action: 'meeting.created', objectType: 'meeting', objectId: meeting.id },
      trx
    )
    return meeting
  })
}

type Days = Pick<MeetingInput, 'startsOn' | 'endsOn'>

function dateFaults({ startsOn, endsOn }: Days, committee: Committee, others: Committee[]) {
  const faults = endsOn < startsOn ? [{ field: 'endsOn', message: '结束时间不能早于开始时间' }] : []
  for (const each of [committee, ...others])
    if (startsOn < each.validFrom || endsOn > each.validUntil)
      faults.push({
        field: each === committee ? 'committeeId' : 'jointIds',
        message: `${each.name}的有效期为 ${each.validFrom} 至 ${each.validUntil}，有效期外不能评审`,
      })
  return faults
}

/** The same for a meeting that is there, where only the days can be mended. */
export async function assertDates(meeting: Meeting, days: Days) {
  const [committee, ...others] = await Committee.query()
    .whereIn('id', await committeesOf(meeting))
    .orderByRaw('id = ? desc', [meeting.committeeId])
  const faults = dateFaults(days, committee, others)
  if (faults.length > 0)
    throw new Refusal(
      'meeting',
      '请更正会议信息。',
      faults.map(({ message }) => ({ field: 'endsOn', message }))
    )
}

/** From the first moment of the first day to the last of the last. */
export function zoned(startsOn: string, endsOn: string) {
  const day = (value: string) => DateTime.fromISO(value, { zone: 'Asia/Shanghai' }).toUTC()
  return { startsAt: day(startsOn), endsAt: day(endsOn).plus({ hours: 24, seconds: -1 }) }
}

async function ownCommittee({ actor }: ActorContext, id: number): Promise<Committee> {
  const committee = await Committee.find(id)
  if (!committee) throw new NotFound('没有这个评委会。')
  const own =
    actor.kind === 'system' ||
    actor.committeeId === id ||
    (actor.committeeId === null && (await keepsCommittee(actor.organizationId, id)))
  if (!own) throw new Forbidden('该评委会的评审会议不由您的机构组织。')
  return committee
}

/** The meeting, if the actor's office runs it and it is still being prepared. */
export async function preparing(ctx: ActorContext, id: number): Promise<Meeting> {
  const meeting = await officeMeeting(ctx, id)
  if (meeting.status !== 'preparing')
    throw new Refusal('meeting', '会议已经开始，不能再修改准备事项。')
  return meeting
}

export async function officeMeeting(ctx: ActorContext, id: number): Promise<Meeting> {
  const meeting = await Meeting.find(id)
  if (!meeting) throw new NotFound('没有这个评审会议。')
  if (!(await isOffice(ctx, meeting))) throw new Forbidden()
  return meeting
}

/** A group of the meeting (HB-52). */
export async function addGroup(
  ctx: ActorContext,
  meetingId: number,
  input: { name: string; size: number }
) {
  const meeting = await preparing(ctx, meetingId)
  const known = await db
    .from('meeting_groups')
    .where({ meeting_id: meeting.id, name: input.name })
    .first()
  if (known) throw new Refusal('name', '请更换分组名', [{ field: 'name', message: '已有同名分组' }])
  const [id] = await db.table('meeting_groups').insert({ meeting_id: meeting.id, ...input })
  return id as number
}

export interface MemberInput {
  expertId: number
  groupId?: number | null
  office?: 'chair' | 'vice_chair' | null
  isLeader?: boolean
  isReporter?: boolean
  inPlenary?: boolean
}

/** Takes an expert of the committee's pool into the meeting, or changes his place: one chair, at most two vice chairs (HB-55). */
export async function setMember(ctx: ActorContext, meetingId: number, input: MemberInput) {
  const meeting = await preparing(ctx, meetingId)
  await assertSeatable(ctx, meeting, input.expertId)
  await assertPlaced(meeting, input.expertId)
  await db.transaction(async (trx) => {
    const others = await trx
      .from('meeting_members')
      .where('meeting_id', meeting.id)
      .whereNot('expert_id', input.expertId)
      .forUpdate()
    const count = (office: string) => others.filter((row) => row.office === office).length
    if (input.office === 'chair' && count('chair') >= 1)
      throw new Refusal('chair', '主任只能指定一位。')
    if (input.office === 'vice_chair' && count('vice_chair') >= 2)
      throw new Refusal('vice_chair', '副主任最多指定两位。')
    if (input.isReporter && others.some((row) => row.is_reporter))
      throw new Refusal('reporter', '上报人只能指定一位。')
    await trx
      .insertQuery()
      .table('meeting_members')
      .knexQuery.insert({
        meeting_id: meeting.id,
        expert_id: input.expertId,
        group_id: input.groupId ?? null,
        office: input.office ?? null,
        is_leader: input.isLeader ?? false,
        is_reporter: input.isReporter ?? false,
        in_plenary: input.inPlenary ?? true,
        status: 'active',
      })
      .onConflict(['meeting_id', 'expert_id'])
      .merge(['group_id', 'office', 'is_leader', 'is_reporter', 'in_plenary'])
  })
}

/** Brings all qualified cases of the meeting's committees and the batch into it (HB-56). */
export async function addCases(ctx: ActorContext, meetingId: number): Promise<number> {
  const meeting = await preparing(ctx, meetingId)
  await assertPlanOpen(meeting.id)
  const waiting = await db
    .from('applications')
    .whereIn('committee_id', await committeesOf(meeting))
    .where({ batch_id: meeting.batchId, stage: 'qualified' })
    .orderBy('id')
    .select('id')
  const [{ last }] = await db
    .from('meeting_cases')
    .where('meeting_id', meeting.id)
    .max('number as last')
  let number = Number(last ?? 0)
  for (const { id } of waiting)
    await apply(ctx, {
      applicationId: id,
      command: { type: 'enter_evaluation', meetingId: meeting.id },
      alongside: async (trx) => {
        await trx.table('meeting_cases').insert({
          meeting_id: meeting.id,
          application_id: id,
          number: ++number,
          progress: '{}',
        })
      },
    })
  return waiting.length
}

/** Puts cases into a group; without a list, all that have none yet. */
export async function groupCases(
  ctx: ActorContext,
  meetingId: number,
  input: { groupId: number; caseIds?: number[] }
): Promise<number> {
  const meeting = await preparing(ctx, meetingId)
  const group = await db
    .from('meeting_groups')
    .where({ id: input.groupId, meeting_id: meeting.id })
    .first()
  if (!group) throw new NotFound('没有这个分组。')
  const query = db.from('meeting_cases').where('meeting_id', meeting.id)
  if (input.caseIds) query.whereIn('id', input.caseIds)
  else query.whereNull('group_id')
  return Number(await query.update({ group_id: group.id }))
}

/** The meeting's scoring standard (HB-58). */
export async function setSheet(ctx: ActorContext, meetingId: number, sheet: ScoreItem[]) {
  const meeting = await preparing(ctx, meetingId)
  await assertPlanOpen(meeting.id)
  const now = stamp(ctx)
  await db
    .insertQuery()
    .table('plans')
    .knexQuery.insert({
      meeting_id: meeting.id,
      content: '',
      expert_needs: '[]',
      sheet: JSON.stringify(sheet),
      status: 'draft',
      sheet_submitted_at: null,
      created_at: now,
      updated_at: now,
    })
    .onConflict('meeting_id')
    .merge(['sheet', 'sheet_submitted_at', 'updated_at'])
}

/** Opens the session; answers the slips of accounts that were opened for it (HN-02). */
export async function startMeeting(ctx: ActorContext, meetingId: number) {
  const meeting = await preparing(ctx, meetingId)
  const { ruleset } = await rulesetById(meeting.rulesetId)
  await assertReady(meeting, ruleset)
  assertBegun(ctx, meeting)
  await detectAvoidances(ctx, meeting)
  const plan = await planOfMeeting(meeting.id)
  if (plan) await revealDraws(ctx, plan)
  const slips = await openSeats(ctx, meeting, ruleset.accounts.experts)
  await db.transaction(async (trx) => {
    await meeting
      .useTransaction(trx)
      .merge({ status: 'in_session', version: meeting.version + 1 })
      .save()
    await audit(
      ctx,
      { action: 'meeting.started', objectType: 'meeting', objectId: meeting.id },
      trx
    )
  })
  return slips
}
