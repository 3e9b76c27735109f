import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Ruleset, SearchRule } from '#province/ruleset'
import { LEVEL_LABELS } from '#province/facts'
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
}

/** Narrows a query over `applications as a`. */
export function filterCases(query: Query, filters: CaseFilters, searches: SearchRule[]) {
  for (const [name, column] of Object.entries(EXACT))
    if (filters[name]) query.where(column, filters[name]!)
  // names are searched from their beginning, which the index serves
  if (filters.name) query.where('a.person_name', 'like', startingWith(filters.name))
  if (filters.idNumber)
    query.whereIn(
      'a.person_id',
      db
        .from('people')
        .where('id_number_index', blindIndex('people.id_number', filters.idNumber.toUpperCase()))
        .select('id')
    )
  if (filters.unit || filters.region || filters.department)
    query.whereIn('a.organization_id', bodies(filters))
  if (filters.committee)
    query.whereIn(
      'a.committee_id',
      db.from('committees').where('name', 'like', containing(filters.committee)).select('id')
    )
  if (filters.year)
    query.whereIn(
      'a.batch_id',
      db
        .from('batches')
        .where('year', Number(filters.year) || 0)
        .select('id')
    )
  for (const search of searches) {
    const value = filters[searchName(search)]
    if (value) query.whereIn('a.id', casesWith(search, value))
  }
  return query
}

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

function casesWith(search: SearchRule, value: string) {
  const query = db.from('application_terms').where('search', search.id).select('application_id')
  if (search.kind === 'since') {
    // held for so many whole years: since this day or earlier
    const day = DateTime.now()
      .setZone('Asia/Shanghai')
      .minus({ years: Number.parseInt(value) || 0 })
    return query.where('value', '<=', day.toISODate()!)
  }
  return query.where('value', 'like', startingWith(value))
}

export interface FilterDef {
  name: string
  label: string
  options?: { value: string; label: string }[]
}

/** The filters as the page shows them, in the order of HB-10. */
export function filterDefs(ruleset: Ruleset, years: number[]): FilterDef[] {
  const { application, catalogue, approvals } = ruleset
  const names = (entries: { code: string; name: string }[]) =>
    entries.map(({ code, name }) => ({ value: code, label: name }))
  const choice = (name: string, label: string, options: FilterDef['options'] = []): FilterDef[] =>
    options.length > 0 ? [{ name, label, options }] : []
  return [
    ...choice('category', '申报类别', application.categories),
    ...choice('series', '申报系列', names(catalogue.series)),
    ...choice('specialty', '申报专业', names(catalogue.series.flatMap((one) => one.specialties))),
    ...choice('title', '申报职称名称', names(catalogue.series.flatMap((one) => one.titles))),
    ...choice(
      'level',
      '申报等级',
      Object.entries(LEVEL_LABELS).map(([value, label]) => ({ value, label }))
    ),
    ...choice('mode', '申报方式', application.modes),
    ...choice('evaluationMethod', '评审方式', application.evaluationMethods),
    { name: 'idNumber', label: '身份证号' },
    { name: 'name', label: '姓名' },
    { name: 'unit', label: '申报单位' },
    { name: 'committee', label: '评委会' },
    { name: 'region', label: '行政区划代码' },
    { name: 'department', label: '主管部门' },
    ...approvals.searches.map((search) => ({
      name: searchName(search),
      label: search.kind === 'since' ? `${search.label}（满几年）` : search.label,
      ...(optionsOf(search, ruleset) && { options: optionsOf(search, ruleset) }),
    })),
    { name: 'code', label: '申报编号' },
    ...choice(
      'year',
      '申报年度',
      years.map((year) => ({ value: String(year), label: String(year) }))
    ),
  ]
}

function optionsOf(search: SearchRule, { application }: Ruleset): FilterDef['options'] {
  if (search.kind === 'flag') return ['是', '否'].map((value) => ({ value, label: value }))
  return application.sections
    .find(({ id }) => id === search.section)
    ?.fields.find(({ id }) => id === search.field)?.options
}
