import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { rulesetById } from '#batches/queries/rulesets'
import { officeMeeting } from '#evaluations/actions/meetings'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

/** Ends a meeting whose results have all gone their way (HB-61); nothing about it changes any more. */
export async function closeReportedMeeting(ctx: ActorContext, id: number) {
  const meeting = await officeMeeting(ctx, id)
  if (meeting.status === 'closed') throw new Refusal('closed', '会议已经关闭。')
  if (meeting.status !== 'reported') throw new Refusal('status', '评审结果上报后方可关闭评审会议。')
  const { ruleset } = await rulesetById(meeting.rulesetId)
  const open = ['reported', 'in_publicity', 'objection']
  if (ruleset.results.filing.required) open.push('passed')
  await db.transaction(async (trx) => {
    await trx.from('meetings').where('id', id).forUpdate().select('id').first()
    const [{ left }] = await trx
      .from('applications')
      .where('meeting_id', id)
      .whereIn('stage', open)
      .count('* as left')
    if (Number(left) > 0)
      throw new Refusal('open', `还有 ${left} 人的评审结果没有办结，不能关闭会议。`)
    await trx
      .from('meetings')
      .where('id', id)
      .update({ status: 'closed', version: meeting.version + 1 })
    await audit(ctx, { action: 'meeting.closed', objectType: 'meeting', objectId: id }, trx)
  })
}
