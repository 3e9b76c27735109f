import { searchName } from '#approvals/queries/case_filters'
import { LEVEL_LABELS } from '#province/facts'
import type { Ruleset, SearchRule } from '#province/ruleset'

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
    ...approvals.searches.map((search) => {
      const options = optionsOf(search, ruleset)
      return {
        name: searchName(search),
        label: search.kind === 'since' ? `${search.label}（满几年）` : search.label,
        ...(options && { options }),
      }
    }),
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
