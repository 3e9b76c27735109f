import db from '@adonisjs/lucid/services/db'
import type Meeting from '#evaluations/models/meeting'
import { MEMBER_STATUS, OFFICES } from '#evaluations/words'
import { peopleQuery } from '#results/queries/list_people'
import { RESULT_COLUMNS, exportName } from '#results/queries/people_columns'
import type { ActorContext } from '#web/actor'
import { everyRow, type XlsxSheet } from '#web/excel'
import { NotFound } from '#web/refusal'

type Row = Record<string, any>

/** The three lists of a meeting: 评委清单, 评审通过清单, 评审未通过清单 (HB-57, HB-59, HB-60). */
export function meetingExport(ctx: ActorContext, meeting: Meeting, list: string): XlsxSheet<Row> {
  switch (list) {
    case 'judges':
      return judges(meeting)
    case 'passed':
      return outcomes(ctx, meeting, 'passed', '评审通过清单')
    case 'not_passed':
      return outcomes(ctx, meeting, 'not_passed', '评审未通过清单')
    default:
      throw new NotFound('没有这份清单。')
  }
}

function outcomes(
  ctx: ActorContext,
  meeting: Meeting,
  outcome: string,
  label: string
): XlsxSheet<Row> {
  const query = peopleQuery(ctx.actor, { meetingId: meeting.id }, {}).where('a.outcome', outcome)
  return {
    name: exportName(`${meeting.name}${label}`),
    columns: RESULT_COLUMNS,
    rows: everyRow<Row>(query as never),
  }
}

function judges(meeting: Meeting): XlsxSheet<Row> {
  const query = db
    .from('meeting_members as m')
    .join('experts as e', 'e.id', 'm.expert_id')
    .leftJoin('meeting_groups as g', 'g.id', 'm.group_id')
    .where('m.meeting_id', meeting.id)
    .orderBy('m.id')
    .select(
      'e.name',
      'e.sex',
      'e.unit_name',
      'e.title_name',
      'e.specialty_name',
      'g.name as group_name',
      'm.office',
      'm.is_leader',
      'm.status'
    )
  return {
    name: exportName(`${meeting.name}评委清单`),
    columns: [
      { title: '序号', value: (_, index) => index + 1 },
      { title: '姓名', value: (row) => row.name },
      { title: '性别', value: (row) => row.sex },
      { title: '工作单位', value: (row) => row.unit_name, width: 36 },
      { title: '职称', value: (row) => row.title_name, width: 22 },
      { title: '专业', value: (row) => row.specialty_name, width: 22 },
      { title: '分组', value: (row) => row.group_name, width: 18 },
      {
        title: '职务',
        value: (row) => OFFICES[row.office] ?? (row.is_leader ? '组长' : '评委'),
      },
      { title: '参会情况', value: (row) => MEMBER_STATUS[row.status] ?? null },
    ],
    rows: everyRow<Row>(query as never),
  }
}
