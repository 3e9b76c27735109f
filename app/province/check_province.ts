import Handlebars from 'handlebars'
import { rulesetFaults } from '#province/check_ruleset'
import { CONTRACT_VERSION, type Province } from '#province/define_province'

/** Every fault of a province, in Chinese; empty when it may be taken into use. */
export function provinceFaults(province: Province): string[] {
  return [
    ...(province.contractVersion === CONTRACT_VERSION
      ? []
      : [`插件约定版本为 ${province.contractVersion}，系统需要 ${CONTRACT_VERSION}`]),
    ...(/^[a-z][a-z0-9_]{1,18}$/.test(province.id) ? [] : [`插件标识 ${province.id} 不合规`]),
    ...(/^\d{6}$/.test(province.divisionCode) ? [] : ['行政区划代码应为六位数字']),
    ...(contrastOnWhite(province.portal.color) >= 4.5
      ? []
      : [`主色 ${province.portal.color} 与白色的对比度不足 4.5 : 1`]),
    ...roleFaults(province),
    ...rulesetFaults(province.ruleset, province),
    ...templateFaults(province),
    ...demoFaults(province),
  ]
}

function roleFaults({ roles }: Province): string[] {
  const ids = roles.map(({ id }) => id)
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `角色 ${id} 重复`)
    .concat(
      ['applicant', 'unit_admin', 'expert', 'committee_office', 'tenant_admin']
        .filter((id) => !ids.includes(id))
        .map((id) => `缺少角色 ${id}`)
    )
}

function templateFaults({ templates }: Province): string[] {
  return Object.entries(templates).flatMap(([name, { source }]) => {
    try {
      Handlebars.parse(source)
      return []
    } catch (error) {
      return [`模板 ${name}：${(error as Error).message.split('\n')[0]}`]
    }
  })
}

function demoFaults({ demo }: Province): string[] {
  if (!demo) return []
  const codes = new Set(demo.organizations.map(({ code }) => code))
  return [
    ...demo.organizations.filter(({ parent }) => parent && !codes.has(parent)),
    ...demo.staff.filter(({ organization }) => !codes.has(organization)),
    ...demo.applicants.filter(({ organization }) => !codes.has(organization)),
  ].map(({ name }) => `演示数据“${name}”的机构不存在`)
}

/** WCAG contrast ratio against white. */
export function contrastOnWhite(color: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return 0
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}
