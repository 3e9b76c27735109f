import db from '@adonisjs/lucid/services/db'
import type { SearchRule } from '#province/ruleset'
import { now } from '#tenancy/clock'
import { blindIndex } from '#tenancy/crypto'
import { containing, startingWith } from '#web/like'

/** Filters of every province (HB-10); a province adds those of `approvals.searches`. */
export const CASE_FILTERS = [
  'name',
  'idNumber',
  'code',
  'unit',
  'department',
  'region',
  'category',
  'series',
  'specialty',
  'title',
  'level',
  'mode',
  'evaluationMethod',
  'committee',
  'year',
] as const
export type CaseFilters = Partial<Record<string, string>>

/** Name of the parameter of a province's own search. */
export const searchName = (search: Pick<SearchRule, 'id'>) => `x_${search.id}`

export const filterNames = (searches: SearchRule[]): string[] => [
  ...CASE_FILTERS,
  ...searches.map(searchName),
]

type Query = ReturnType<typeof db.from>

const EXACT: Record<string, string> = {
  category: 'a.category',
  series: 'a.series_code',
  specialty: 'a.specialty_code',
  title: 'a.title_code',
  level: 'a.level',
  mode: 'a.mode',
  evaluationMethod: 'a.evaluation_method',
  code: 'a.code',
  stage: 'a.stage',
  holder: 'a.holder_organization_id',
}

/** Narrows a query over `applications as a`; each condition is asked of one row, whatever the database begins with. */
export function filterCases(query: Query, filters: CaseFilters, searches: SearchRule[]) {
  for (const [name, column] of Object.entries(EXACT))
    if (filters[name]) query.where(column, filters[name]!)
  if (filters.name) query.where('a.person_name', 'like', startingWith(filters.name))
  if (filters.idNumber)
    thereIs(
      query,
      db
        .from('people as fp')
        .whereColumn('fp.id', 'a.person_id')
        .where('fp.id_number_index', idNumberIndex(filters.idNumber))
        .select('fp.id')
    )
  if (filters.unit || filters.region || filters.department)
    thereIs(query, bodies(filters).whereColumn('u.id', 'a.organization_id'))
  if (filters.committee)
    thereIs(
      query,
      db
        .from('committees as fc')
        .whereColumn('fc.id', 'a.committee_id')
        .where('fc.name', 'like', containing(filters.committee))
        .select('fc.id')
    )
  if (filters.year)
    thereIs(
      query,
      db
        .from('batches as fb')
        .whereColumn('fb.id', 'a.batch_id')
        .where('fb.year', Number(filters.year) || 0)
        .select('fb.id')
    )
  for (const search of searches) {
    const value = filters[searchName(search)]
    if (value)
      thereIs(
        query,
        terms(search, value).whereColumn('ft.application_id', 'a.id').select('ft.value')
      )
  }
  return query
}

/**
 * Asks one row at a time. As an `exists` the database would turn it round and gather all cases of a value first, which are
 * hundreds of thousands for a page of twenty.
 */
function thereIs(query: Query, of: Query) {
  const { sql, bindings } = of.limit(1).toSQL()
  query.whereRaw(`(${sql}) is not null`, bindings as never)
}

const idNumberIndex = (idNumber: string) =>
  blindIndex('people.id_number', idNumber.trim().toUpperCase())

function bodies({ unit, region, department }: CaseFilters) {
  const query = db.from('organizations as u').select('u.id')
  if (unit) query.where('u.name', 'like', containing(unit))
  if (region) query.where('u.region_code', 'like', startingWith(region))
  if (department)
    query
      .join('organizations as d', 'd.id', 'u.parent_id')
      .where('d.name', 'like', containing(department))
  return query
}

function terms(search: SearchRule, value: string) {
  const query = db.from('application_terms as ft').where('ft.search', search.id)
  if (search.kind === 'since') {
    // held for so many whole years: since this day or earlier
    const day = now()
      .setZone('Asia/Shanghai')
      .minus({ years: Number.parseInt(value) || 0 })
    return query.where('ft.value', '<=', day.toISODate()!)
  }
  return query.where('ft.value', 'like', startingWith(value))
}

/** Few enough to be looked up one by one. */
const FEW = 2000

/**
 * The cases a filter names when they are few: the list then begins with them instead of leafing through a desk. Each
 * filter that has an index of its own is asked for at most `FEW + 1` of its cases; null when all have more.
 */
export async function fewCases(
  filters: CaseFilters,
  searches: SearchRule[]
): Promise<number[] | null> {
  const cases = () => db.from('applications as a').select('a.id')
  const { name, idNumber, code, specialty, title, unit, region, stage, holder } = filters
  const asked: (() => Query)[] = []
  if (code) asked.push(() => cases().where('a.code', code))
  if (idNumber)
    asked.push(() =>
      cases()
        .join('people as p', 'p.id', 'a.person_id')
        .where('p.id_number_index', idNumberIndex(idNumber))
    )
  if (name) asked.push(() => cases().where('a.person_name', 'like', startingWith(name)))
  if (unit || region)
    asked.push(() =>
      bodies(filters)
        .join('applications as a', 'a.organization_id', 'u.id')
        .clearSelect()
        .select('a.id')
    )
  for (const search of searches) {
    const value = filters[searchName(search)]
    if (value) asked.push(() => terms(search, value).select('ft.application_id as id'))
  }
  if (holder) asked.push(() => cases().where('a.holder_organization_id', holder))
  if (stage) asked.push(() => cases().where('a.stage', stage))
  if (specialty) asked.push(() => cases().where('a.specialty_code', specialty))
  if (title) asked.push(() => cases().where('a.title_code', title))
  for (const query of asked) {
    const found = await query().limit(FEW + 1)
    if (found.length <= FEW) return [...new Set(found.map(({ id }) => Number(id)))]
  }
  return null
}
