import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { DateTime } from 'luxon'
import { MEETING_STATUS, MEMBER_STATUS, OFFICES, OUTCOMES } from '#evaluations/words'
import { DECIDED, type Stage } from '#lifecycle/stages'
import { everyRow, type XlsxSheet } from '#web/excel'

type Row = Record<string, any>
type Query = DatabaseQueryBuilderContract<Row>

const minute = (at: Date | null) =>
  at ? DateTime.fromJSDate(at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm') : ''
const day = (value: unknown) =>
  value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '')
const tally = (value: unknown) => {
  const { yes, no, abstain } = (typeof value === 'string' ? JSON.parse(value) : value) ?? {}
  return yes === undefined ? '' : `同意 ${yes}，反对 ${no}，弃权 ${abstain}`
}

const sheet = (name: string, query: unknown, columns: [string, (row: Row) => unknown][]) =>
  ({
    name,
    rows: everyRow<Row>(query as Query),
    columns: columns.map(([title, value]) => ({ title, value: value as never })),
  }) as XlsxSheet<Row>

/**
 * What who supervises a committee looks through: who sat, how they were drawn, who stayed away and why, what came out.
 * No ID numbers, no phones, no votes of persons; results only once they are public (R33).
 */
export function supervisionSheets(committeeId: number): XlsxSheet<Row>[] {
  const meetings = () => db.from('meetings as m').where('m.committee_id', committeeId)
  const ofMeetings = (table: string, alias: string) =>
    db
      .from(`${table} as ${alias}`)
      .join('meetings as m', 'm.id', `${alias}.meeting_id`)
      .where('m.committee_id', committeeId)
      .orderBy(`${alias}.id`)
  return [
    sheet('会议', meetings().orderBy('m.id').select('m.*'), [
      ['会议', (row) => row.name],
      ['开始', (row) => minute(row.starts_at)],
      ['结束', (row) => minute(row.ends_at)],
      ['地点', (row) => row.place],
      ['状态', (row) => MEETING_STATUS[row.status] ?? ''],
    ]),
    sheet(
      '评委',
      ofMeetings('meeting_members', 'e')
        .join('experts as x', 'x.id', 'e.expert_id')
        .select('e.*', 'm.name as meeting', 'x.name', 'x.unit_name', 'x.title_name'),
      [
        ['会议', (row) => row.meeting],
        ['姓名', (row) => row.name],
        ['单位', (row) => row.unit_name],
        ['职称', (row) => row.title_name],
        ['职务', (row) => OFFICES[row.office] ?? (row.is_leader ? '组长' : '委员')],
        ['出席', (row) => MEMBER_STATUS[row.status] ?? ''],
        ['说明', (row) => row.reason],
      ]
    ),
    sheet('抽取记录', ofMeetings('draws', 'd').select('d.*', 'm.name as meeting'), [
      ['会议', (row) => row.meeting],
      ['次序', (row) => Number(row.number)],
      ['抽取前公布的摘要', (row) => row.commitment],
      ['提交时间', (row) => minute(row.committed_at)],
      ['抽取时间', (row) => minute(row.drawn_at)],
      ['公布的种子', (row) => row.secret_revealed ?? '尚未公布'],
    ]),
    sheet(
      '回避',
      ofMeetings('meeting_members', 'e')
        .join('avoidances as v', 'v.member_id', 'e.id')
        .join('experts as x', 'x.id', 'e.expert_id')
        .join('applications as a', 'a.id', 'v.application_id')
        .clearOrder()
        .orderBy('v.id')
        .select('v.*', 'm.name as meeting', 'x.name', 'a.code'),
      [
        ['会议', (row) => row.meeting],
        ['评委', (row) => row.name],
        ['申报编号', (row) => row.code],
        ['原因', (row) => row.reason],
        ['登记时间', (row) => minute(row.created_at)],
      ]
    ),
    sheet(
      '参评与结果',
      ofMeetings('meeting_cases', 'c')
        .join('applications as a', 'a.id', 'c.application_id')
        .select('c.number', 'c.plenary_tally', 'm.name as meeting', 'a.code', 'a.title_name')
        .select('a.stage', 'a.outcome'),
      [
        ['会议', (row) => row.meeting],
        ['序号', (row) => row.number],
        ['申报编号', (row) => row.code],
        ['申报职称', (row) => row.title_name],
        ['票数', (row) => (isPublic(row) ? tally(row.plenary_tally) : '结果尚未公开')],
        ['结果', (row) => (isPublic(row) ? (OUTCOMES[row.outcome] ?? '') : '结果尚未公开')],
      ]
    ),
    sheet('公示', ofMeetings('publicities', 'p').select('p.*', 'm.name as meeting'), [
      ['会议', (row) => row.meeting],
      ['标题', (row) => row.title],
      ['公示机构', (row) => row.organization_name],
      ['开始', (row) => day(row.starts_on)],
      ['结束', (row) => day(row.ends_on)],
    ]),
    sheet('异议', db.from('objections as j').where('j.committee_id', committeeId).orderBy('j.id'), [
      ['编号', (row) => row.code],
      ['收到时间', (row) => minute(row.created_at)],
      ['办理人', (row) => row.handler_name],
      ['处理人', (row) => row.decider_name],
      ['处理时间', (row) => minute(row.decided_at)],
    ]),
  ]
}

const isPublic = ({ stage }: Row) => DECIDED.includes(stage as Stage)
