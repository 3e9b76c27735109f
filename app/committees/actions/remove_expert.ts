import db from '@adonisjs/lucid/services/db'
import { recordExpertEvent } from '#committees/actions/expert_events'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'

/** Takes an expert out of a committee's pool; what he did in meetings stays. */
export default async function removeExpert(
  ctx: ActorContext,
  input: { committeeId: number; expertId: number; reason: string }
) {
  const where = { committee_id: input.committeeId, expert_id: input.expertId }
  await db.transaction(async (trx) => {
    const seated = await trx
      .from('meeting_members as m')
      .join('meetings as g', 'g.id', 'm.meeting_id')
      .where({ 'g.committee_id': input.committeeId, 'm.expert_id': input.expertId })
      .whereIn('g.status', ['preparing', 'in_session'])
      .whereIn('m.status', ['drawn', 'reserve', 'active'])
      .select('g.name')
      .first()
    if (seated)
      throw new Refusal('seated', `该专家在“${seated.name}”中，会议结束后才能移出评委库。`)
    const removed = await trx.from('committee_experts').where(where).delete()
    if (Number(removed) === 0) throw new NotFound('该专家不在评委库中。')
    await recordExpertEvent(ctx, input.expertId, 'removed', input.reason, trx)
  })
}
