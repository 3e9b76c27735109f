import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { NotFound } from '#web/refusal'

const minute = (at: Date) =>
  DateTime.fromJSDate(at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm')

/** What helps to mend a case that is stuck: where it stands and what happened, without the person or the form. */
export async function lookAtCase(code: string) {
  const row = await db
    .from('applications as a')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .leftJoin('organizations as h', 'h.id', 'a.holder_organization_id')
    .where('a.code', code)
    .select(
      'a.id',
      'a.code',
      'a.stage',
      'a.version',
      'a.route_step',
      'o.name as unit',
      'h.name as holder'
    )
    .first()
  if (!row) throw new NotFound('没有这个编号的申报。')
  const [events, items] = await Promise.all([
    db
      .from('application_events')
      .where('application_id', row.id)
      .orderBy('sequence', 'desc')
      .limit(50)
      .select('sequence', 'type', 'stage_after', 'at'),
    db.from('work_items').where('application_id', row.id).whereIn('status', ['open', 'held']),
  ])
  return {
    code: row.code as string,
    stage: row.stage as string,
    unit: row.unit as string,
    holder: row.holder as string | null,
    openItems: items.length,
    events: events.map((event) => ({
      sequence: event.sequence as number,
      stage: event.stage_after as string,
      at: minute(event.at),
    })),
  }
}
export type CaseSeen = Awaited<ReturnType<typeof lookAtCase>>
