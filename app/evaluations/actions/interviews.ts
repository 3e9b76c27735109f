import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { randomInt } from 'node:crypto'
import audit from '#audit/audit'
import { officeMeeting } from '#evaluations/actions/meetings'
import { changeCase } from '#evaluations/acts/act'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'

export interface InterviewInput {
  caseId: number
  room?: string | null
  order?: number | null
  /** local time, `YYYY-MM-DD HH:mm` */
  at?: string | null
  lessonTitle?: string | null
  chapter?: string | null
  edition?: string | null
}

/** Order, room and time of an interview, and for a taught lesson its topic, chapter and edition (HN-13, HN-18). */
export async function setInterview(ctx: ActorContext, meetingId: number, input: InterviewInput) {
  await openMeeting(ctx, meetingId)
  const one = await db
    .from('meeting_cases')
    .where({ id: input.caseId, meeting_id: meetingId })
    .first()
  if (!one) throw new NotFound('没有这位参评人员。')
  await refuseScored([input.caseId])
  await db.transaction((trx) =>
    changeCase(trx, input.caseId, {
      room: input.room || null,
      interview_order: input.order ?? null,
      interview_at: momentOf(input.at),
      lesson_title: input.lessonTitle || null,
      chapter: input.chapter || null,
      edition: input.edition || null,
    })
  )
}

export interface ArrangeInput {
  groupId?: number | null
  room: string
  startsAt: string
  /** length of one interview */
  minutes: number
  /** by case number, or by lot */
  order: 'number' | 'lot'
}

/** Gives all cases of a group a place in the order of one room, one after the other. */
export async function arrangeInterviews(ctx: ActorContext, meetingId: number, input: ArrangeInput) {
  await openMeeting(ctx, meetingId)
  const query = db.from('meeting_cases').where('meeting_id', meetingId).select('id', 'number')
  if (input.groupId) query.where('group_id', input.groupId)
  const cases: { id: number; number: number }[] = await query.orderBy('number')
  if (cases.length === 0) throw new Refusal('cases', '没有可以安排的参评人员。')
  await refuseScored(cases.map(({ id }) => id))
  const ordered = input.order === 'lot' ? byLot(cases) : cases
  const start = DateTime.fromFormat(input.startsAt, 'yyyy-MM-dd HH:mm', { zone: 'Asia/Shanghai' })
  await db.transaction(async (trx) => {
    for (const [index, { id }] of ordered.entries())
      await changeCase(trx, id, {
        room: input.room,
        interview_order: index + 1,
        interview_at: momentOf(
          start.plus({ minutes: index * input.minutes }).toFormat('yyyy-MM-dd HH:mm')
        ),
      })
    await audit(
      ctx,
      { action: 'meeting.interviews', objectType: 'meeting', objectId: meetingId },
      trx
    )
  })
  return ordered.length
}

async function openMeeting(ctx: ActorContext, meetingId: number) {
  const meeting = await officeMeeting(ctx, meetingId)
  if (meeting.status === 'reported' || meeting.status === 'closed')
    throw new Refusal('meeting', '评审会议已经结束。')
}

async function refuseScored(caseIds: number[]) {
  const [{ scored }] = await db
    .from('scores')
    .whereIn('case_id', caseIds)
    .countDistinct('case_id as scored')
  if (Number(scored) > 0)
    throw new Refusal('scored', `已有 ${scored} 位参评人员开始打分，面试安排不能再改变。`)
}

const momentOf = (at: string | null | undefined) =>
  at
    ? DateTime.fromFormat(at, 'yyyy-MM-dd HH:mm', { zone: 'Asia/Shanghai' })
        .toUTC()
        .toFormat('yyyy-MM-dd HH:mm:ss')
    : null

/** A fair shuffle. */
function byLot<T>(items: T[]): T[] {
  const lot = [...items]
  for (let last = lot.length - 1; last > 0; last--) {
    const pick = randomInt(last + 1)
    ;[lot[last], lot[pick]] = [lot[pick], lot[last]]
  }
  return lot
}
