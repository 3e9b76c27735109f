import db from '@adonisjs/lucid/services/db'
import { LEVEL_LABELS } from '#province/facts'
import { chinaToday } from '#tenancy/clock'
import { paged, type Page, type Paged } from '#web/paging'
import { startingWith } from '#web/like'

/** Publicities that run today; taken off when their period is over (PIPL 25). */
export const openPublicities = () =>
  db
    .from('publicities')
    .where('status', 'open')
    .where('ends_on', '>=', chinaToday())
    .orderBy('starts_on', 'desc')
    .limit(50)
    .select('id', 'title', 'organization_name', 'starts_on', 'ends_on', 'contact', 'fields')

export interface PublicRow {
  id: number
  values: Record<string, string | null>
}

/** The people of a publicity with only the fields its rules name. */
export async function publicRows(
  publicityId: number,
  fields: string[],
  filters: { name?: string },
  page: Page
): Promise<Paged<PublicRow>> {
  const query = db
    .from('applications as a')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .leftJoin('committees as c', 'c.id', 'a.committee_id')
    .where({ 'a.publicity_id': publicityId, 'a.stage': 'in_publicity' })
    .orderBy('a.id')
    .select(
      'a.id',
      'a.person_name',
      'o.name as unit',
      'a.series_name',
      'a.specialty_name',
      'a.title_name',
      'a.level',
      'c.name as committee'
    )
  if (filters.name) query.where('a.person_name', 'like', startingWith(filters.name))
  const found = await paged<Record<string, any>>(query as never, page)
  return { meta: found.meta, data: found.data.map((row) => publicRow(row, fields)) }
}

function publicRow(row: Record<string, any>, fields: string[]): PublicRow {
  const all: Record<string, string | null> = {
    name: row.person_name,
    unit: row.unit,
    series: row.series_name,
    specialty: row.specialty_name,
    title: row.title_name,
    level: LEVEL_LABELS[row.level] ?? null,
    committee: row.committee,
  }
  return {
    id: row.id,
    values: Object.fromEntries(fields.map((field) => [field, all[field] ?? null])),
  }
}
