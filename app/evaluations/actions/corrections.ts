import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { assertDates, preparing, zoned, type MeetingInput } from '#evaluations/actions/meetings'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'

/** What was set up wrongly is put right until the meeting begins (HB-50, HB-52). */

export type MeetingChanges = Pick<
  MeetingInput,
  'name' | 'startsOn' | 'endsOn' | 'place' | 'staff' | 'note'
>

/** Committee, batch and mode stay: cases and plan hang on them. */
export async function changeMeeting(ctx: ActorContext, id: number, input: MeetingChanges) {
  const meeting = await preparing(ctx, id)
  await assertDates(meeting, input)
  const { startsOn, endsOn, staff = null, note = null, ...rest } = input
  const plannedFor = meeting.startsAt.setZone('Asia/Shanghai').toISODate()
  await db.transaction(async (trx) => {
    await meeting
      .useTransaction(trx)
      .merge({ ...rest, staff, note, ...zoned(startsOn, endsOn), version: meeting.version + 1 })
      .save()
    await audit(
      ctx,
      {
        action: 'meeting.changed',
        objectType: 'meeting',
        objectId: meeting.id,
        detail: { plannedFor, startsOn, endsOn },
      },
      trx
    )
  })
}

/** A meeting called by mistake, as long as nobody's case and no plan that was handed in hangs on it. */
export async function removeMeeting(ctx: ActorContext, id: number) {
  const meeting = await preparing(ctx, id)
  const of = (table: string) => db.from(table).where('meeting_id', meeting.id)
  if (await of('meeting_cases').first())
    throw new Refusal('cases', '会议中还有参评材料，请先在“参评材料”中移出会议，再删除。')
  const handedIn = await of('plans').whereNot('status', 'draft').first()
  if (handedIn || (await of('draws').first()))
    throw new Refusal('plan', '评审方案已经呈报或抽取过评委，会议须保留备查，不能删除。')
  await db.transaction(async (trx) => {
    for (const table of ['plans', 'avoidances', 'meeting_members', 'meeting_groups'])
      await trx.from(table).where('meeting_id', meeting.id).delete()
    await trx.from('meeting_committees').where('meeting_id', meeting.id).delete()
    await trx.from('meetings').where('id', meeting.id).delete()
    await audit(
      ctx,
      { action: 'meeting.removed', objectType: 'meeting', objectId: meeting.id },
      trx
    )
  })
}

export async function changeGroup(
  ctx: ActorContext,
  meetingId: number,
  groupId: number,
  input: { name: string; size: number }
) {
  const group = await groupOf(ctx, meetingId, groupId)
  const same = await db
    .from('meeting_groups')
    .where({ meeting_id: meetingId, name: input.name })
    .whereNot('id', group.id)
    .first()
  if (same) throw new Refusal('name', '请更换分组名', [{ field: 'name', message: '已有同名分组' }])
  await db.from('meeting_groups').where('id', group.id).update(input)
}

/** Who and what is in the group is moved to another one first. */
export async function removeGroup(ctx: ActorContext, meetingId: number, groupId: number) {
  const group = await groupOf(ctx, meetingId, groupId)
  const count = async (table: string) =>
    Number((await db.from(table).where('group_id', group.id).count('* as n'))[0].n)
  const [members, cases] = [await count('meeting_members'), await count('meeting_cases')]
  if (members + cases > 0)
    throw new Refusal(
      'group',
      `“${group.name}”中还有 ${members} 位评委、${cases} 份参评材料，请先改到其他分组，再删除。`
    )
  await db.from('meeting_groups').where('id', group.id).delete()
}

async function groupOf(ctx: ActorContext, meetingId: number, id: number) {
  const meeting = await preparing(ctx, meetingId)
  const group = await db.from('meeting_groups').where({ id, meeting_id: meeting.id }).first()
  if (!group) throw new NotFound('没有这个分组。')
  return group as { id: number; name: string }
}
