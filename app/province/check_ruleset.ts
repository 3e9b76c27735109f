import { Ajv } from 'ajv'
import type { Condition } from '#province/conditions'
import type { Province } from '#province/define_province'
import { conditionFaults } from '#province/facts'
import type { ReviewMode, Ruleset } from '#province/ruleset'
import { RULESET_SCHEMA } from '#province/ruleset_schema'
import { CORE_AGGREGATES, formatNumber } from '#province/strategies'

const validate = new Ajv({ allErrors: true, strict: false }).compile(RULESET_SCHEMA)

type Around = Pick<Province, 'roles' | 'templates' | 'strategies'>

/** Every fault of a ruleset at once, each with the place it stands at; empty when it may be published. */
export function rulesetFaults(ruleset: Ruleset, around: Around): string[] {
  if (!validate(ruleset))
    return (validate.errors ?? []).map(
      (error) =>
        `${error.instancePath || '/'} 不合规定：${error.message} ${JSON.stringify(error.params)}`
    )
  return [
    ...conditionsOf(ruleset).flatMap(({ at, condition }) =>
      conditionFaults(condition).map((fault) => `${at}：${fault}`)
    ),
    ...formFaults(ruleset),
    ...nameFaults(ruleset, around),
    ...ruleset.reviewModes.flatMap((mode) => modeFaults(mode, around)),
    ...orderFaults(ruleset),
    ...legalFloors(ruleset),
  ]
}

/** Every `when`, `visibleWhen`, `requiredWhen` and `until` of the document with its place. */
function conditionsOf(node: unknown, at = ''): { at: string; condition: Condition }[] {
  if (node === null || typeof node !== 'object') return []
  return Object.entries(node).flatMap(([key, value]) =>
    ['when', 'visibleWhen', 'requiredWhen', 'until'].includes(key)
      ? [{ at: `${at}/${key}`, condition: value as Condition }]
      : conditionsOf(value, `${at}/${key}`)
  )
}

