import type { FieldRule, Option, Ruleset } from '#province/ruleset'

/** Values that stand more than once. */
export const repeated = (ids: string[]): string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
]

/** Faults of what an applicant meets: choices, sections, fields, materials, catalogue. */
export function formFaults({ application, catalogue, eligibility, quotas }: Ruleset): string[] {
  const { sections, materials } = application
  return [
    ...choiceFaults('申报类别', application.categories),
    ...choiceFaults('取得方式', application.acquisitions),
    ...choiceFaults('申报方式', application.modes),
    ...choiceFaults('评审方式', application.evaluationMethods),
    ...choiceFaults('职数类别', quotas.categories),
    ...repeated(sections.map(({ id }) => id)).map((id) => `申报信息项 ${id} 重复`),
    ...repeated(materials.map(({ id }) => id)).map((id) => `申报材料 ${id} 重复`),
    ...repeated(application.precheck.map(({ id }) => id)).map((id) => `资格问题 ${id} 重复`),
    ...application.precheck.flatMap((field) => fieldFaults(field, `资格问题“${field.label}”`)),
    ...repeated(eligibility.map(({ id }) => id)).map((id) => `资格条件 ${id} 重复`),
    ...sections.flatMap(sectionFaults),
    ...placeOfMaterials(application),
    ...catalogueFaults(catalogue),
  ]
}

const choiceFaults = (label: string, options: Option[]) =>
  repeated(options.map(({ value }) => value)).map((value) => `${label}的选项 ${value} 重复`)

function sectionFaults(section: Ruleset['application']['sections'][number]): string[] {
  const at = `申报信息项“${section.title}”`
  const faults = repeated(section.fields.map(({ id }) => id)).map((id) => `${at}的字段 ${id} 重复`)
  if (section.kind === 'materials' && section.fields.length > 0)
    faults.push(`${at}是材料信息项，不能有字段`)
  if (section.kind !== 'materials' && section.fields.length === 0) faults.push(`${at}没有字段`)
  if ((section.minRecords ?? 0) > (section.maxRecords ?? 200))
    faults.push(`${at}的最少条数大于最多条数`)
  return [
    ...faults,
    ...section.fields.flatMap((field) => fieldFaults(field, `${at}的字段“${field.label}”`)),
  ]
}

function fieldFaults(field: FieldRule, at: string): string[] {
  const faults: string[] = []
  if (field.type === 'select' && !field.options && !field.source) faults.push(`${at}没有选项`)
  if (field.type !== 'select' && (field.options || field.source))
    faults.push(`${at}不是下拉框，不能有选项`)
  if (field.options && field.source) faults.push(`${at}的选项只能有一个来源`)
  if (field.min !== undefined && field.max !== undefined && field.min > field.max)
    faults.push(`${at}的最小值大于最大值`)
  if (field.type === 'read_only' && (field.required || field.requiredWhen))
    faults.push(`${at}只供查看，不能必填`)
  return [...faults, ...choiceFaults(at, field.options ?? [])]
}

function placeOfMaterials({ sections, materials }: Ruleset['application']): string[] {
  const count = sections.filter(({ kind }) => kind === 'materials').length
  if (materials.length > 0 && count === 0) return ['有申报材料，但没有材料信息项']
  return count > 1 ? ['材料信息项只能有一个'] : []
}

function catalogueFaults({ series }: Ruleset['catalogue']): string[] {
  return [
    ...repeated(series.map(({ code }) => code)).map((code) => `系列 ${code} 重复`),
    ...series.flatMap(({ name, specialties, titles }) => [
      ...repeated(specialties.map(({ code }) => code)).map(
        (code) => `系列“${name}”的专业 ${code} 重复`
      ),
      ...repeated(titles.map(({ code }) => code)).map((code) => `系列“${name}”的职称 ${code} 重复`),
    ]),
  ]
}
