import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { barredExperts } from '#committees/queries/credits'
import { preparing } from '#evaluations/actions/meetings'
import { drawsMembers } from '#evaluations/actions/seats'
import { committeesOf } from '#evaluations/committees_of'
import type Meeting from '#evaluations/models/meeting'
import { today, type ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'

/** Experts of the meeting's committees who may sit in it (see `assertSeatable`) and do not yet. */
async function addable(ctx: ActorContext, meeting: Meeting): Promise<number[]> {
  if (meeting.status !== 'preparing' || (await drawsMembers(meeting))) return []
  const rows = await db
    .from('committee_experts as p')
    .join('experts as e', 'e.id', 'p.expert_id')
    .whereIn('p.committee_id', await committeesOf(meeting))
    .where('p.term_until', '>=', today(ctx))
    .where('e.status', 'approved')
    .whereNotExists(
      db
        .from('meeting_members as m')
        .whereColumn('m.expert_id', 'e.id')
        .where('m.meeting_id', meeting.id)
    )
    .distinct('e.id')
    .orderBy('e.id')
  const ids = rows.map(({ id }) => Number(id))
  const barred = await barredExperts(ids, today(ctx))
  return ids.filter((id) => !barred.has(id))
}

/** How many experts 全部加入 would add. */
export const countAddable = async (ctx: ActorContext, meeting: Meeting) =>
  (await addable(ctx, meeting)).length

/** Takes all experts of the committees into the meeting, each as a plain member. */
export async function addAllMembers(ctx: ActorContext, meetingId: number): Promise<number> {
  const meeting = await preparing(ctx, meetingId)
  if (await drawsMembers(meeting)) throw new Refusal('member', '评委由抽取产生，不能直接加入。')
  const ids = await addable(ctx, meeting)
  if (ids.length === 0) throw new Refusal('member', '没有可以加入的专家。')
  await db.transaction(async (trx) => {
    await trx
      .insertQuery()
      .table('meeting_members')
      .knexQuery.insert(
        ids.map((id) => ({ meeting_id: meeting.id, expert_id: id, status: 'active' }))
      )
      .onConflict(['meeting_id', 'expert_id'])
      .ignore()
    await audit(
      ctx,
      {
        action: 'meeting.members_added',
        objectType: 'meeting',
        objectId: meeting.id,
        detail: { count: ids.length },
      },
      trx
    )
  })
  return ids.length
}

/** Takes a member off the roll who was put there by mistake; after the meeting began he leaves it with a reason instead. */
export async function removeMember(
  ctx: ActorContext,
  meetingId: number,
  { memberId }: { memberId: number }
) {
  const meeting = await preparing(ctx, meetingId)
  const member = await db
    .from('meeting_members')
    .where({ id: memberId, meeting_id: meeting.id })
    .first()
  if (!member) throw new NotFound('会议中没有这位评委。')
  if (member.draw_id !== null)
    throw new Refusal('member', '抽取的评委不能移出；不能参加的，请在“抽取评委”中登记。')
  await db.transaction(async (trx) => {
    await trx.from('avoidances').where('member_id', member.id).delete()
    await trx.from('meeting_members').where('id', member.id).delete()
    await audit(
      ctx,
      {
        action: 'meeting.member_removed',
        objectType: 'meeting',
        objectId: meeting.id,
        detail: { expert: Number(member.expert_id) },
      },
      trx
    )
  })
}
