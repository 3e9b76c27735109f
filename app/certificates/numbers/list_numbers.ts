import db from '@adonisjs/lucid/services/db'
import { LEVEL_LABELS } from '#province/facts'
import Organization from '#organizations/models/organization'
import { regionName, regionsCalled } from '#organizations/regions'
import {
  filterPeople,
  personRow,
  withPersonColumns,
  type PersonRow,
} from '#results/queries/list_people'
import { concerning } from '#results/roles'
import type { Actor } from '#web/actor'
import { containing, startingWith } from '#web/like'
import { EXACT, paged, type Page, type Paged } from '#web/paging'

export const NUMBER_FILTERS = [
  'name',
  'unit',
  'year',
  'region',
  'level',
  'series',
  'number',
] as const
export type NumberFilters = Partial<Record<(typeof NUMBER_FILTERS)[number], string>>
export type NumberTab = 'waiting' | 'numbered'

export interface NumberRow extends PersonRow {
  region: string | null
}

export const HIGHEST_FIRST = Object.keys(LEVEL_LABELS)

/**
 * Persons a body numbers: those who wait (filed, or passed where no filing is wanted), or those who have a number; in
 * the order 年度 + 地市 + 单位名称 + 级别 + 证书编号 (HN-33), in which numbers are given too.
 */
export function numbersQuery(actor: Actor, tab: NumberTab, filters: NumberFilters) {
  const query = concerning(db.from('applications as a'), actor, 'generator')
  if (tab === 'numbered') query.whereNotNull('a.number_order')
  else
    query.where((waiting) =>
      waiting
        .where('a.stage', 'filed')
        .orWhere((passed) =>
          passed
            .where('a.stage', 'passed')
            .whereNotExists(
              db
                .from('result_roles as f')
                .whereColumn('f.application_id', 'a.id')
                .where('f.role', 'filer')
            )
        )
    )
  filterPeople(query, filters)
  if (filters.region)
    query.where((region) => {
      for (const code of regionsCalled(filters.region!))
        region.orWhere('o.region_code', 'like', startingWith(code))
    })
  if (filters.number) query.where('a.certificate_number', 'like', startingWith(filters.number))
  // a number keeps its place in the order; who waits is put in it now
  if (tab === 'numbered') return withPersonColumns(query).orderBy('a.number_order').orderBy('a.id')
  return withPersonColumns(query)
    .orderBy('b.year', 'desc')
    .orderBy('o.region_code')
    .orderBy('o.name')
    .orderByRaw(`field(a.level, ${HIGHEST_FIRST.map(() => '?').join(', ')})`, HIGHEST_FIRST)
    .orderBy('a.id')
}

export async function listNumbers(
  actor: Actor,
  tab: NumberTab,
  filters: NumberFilters,
  page: Page
): Promise<Paged<NumberRow>> {
  const found = await paged<Record<string, any>>(
    numbersQuery(actor, tab, filters) as never,
    page,
    // numbers are given to all who are found: people are told to how many
    tab === 'waiting' ? EXACT : undefined
  )
  return {
    meta: found.meta,
    data: found.data.map((row) => ({ ...personRow(row), region: regionName(row.region_code) })),
  }
}

export interface PoolRow {
  id: number
  year: number | null
  issuer: string | null
  series: string | null
  level: string | null
  pattern: string
  next: number
  left: number
  last: number
}

export const POOL_FILTERS = ['issuer', 'year', 'series', 'level'] as const
type PoolFilters = Partial<Record<(typeof POOL_FILTERS)[number], string>>

/** Pools of the issuers below a body; those without an issuer are the province's own. */
export async function listPools(
  actor: Actor,
  filters: PoolFilters,
  page: Page
): Promise<Paged<PoolRow>> {
  const own = await Organization.find(actor.organizationId ?? 0)
  const query = db
    .from('number_pools as n')
    .leftJoin('organizations as o', 'o.id', 'n.issuer_id')
    .leftJoin('series as s', 's.code', 'n.series_code')
    .where((below) => {
      below.where('o.tree', 'like', `${own?.tree ?? '-'}%`)
      if (own?.parentId === null) below.orWhereNull('n.issuer_id')
    })
    .orderBy('n.id', 'desc')
    .select('n.*', 'o.name as issuer', 's.name as series')
  if (filters.issuer) query.where('o.name', 'like', containing(filters.issuer))
  if (filters.year) query.where('n.year', filters.year)
  if (filters.series) query.where('n.series_code', filters.series)
  if (filters.level) query.where('n.level', filters.level)
  const found = await paged<Record<string, any>>(query as never, page)
  return {
    meta: found.meta,
    data: found.data.map((row) => ({
      id: row.id,
      year: row.year,
      issuer: row.issuer,
      series: row.series,
      level: LEVEL_LABELS[row.level] ?? null,
      pattern: row.pattern,
      next: row.next,
      left: row.last - row.next + 1,
      last: row.last,
    })),
  }
}
