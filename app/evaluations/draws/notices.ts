import db from '@adonisjs/lucid/services/db'
import { minute } from '#evaluations/plans/list_plans'
import type { Plan } from '#evaluations/plans/plan'
import Meeting from '#evaluations/models/meeting'
import { enqueue } from '#jobs/enqueue'
import type { ActorContext } from '#web/actor'
import { containing } from '#web/like'
import { paged, type Page } from '#web/paging'
import { Refusal } from '#web/refusal'

/** Interviews of a plan's meeting in their order. */
export async function interviewNotices(
  plan: Plan,
  filters: { name?: string; unit?: string },
  page: Page
) {
  const meeting = await Meeting.findOrFail(plan.meetingId)
  const committee = await db
    .from('committees')
    .where('id', meeting.committeeId)
    .select('name')
    .firstOrFail()
  const query = db
    .from('meeting_cases as k')
    .join('applications as a', 'a.id', 'k.application_id')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .where('k.meeting_id', meeting.id)
    .orderByRaw('k.interview_at is null')
    .orderBy('k.interview_at')
    .orderBy('k.interview_order')
    .orderBy('k.number')
    .select('k.*', 'a.person_name', 'a.specialty_name', 'a.title_name', 'o.name as unit')
  if (filters.name) query.where('a.person_name', 'like', containing(filters.name))
  if (filters.unit) query.where('o.name', 'like', containing(filters.unit))
  const found = await paged<Record<string, any>>(query as never, page)
  const [{ waiting }] = await db
    .from('meeting_cases')
    .where('meeting_id', meeting.id)
    .whereNull('interview_at')
    .count('* as waiting')
  return {
    planId: plan.id,
    meeting: {
      id: meeting.id,
      name: meeting.name,
      status: meeting.status,
      place: meeting.place,
      committee: committee.name as string,
    },
    unarranged: Number(waiting),
    notices: {
      meta: found.meta,
      data: found.data.map((row) => ({
        id: row.id as number,
        number: row.number as number,
        name: row.person_name as string,
        unit: row.unit as string,
        specialty: row.specialty_name as string,
        title: row.title_name as string,
        at: minute(row.interview_at),
        room: row.room as string | null,
        order: row.interview_order as number | null,
        notifiedAt: minute(row.notified_at),
      })),
    },
  }
}

/** Tells every participant when and where he is interviewed; who was told already is told again only of a change. */
export async function sendNotices(ctx: ActorContext, plan: Plan): Promise<number> {
  const rows = await db
    .from('meeting_cases')
    .where('meeting_id', plan.meetingId)
    .select('id', 'interview_at', 'version')
  const open = rows.filter((row) => row.interview_at === null).length
  if (rows.length === 0 || open > 0)
    throw new Refusal(
      'interviews',
      open > 0 ? `还有 ${open} 位参评人员没有安排面试时间。` : '会议还没有参评人员。'
    )
  const stand = rows.reduce((sum, row) => sum + Number(row.version), 0)
  await enqueue(ctx, {
    kind: 'notifications.interviews',
    key: `interviews:${plan.meetingId}:${stand}`,
    label: `发送面试通知（${rows.length} 人）`,
    payload: { meetingId: plan.meetingId },
    total: rows.length,
  })
  return rows.length
}
