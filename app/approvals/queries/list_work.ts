import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { LEVEL_LABELS } from '#province/facts'
import type { Actor } from '#web/actor'
import { paged, type Page, type Paged } from '#web/paging'

export const WORK_TABS = ['open', 'held', 'done'] as const
export type WorkTab = (typeof WORK_TABS)[number]

export const WORK_FILTERS = [
  'name',
  'code',
  'unit',
  'category',
  'series',
  'specialty',
  'title',
  'level',
  'mode',
  'committee',
] as const
export type WorkFilters = Partial<Record<(typeof WORK_FILTERS)[number], string>>

export interface WorkRow {
  id: number
  version: number
  code: string
  name: string
  idNumber: string
  unit: string
  category: string | null
  series: string | null
  specialty: string | null
  title: string | null
  level: string | null
  mode: string | null
  evaluationMethod: string | null
  committee: string | null
  task: string
  stage: string
  since: string
  decision: string | null
}

/**
 * The work of a body: 未审核, 审核待定, 已审核 (HB-10, HB-19). Found through the index on (organization, role, status, id);
 * what is shown of a row is joined for the rows of the page only.
 */
export async function listWork(
  actor: Actor,
  tab: WorkTab,
  filters: WorkFilters,
  page: Page
): Promise<Paged<WorkRow>> {
  const items = db
    .from('work_items as w')
    .where('w.organization_id', actor.organizationId ?? 0)
    .whereIn('w.role', actor.roles)
    .where('w.status', tab)
  if (tab === 'done') items.whereNotNull('w.decision').whereNot('w.decision', 'rollback')
  if (Object.keys(filters).length > 0) {
    items.join('applications as a', 'a.id', 'w.application_id')
    filterApplications(items, filters)
  }
  const found = await paged<{ id: number; application_id: number }>(
    items
      .select('w.id', 'w.application_id')
      .orderBy('w.id', tab === 'open' ? 'asc' : 'desc') as never,
    page
  )
  return { meta: found.meta, data: await rowsOf(found.data.map(({ id }) => id)) }
}

type Query = ReturnType<typeof db.from>

export function filterApplications(query: Query, filters: WorkFilters) {
  const exact: [keyof WorkFilters, string][] = [
    ['category', 'a.category'],
    ['series', 'a.series_code'],
    ['specialty', 'a.specialty_code'],
    ['title', 'a.title_code'],
    ['level', 'a.level'],
    ['mode', 'a.mode'],
    ['code', 'a.code'],
  ]
  for (const [name, column] of exact) if (filters[name]) query.where(column, filters[name]!)
  // names are searched from their beginning, which the index serves
  if (filters.name) query.where('a.person_name', 'like', `${escaped(filters.name)}%`)
  if (filters.unit)
    query.whereIn(
      'a.organization_id',
      db
        .from('organizations')
        .where('name', 'like', `%${escaped(filters.unit)}%`)
        .select('id')
    )
  if (filters.committee)
    query.whereIn(
      'a.committee_id',
      db
        .from('committees')
        .where('name', 'like', `%${escaped(filters.committee)}%`)
        .select('id')
    )
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')

async function rowsOf(itemIds: number[]): Promise<WorkRow[]> {
  if (itemIds.length === 0) return []
  const rows = await db
    .from('work_items as w')
    .whereIn('w.id', itemIds)
    .join('applications as a', 'a.id', 'w.application_id')
    .join('people as p', 'p.id', 'a.person_id')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .leftJoin('committees as c', 'c.id', 'a.committee_id')
    .select(
      'w.id as item',
      'w.task',
      'w.created_at',
      'w.decision',
      'a.id',
      'a.version',
      'a.code',
      'a.person_name',
      'p.id_number_masked',
      'o.name as unit',
      'a.category',
      'a.series_name',
      'a.specialty_name',
      'a.title_name',
      'a.level',
      'a.mode',
      'a.evaluation_method',
      'a.stage',
      'c.name as committee'
    )
  const byItem = new Map(rows.map((row) => [Number(row.item), row]))
  return itemIds.flatMap((item) => {
    const row = byItem.get(item)
    if (!row) return []
    return {
      id: row.id,
      version: row.version,
      code: row.code,
      name: row.person_name,
      idNumber: row.id_number_masked,
      unit: row.unit,
      category: row.category,
      series: row.series_name,
      specialty: row.specialty_name,
      title: row.title_name,
      level: LEVEL_LABELS[row.level] ?? null,
      mode: row.mode,
      evaluationMethod: row.evaluation_method,
      committee: row.committee,
      task: row.task,
      stage: row.stage,
      since: DateTime.fromJSDate(row.created_at)
        .setZone('Asia/Shanghai')
        .toFormat('yyyy-MM-dd HH:mm'),
      decision: row.decision,
    }
  })
}

/** How many cases wait in each tab. */
export async function countWork(actor: Actor): Promise<Record<'open' | 'held', number>> {
  const rows = await db
    .from('work_items')
    .where('organization_id', actor.organizationId ?? 0)
    .whereIn('role', actor.roles)
    .whereIn('status', ['open', 'held'])
    .groupBy('status')
    .select('status')
    .count('* as count')
  const counts = { open: 0, held: 0 }
  for (const row of rows) counts[row.status as 'open' | 'held'] = Number(row.count)
  return counts
}
