import { repeated } from '#province/check_form'
import type { Ruleset } from '#province/ruleset'

/** Whether searches, shared fields and hints of the desks name fields of the form, each once. */
export function deskFaults({ application, approvals, quotas }: Ruleset): string[] {
  const { searches, reviewFields, hints } = approvals
  const fields = new Set(
    application.sections.flatMap((section) => section.fields.map(({ id }) => `${section.id}.${id}`))
  )
  const missing = (at: string, section: string, field: string) =>
    fields.has(`${section}.${field}`) ? [] : [`${at}：没有申报信息项字段 ${section}.${field}`]
  return [
    ...repeated(searches.map(({ id }) => id)).map((id) => `查询条件 ${id} 重复`),
    ...repeated(reviewFields.map(({ id }) => id)).map((id) => `审核字段 ${id} 重复`),
    ...repeated(hints.map(({ section, field }) => `${section}.${field}`)).map(
      (name) => `核查字段 ${name} 重复`
    ),
    ...searches.flatMap((search) =>
      search.kind === 'flag'
        ? []
        : missing(`查询条件“${search.label}”`, search.section, search.field)
    ),
    ...hints.flatMap(({ section, field }) => missing('核查字段', section, field)),
    ...repeated(quotas.categories.flatMap(({ levels }) => levels)).map(
      (level) => `职数类别中级别 ${level} 重复`
    ),
    ...(quotas.binds && quotas.categories.length === 0 ? ['职数有约束力，但没有职数类别'] : []),
  ]
}
