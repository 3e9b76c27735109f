import type { Province } from '#province/define_province'
import type { Ruleset } from '#province/ruleset'
import { formatNumber } from '#province/strategies'

export type Around = Pick<Province, 'roles' | 'templates' | 'strategies'>

/** Whether every kind, role and template a ruleset names is there, and the certificate number can be formed. */
export function nameFaults(ruleset: Ruleset, { roles, templates }: Around): string[] {
  return [
    ...roleFaults(ruleset, new Set(roles.map(({ id }) => id))),
    ...creationFaults(ruleset),
    ...planFaults(ruleset),
    ...templateNames(ruleset)
      .filter((name) => !Object.hasOwn(templates, name))
      .map((name) => `没有模板 ${name}`),
    ...numberFaults(ruleset.certificates),
    ...certificateFormFaults(ruleset),
  ]
}

function roleFaults({ organizations, approvals, plans }: Ruleset, known: Set<string>): string[] {
  const named: [string, string][] = [
    ...organizations.kinds.flatMap(({ label, staffRoles }) =>
      staffRoles.map((role): [string, string] => [`机构类型“${label}”`, role])
    ),
    ...approvals.paths.flatMap(({ label, inside, qualify }) =>
      [...inside, ...(qualify ? [qualify] : [])].map(({ role }): [string, string] => [
        `审核路径“${label}”`,
        role,
      ])
    ),
    ...plans.kinds.map(({ label, reviewerRole }): [string, string] => [
      `评审方案“${label}”`,
      reviewerRole,
    ]),
  ]
  return named.filter(([, role]) => !known.has(role)).map(([at, role]) => `${at}：没有角色 ${role}`)
}

function creationFaults({ organizations: { kinds } }: Ruleset): string[] {
  const known = new Set(kinds.map(({ id }) => id))
  return kinds.flatMap(({ label, creates }) =>
    creates.filter((id) => !known.has(id)).map((id) => `机构类型“${label}”：没有机构类型 ${id}`)
  )
}

/** A plan that nobody can review would never be approved. */
function planFaults({ plans, organizations: { kinds } }: Ruleset): string[] {
  if (!plans.required) return []
  const staffed = new Set(kinds.flatMap(({ staffRoles }) => staffRoles))
  return plans.kinds
    .filter(({ reviewerRole }) => !staffed.has(reviewerRole))
    .map(
      ({ label, reviewerRole }) => `评审方案“${label}”：没有机构类型可以开设角色 ${reviewerRole}`
    )
}

const templateNames = ({ certificates, application }: Ruleset) => [
  ...new Set([
    certificates.template,
    ...certificates.forms.map(({ template }) => template),
    ...application.materials.flatMap(({ template }) => template ?? []),
  ]),
]

/** Two pools must never give the same number: the pattern has the sequence and everything a pool is made by. */
function numberFaults({ numberPattern, poolBy }: Ruleset['certificates']): string[] {
  try {
    formatNumber(numberPattern, {
      year: 2026,
      region: '000000',
      issuer: '0000',
      series: '01',
      level: 'intermediate',
      seq: 1,
    })
  } catch (error) {
    return [(error as Error).message]
  }
  return ['seq', ...poolBy]
    .filter((piece) => !new RegExp(`\\{${piece}[:}]`).test(numberPattern))
    .map((piece) => `证书编号规则缺少 {${piece}}，不同号码库会编出相同的号`)
}

/** What the forms beside the certificate take from the application must be in it. */
function certificateFormFaults({ certificates, application }: Ruleset): string[] {
  const section = (id: string) => application.sections.find((each) => each.id === id)
  return certificates.forms.flatMap(({ label, fields, lists }) => [
    ...Object.values(fields)
      .filter((path) => {
        const [id, name] = path.split('.')
        return !section(id)?.fields.some((field) => field.id === name)
      })
      .map((path) => `“${label}”：没有申报信息 ${path}`),
    ...lists
      .filter((id) => section(id)?.kind !== 'records')
      .map((id) => `“${label}”：没有可列表的申报信息 ${id}`),
  ])
}
