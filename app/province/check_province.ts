import { demoFaults } from '#province/check_demo'
import { repeated } from '#province/check_form'
import { rulesetFaults } from '#province/check_ruleset'
import { CONTRACT_VERSION, type DocumentTemplate, type Province } from '#province/define_province'
import { templateFaults } from '#province/lint_template'
import { PROVINCE_SCHEMA } from '#province/province_schema'
import { schemaChecker } from '#province/schema_faults'

const shapeFaults = schemaChecker(PROVINCE_SCHEMA)

/** Roles the core itself gives accounts to. */
const NEEDED_ROLES = [
  'applicant',
  'unit_admin',
  'expert',
  'committee_office',
  'tenant_admin',
  'security_admin',
  'audit_admin',
]

/** Every fault of a province, in Chinese; empty when it may be taken into use. */
export function provinceFaults(province: Province): string[] {
  const wrongShape = shapeFaults(province)
  if (wrongShape.length > 0) return wrongShape
  const wrongRules = rulesetFaults(province.ruleset, province)
  return [
    ...(province.contractVersion === CONTRACT_VERSION
      ? []
      : [`插件约定版本为 ${province.contractVersion}，系统需要 ${CONTRACT_VERSION}`]),
    ...(contrastOnWhite(province.portal.color) >= 4.5
      ? []
      : [`主色 ${province.portal.color} 与白色的对比度不足 4.5 : 1`]),
    ...roleFaults(province),
    ...strategyFaults(province),
    ...wrongRules,
    ...allTemplateFaults(province.templates),
    // the demo is played under the rules
    ...(wrongRules.length > 0 ? [] : demoFaults(province)),
  ]
}

function roleFaults({ roles }: Province): string[] {
  const ids = roles.map(({ id }) => id)
  return [
    ...repeated(ids).map((id) => `角色 ${id} 重复`),
    ...NEEDED_ROLES.filter((id) => !ids.includes(id)).map((id) => `缺少角色 ${id}`),
  ]
}

function strategyFaults({ id, strategies }: Province): string[] {
  return Object.entries(strategies.aggregate ?? {}).flatMap(([name, strategy]) => [
    ...(typeof strategy === 'function' ? [] : [`策略 ${name} 不是函数`]),
    // so that a province can't take the place of the core's own
    ...(name.startsWith(`${id}.`) ? [] : [`策略 ${name} 应以 ${id}. 开头`]),
  ])
}

/** Faults of templates, each checked against its own sample. */
export const allTemplateFaults = (templates: Record<string, DocumentTemplate>): string[] =>
  Object.entries(templates).flatMap(([name, { source, sample }]) =>
    templateFaults(source, sample).map((fault) => `模板 ${name}：${fault}`)
  )

/** WCAG contrast ratio of `#rrggbb` against white. */
export function contrastOnWhite(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}