function repeated(ids: string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

function formFaults({ application }: Ruleset): string[] {
  const faults = repeated(application.sections.map(({ id }) => id)).map(
    (id) => `申报信息项 ${id} 重复`
  )
  faults.push(...repeated(application.materials.map(({ id }) => id)).map((id) => `材料 ${id} 重复`))
  for (const section of application.sections) {
    const at = `申报信息项“${section.title}”`
    faults.push(
      ...repeated(section.fields.map(({ id }) => id)).map((id) => `${at}的字段 ${id} 重复`)
    )
    if (section.kind !== 'materials' && section.fields.length === 0) faults.push(`${at}没有字段`)
    for (const field of section.fields)
      if (field.type === 'select' && !field.options && !field.source)
        faults.push(`${at}的字段“${field.label}”没有选项`)
  }
  if (
    application.materials.length > 0 &&
    !application.sections.some(({ kind }) => kind === 'materials')
  )
    faults.push('有申报材料，但没有材料信息项')
  return faults
}

function nameFaults(ruleset: Ruleset, { roles, templates, strategies }: Around): string[] {
  const faults: string[] = []
  const roleIds = new Set(roles.map(({ id }) => id))
  const kindIds = new Set(ruleset.organizations.kinds.map(({ id }) => id))
  const role = (id: string, at: string) => {
    if (!roleIds.has(id)) faults.push(`${at}：没有角色 ${id}`)
  }
  for (const kind of ruleset.organizations.kinds) {
    kind.creates
      .filter((id) => !kindIds.has(id))
      .forEach((id) => faults.push(`机构类型“${kind.label}”：没有机构类型 ${id}`))
    kind.staffRoles.forEach((id) => role(id, `机构类型“${kind.label}”`))
  }
  for (const path of ruleset.approvals.paths) {
    path.inside.forEach((step) => role(step.role, `审核路径“${path.label}”`))
    if (path.qualify) role(path.qualify.role, `审核路径“${path.label}”`)
  }
  ruleset.plans.kinds.forEach((kind) => role(kind.reviewerRole, `评审方案“${kind.label}”`))
  const wantedTemplates = [
    ruleset.certificates.template,
    ...ruleset.certificates.forms.map(({ template }) => template),
    ...ruleset.application.materials.flatMap(({ template }) => (template ? [template] : [])),
  ]
  for (const name of wantedTemplates)
    if (!Object.hasOwn(templates, name)) faults.push(`没有模板 ${name}`)
  for (const mode of ruleset.reviewModes)
    for (const { aggregate, label } of mode.stages)
      if (aggregate && !CORE_AGGREGATES[aggregate] && !strategies.aggregate?.[aggregate])
        faults.push(`评审模式“${mode.label}”的“${label}”：没有策略 ${aggregate}`)
  try {
    formatNumber(ruleset.certificates.numberPattern, {
      year: 2026,
      region: '0000',
      issuer: '0000',
      series: '01',
      level: 'intermediate',
      seq: 1,
    })
  } catch (error) {
    faults.push((error as Error).message)
  }
  return faults
}

function modeFaults(mode: ReviewMode, _around: Around): string[] {
  const at = `评审模式“${mode.label}”`
  const faults = repeated(mode.stages.map(({ id }) => id)).map((id) => `${at}：环节 ${id} 重复`)
  const before = (index: number, primitive: string, scope: string) =>
    mode.stages.slice(0, index).some((each) => each.primitive === primitive && each.scope === scope)
  mode.stages.forEach((stage, index) => {
    const where = `${at}的“${stage.label}”`
    if (stage.gates.includes('switch_open') && !before(index, 'open_voting', stage.scope))
      faults.push(`${where}：前面没有投票开关`)
    if (stage.gates.includes('roll_fixed') && !before(index, 'roll', stage.scope))
      faults.push(`${where}：前面没有确定票源`)
    if (stage.gates.includes('group_passed') && !before(index, 'deliberate', 'group'))
      faults.push(`${where}：前面没有专业组评议`)
    if (
      stage.gates.includes('criteria_confirmed') &&
      !mode.stages.slice(0, index).some((each) => each.subject === 'criteria')
    )
      faults.push(`${where}：前面没有评分标准确认`)
    if (stage.primitive === 'vote' && !stage.ballot) faults.push(`${where}：没有说明投票方式`)
    if (stage.primitive === 'score' && !stage.aggregate) faults.push(`${where}：没有合分策略`)
    if (stage.primitive === 'assign' && !stage.subject) faults.push(`${where}：没有说明分配什么`)
  })
  if (mode.stages.at(-1)?.primitive !== 'report') faults.push(`${at}：最后一个环节应为上报`)
  if (!mode.stages.some(({ primitive, scope }) => primitive === 'vote' && scope === 'plenary'))
    faults.push(`${at}：没有评委会投票`)
  return faults
}

/** A row after one without condition is never reached; a table without such a row may find none. */
function orderFaults(ruleset: Ruleset): string[] {
  const faults: string[] = []
  const table = (name: string, rows: { when?: Condition }[], needsDefault: boolean) => {
    const open = rows.findIndex(({ when }) => !when || Object.keys(when).length === 0)
    if (open >= 0 && open < rows.length - 1) faults.push(`${name}：第 ${open + 2} 行永远到不了`)
    if (open < 0 && needsDefault && rows.length > 0)
      faults.push(`${name}：没有无条件的最后一行，可能无一适用`)
  }
  table('审核路径', ruleset.approvals.paths, true)
  table('公示机构', ruleset.results.publishers, true)
  table('评委会人数', ruleset.committees.sizes, true)
  table('发文审查', ruleset.documents.routes, ruleset.documents.required)
  if (ruleset.documents.required && ruleset.documents.routes.length === 0)
    faults.push('发文审查：没有审查机构')
  return faults
}

/** A province may be stricter than national law, never looser (domain.md §1). */
function legalFloors({ voting, results, approvals, committees }: Ruleset): string[] {
  const faults: string[] = []
  const atLeastTwoThirds = ({
    numerator,
    denominator,
  }: {
    numerator: number
    denominator: number
  }) => 3 * numerator >= 2 * denominator && numerator <= denominator
  if (!atLeastTwoThirds(voting.quorum))
    faults.push('出席人数不得少于评委会人数的三分之二（第二十条）')
  if (!atLeastTwoThirds(voting.threshold))
    faults.push('通过票数不得少于出席人数的三分之二（第二十一条）')
  if (results.publicityWorkingDays < 5) faults.push('评审结果公示不得少于 5 个工作日（第二十七条）')
  if (approvals.paths.some(({ inside }) => inside.some(({ task }) => task === 'unit_publicity')))
    if (approvals.unitPublicityWorkingDays < 5)
      faults.push('单位内部公示不得少于 5 个工作日（第十七条）')
  for (const rule of committees.sizes) if (!rule.odd) faults.push('评委会人数应为单数（第九条）')
  return faults
}
