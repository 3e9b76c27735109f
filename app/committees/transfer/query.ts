import db from '@adonisjs/lucid/services/db'
import { containing } from '#web/like'

/** Stages in which the committee may still change (HU-77). */
export const TRANSFERABLE = ['in_approval', 'on_hold', 'qualified'] as const

export interface TransferFilter {
  committee?: number | string
  year?: number | string
  level?: string
  series?: string
  stage?: string
  name?: string
  unit?: string
}
export const TRANSFER_FILTERS = [
  'committee',
  'year',
  'level',
  'series',
  'stage',
  'name',
  'unit',
] as const

/** Applications whose committee may be changed; without columns and order. */
export function transferable(filter: TransferFilter) {
  const query = db
    .from('applications as a')
    .leftJoin('batches as b', 'b.id', 'a.batch_id')
    .leftJoin('organizations as o', 'o.id', 'a.organization_id')
    .leftJoin('committees as c', 'c.id', 'a.committee_id')
    .whereIn('a.stage', filter.stage ? [filter.stage] : [...TRANSFERABLE])
    .whereIn('a.stage', [...TRANSFERABLE])
  if (filter.committee) query.where('a.committee_id', Number(filter.committee))
  if (filter.year) query.where('b.year', Number(filter.year))
  if (filter.level) query.where('a.level', filter.level)
  if (filter.series) query.where('a.series_code', filter.series)
  if (filter.name) query.where('a.person_name', 'like', containing(filter.name))
  if (filter.unit) query.where('o.name', 'like', containing(filter.unit))
  return query
}
