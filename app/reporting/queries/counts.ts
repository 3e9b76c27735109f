import db from '@adonisjs/lucid/services/db'
import { DECIDED, STAGES, type Stage } from '#lifecycle/stages'
import { paged, type Page } from '#web/paging'

/** A group of applications: all of them, those decided, those passed. Outcomes count once they are public (R33). */
export interface Group {
  name: string
  total: number
  decided: number
  passed: number
}

const decided = `sum(stage in (${DECIDED.map((stage) => `'${stage}'`).join(',')}))`
const passed = `sum(stage in (${DECIDED.map((stage) => `'${stage}'`).join(',')}) and outcome = 'passed')`

const groupsBy = (column: string, batchId: number) =>
  db
    .from('applications')
    .where('batch_id', batchId)
    .groupBy(column)
    .select(`${column} as name`)
    .select(
      db.raw('count(*) as total'),
      db.raw(`${decided} as decided`),
      db.raw(`${passed} as passed`)
    )

const groupOf = (row: Record<string, any>): Group => ({
  name: row.name ?? '未选择',
  total: Number(row.total),
  decided: Number(row.decided ?? 0),
  passed: Number(row.passed ?? 0),
})

export async function countsBy(column: 'series_name' | 'level', batchId: number): Promise<Group[]> {
  const rows = await groupsBy(column, batchId)
  return rows.map(groupOf).sort((a, b) => b.total - a.total)
}

export async function countsByStage(batchId: number) {
  const rows = await db
    .from('applications')
    .where('batch_id', batchId)
    .groupBy('stage')
    .select('stage')
    .count('* as total')
  return rows
    .map(({ stage, total }) => ({ stage: stage as Stage, total: Number(total) }))
    .sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage))
}

/** Submissions by month of the year in China. */
export async function countsByMonth(batchId: number) {
  const rows = await db
    .from('applications')
    .where('batch_id', batchId)
    .whereNotNull('submitted_at')
    .groupByRaw("date_format(date_add(submitted_at, interval 8 hour), '%Y-%m')")
    .orderBy('month')
    .select(db.raw("date_format(date_add(submitted_at, interval 8 hour), '%Y-%m') as month"))
    .count('* as total')
  return rows.map(({ month, total }) => ({ month: month as string, total: Number(total) }))
}

/** The units with their numbers, the largest first. */
export const unitGroups = (batchId: number) =>
  db
    .from(groupsBy('organization_id', batchId).as('g') as never)
    .join('organizations as o', 'o.id', 'g.name')
    .orderBy('g.total', 'desc')
    .orderBy('g.name')
    .select('o.name as name', 'g.total', 'g.decided', 'g.passed')

export async function countsByUnit(batchId: number, page: Page) {
  const found = await paged<Record<string, any>>(unitGroups(batchId) as never, page)
  return { meta: found.meta, data: found.data.map(groupOf) }
}

/** Where cases wait: bodies with open work, the most overdue first. */
export async function waiting(today: string) {
  const rows = await db
    .from('work_items as w')
    .join('organizations as o', 'o.id', 'w.organization_id')
    .where('w.status', 'open')
    .groupBy('w.organization_id', 'o.name')
    .orderBy('overdue', 'desc')
    .orderBy('oldest')
    .limit(20)
    .select('o.name')
    .select(
      db.raw('count(*) as open'),
      db.raw('sum(coalesce(w.due_on < ?, 0)) as overdue', [today]),
      db.raw('max(timestampdiff(day, w.created_at, utc_timestamp())) as days'),
      db.raw('min(w.created_at) as oldest')
    )
  return rows.map((row) => ({
    name: row.name as string,
    open: Number(row.open),
    overdue: Number(row.overdue),
    days: Number(row.days),
  }))
}

/** How far the meetings of a batch are: cases of each by whether they are reported; no result is told. */
export async function meetingProgress(batchId: number) {
  const rows = await db
    .from('meetings as m')
    .join('committees as c', 'c.id', 'm.committee_id')
    .leftJoin('applications as a', 'a.meeting_id', 'm.id')
    .where('m.batch_id', batchId)
    .groupBy('m.id', 'm.name', 'm.status', 'm.committee_id', 'c.name')
    .orderBy('m.id', 'desc')
    .limit(50)
    .select('m.id', 'm.name', 'm.status', 'm.committee_id', 'c.name as committee')
    .select(
      db.raw('count(a.id) as cases'),
      db.raw("sum(a.stage is not null and a.stage <> 'in_evaluation') as reported")
    )
  return rows.map((row) => ({
    id: row.id as number,
    name: row.name as string,
    committee: row.committee as string,
    committeeId: row.committee_id as number,
    status: row.status as string,
    cases: Number(row.cases),
    reported: Number(row.reported ?? 0),
  }))
}
