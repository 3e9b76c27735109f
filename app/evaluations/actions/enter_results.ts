import db from '@adonisjs/lucid/services/db'
import { rulesetById } from '#batches/queries/rulesets'
import audit from '#audit/audit'
import { officeMeeting } from '#evaluations/actions/meetings'
import { sizeOf } from '#evaluations/committees_of'
import { changeCase } from '#evaluations/acts/act'
import { assertBegun, assertPlanApproved } from '#evaluations/plans/readiness'
import { closeMeeting } from '#evaluations/acts/report'
import { hasPassed, quorumOf } from '#evaluations/tally'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'

export interface OfflineResult {
  caseId: number
  /** points with at most two decimals, where the meeting scored */
  score?: number | null
  yes: number
  no: number
  abstain: number
  remark?: string | null
}

interface Tally {
  roll: number
  yes: number
  no: number
  abstain: number
}

/**
 * Results of a meeting that was held on paper (HU-14): the counts of each case, from which the rules of the vote make
 * the outcome. Entered again as often as needed until they are reported.
 */
export async function enterResults(
  ctx: ActorContext,
  meetingId: number,
  input: { present: number; results: OfflineResult[] }
) {
  const meeting = await offlineMeeting(ctx, meetingId)
  const { ruleset } = await rulesetById(meeting.rulesetId)
  const size = await sizeOf(meeting)
  const quorum = quorumOf(size, ruleset.voting.quorum)
  if (input.present < quorum || input.present > size)
    throw new Refusal('quorum', `评委会共 ${size} 人，出席人数应为 ${quorum} 至 ${size} 人。`, [
      { field: 'present', message: '请更正出席人数' },
    ])
  const uncounted = input.results.filter(({ yes, no, abstain }) => yes + no + abstain === 0)
  if (uncounted.length > 0)
    throw new Refusal(
      'tally',
      `有 ${uncounted.length} 人没有录入票数，不能判定是否通过。请录入同意、反对、弃权票数后保存。`
    )
  if (!ruleset.voting.abstention && input.results.some(({ abstain }) => abstain > 0))
    throw new Refusal('abstain', '本次投票不能弃权，弃权票数应为 0。')
  const decided = (yes: number, no: number, abstain: number) => {
    const cast = yes + no + abstain
    if (cast > input.present)
      throw new Refusal('tally', `票数合计不能超过出席人数 ${input.present}。`)
    const tally = { roll: input.present, cast, yes, no, abstain }
    const passes = hasPassed({ ...tally, members: size }, ruleset.voting)
    return {
      plenary_tally: JSON.stringify(tally),
      plenary_outcome: passes ? 'passed' : 'not_passed',
    }
  }
  return db.transaction(async (trx) => {
    await trx.from('meetings').where('id', meeting.id).select('id').forUpdate().first()
    const rows = await trx.from('meeting_cases').where('meeting_id', meeting.id)
    for (const { caseId, score, yes, no, abstain, remark } of input.results) {
      if (!rows.some(({ id }) => Number(id) === caseId)) throw new NotFound('没有这位参评人员。')
      await changeCase(trx, caseId, {
        score: score === null || score === undefined ? null : Math.round(score * 100),
        remark: remark ?? null,
        ...decided(yes, no, abstain),
      })
    }
    // one meeting, one number of those present: what was entered under another is decided anew
    const entered = new Set(input.results.map(({ caseId }) => caseId))
    let again = 0
    for (const { id, plenary_tally: kept } of rows) {
      const tally: Tally | null = typeof kept === 'string' ? JSON.parse(kept) : kept
      if (!tally || entered.has(Number(id)) || tally.roll === input.present) continue
      await changeCase(trx, Number(id), decided(tally.yes, tally.no, tally.abstain))
      again += 1
    }
    await audit(
      ctx,
      {
        action: 'meeting.results_entered',
        objectType: 'meeting',
        objectId: meeting.id,
      },
      trx
    )
    return input.results.length + again
  })
}

/** Sends the entered results on; every case must have one. */
export async function reportOffline(ctx: ActorContext, meetingId: number) {
  await offlineMeeting(ctx, meetingId)
  return db.transaction(async (trx) => {
    await trx.from('meetings').where('id', meetingId).select('id').forUpdate().first()
    const meeting = await offlineMeeting(ctx, meetingId)
    const rows = await trx.from('meeting_cases').where('meeting_id', meetingId)
    const open = rows.filter((row) => !row.plenary_outcome)
    if (rows.length === 0 || open.length > 0)
      throw new Refusal('open', `还有 ${open.length} 位参评人员没有录入评审结果，不能上报。`)
    await closeMeeting(
      ctx,
      trx,
      meeting,
      rows.map((row) => ({
        caseId: row.id,
        applicationId: row.application_id,
        outcome: row.plenary_outcome,
        tally:
          typeof row.plenary_tally === 'string' ? JSON.parse(row.plenary_tally) : row.plenary_tally,
        remark: row.remark ?? '',
      }))
    )
    return rows.length
  })
}

async function offlineMeeting(ctx: ActorContext, meetingId: number) {
  const meeting = await officeMeeting(ctx, meetingId)
  if (meeting.flow !== 'offline')
    throw new Refusal('flow', '这次会议在线上评审，结果由评委投票产生。')
  if (meeting.status !== 'preparing' && meeting.status !== 'in_session')
    throw new Refusal('meeting', '评审结果已经上报，不能再修改。')
  assertBegun(ctx, meeting)
  await assertPlanApproved(meeting, (await rulesetById(meeting.rulesetId)).ruleset)
  return meeting
}
