import { act, type Target } from '#evaluations/acts/act'
import { enqueue } from '#jobs/enqueue'
import apply from '#lifecycle/apply'
import type { Tally } from '#lifecycle/commands'
import type Meeting from '#evaluations/models/meeting'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

/** The committee's results go out: every case gets its outcome, and the committee's work ends (HN-12, HN-20, HB-75). */
export const report = (
  ctx: ActorContext,
  target: Target,
  input: {
    remarks: Record<string, string>
    /** for those who passed and have no remark of their own; `refusal` for those who did not */
    remark?: string | null
    refusal?: string | null
  }
) =>
  act(ctx, target, 'scope', async ({ trx, meeting }) => {
    const rows = await trx.from('meeting_cases').where('meeting_id', meeting.id)
    const open = rows.filter((row) => !row.plenary_outcome && row.group_outcome !== 'not_passed')
    if (open.length > 0)
      throw new Refusal('open', `还有 ${open.length} 位参评人员没有评审结果，不能上报。`)
    const results = rows.map((row) => {
      const outcome = (row.plenary_outcome ?? 'not_passed') as 'passed' | 'not_passed'
      const common = outcome === 'passed' ? input.remark : input.refusal
      return {
        caseId: row.id as number,
        applicationId: row.application_id as number,
        outcome,
        tally: parsed(row.plenary_tally ?? row.group_tally),
        remark: input.remarks[String(row.id)] || common || '',
      }
    })
    await closeMeeting(ctx, trx, meeting, results)
    return results.length
  })

const parsed = (value: unknown): Tally | null =>
  typeof value === 'string' ? JSON.parse(value) : ((value ?? null) as Tally | null)

export interface CaseResult {
  caseId: number
  applicationId: number
  outcome: 'passed' | 'not_passed'
  tally: Tally | null
  remark: string
}

/** Hands every result to its application, ends the meeting and the accounts that lived for it alone. */
export async function closeMeeting(
  ctx: ActorContext,
  trx: TransactionClientContract,
  meeting: Meeting,
  results: CaseResult[]
) {
  for (const { caseId, applicationId, outcome, tally, remark } of results) {
    await trx.from('meeting_cases').where('id', caseId).update({ remark })
    await apply(ctx, {
      trx,
      applicationId,
      command: { type: 'report', outcome, tally, remark },
    })
  }
  await trx
    .from('meetings')
    .where('id', meeting.id)
    .update({ status: 'reported', version: meeting.version + 1 })
  await enqueue(
    ctx,
    {
      kind: 'meetings.minutes',
      key: `minutes:${meeting.id}:${meeting.version + 1}:0`,
      label: '生成会议纪要和评审结果表',
      payload: { meetingId: meeting.id },
    },
    trx
  )
  await trx
    .from('case_notes')
    .whereIn('case_id', trx.from('meeting_cases').where('meeting_id', meeting.id).select('id'))
    .delete()
  await trx
    .from('accounts')
    .where({ meeting_id: meeting.id, kind: 'expert' })
    .update({ status: 'disabled' })
}
