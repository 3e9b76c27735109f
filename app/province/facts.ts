import type { Condition, Facts, Operators, Scalar } from '#province/conditions'
import { COMBINERS, OPERATORS, factAt, holds } from '#province/conditions'

export interface FactDeclaration {
  label: string
  type: 'text' | 'number' | 'boolean' | 'list'
  /** labels of the codes it can have */
  values?: Record<string, string>
}

export const LEVEL_LABELS: Record<string, string> = {
  senior_full: '正高级',
  senior_associate: '副高级',
  intermediate: '中级',
  junior_assistant: '助理级',
  junior_technician: '员级',
}

const CORE_KINDS = {
  unit: '用人单位',
  department: '主管部门',
  title_office: '职改办',
  agency: '经办机构',
  committee_office: '评委会办事机构',
}

/** What a condition may ask about. `form.<section>.<field>`, `body.attributes.<x>` and `organization.attributes.<x>` are open ends. */
export const FACTS: Record<string, FactDeclaration> = {
  'level': { label: '申报级别', type: 'text', values: LEVEL_LABELS },
  'series': { label: '申报系列', type: 'text' },
  'specialty': { label: '申报专业', type: 'text' },
  'title': { label: '申报职称', type: 'text' },
  'category': { label: '申报类别', type: 'text' },
  'acquisition': { label: '取得方式', type: 'text' },
  'mode': { label: '申报方式', type: 'text' },
  'evaluationMethod': { label: '评审方式', type: 'text' },
  'year': { label: '年度', type: 'number' },
  'organization.kind': { label: '申报单位类型', type: 'text' },
  'organization.core': { label: '申报单位性质', type: 'text', values: CORE_KINDS },
  'body.kind': { label: '机构类型', type: 'text' },
  'body.core': { label: '机构性质', type: 'text', values: CORE_KINDS },
  'body.isFirst': { label: '是否申报人所在单位', type: 'boolean' },
  'body.isFinal': { label: '是否终审机构', type: 'boolean' },
  'committee.level': { label: '评委会级别', type: 'text', values: LEVEL_LABELS },
  'committee.scope': {
    label: '评委会范围',
    type: 'text',
    values: { series: '系列', specialty: '专业' },
  },
  'document.level': { label: '职称文件级别', type: 'text', values: LEVEL_LABELS },
  'issuer.kind': { label: '发文机构类型', type: 'text' },
}
const OPEN = /^(form\.[\w.]+|(body|organization|issuer)\.attributes\.\w+)$/

const OPERATOR_LABELS: Record<string, string> = {
  $eq: '为',
  $ne: '不为',
  $in: '属于',
  $nin: '不属于',
  $gt: '大于',
  $gte: '不小于',
  $lt: '小于',
  $lte: '不大于',
  $exists: '已填写',
  $some: '有一条满足',
}

/** Faults of a condition in Chinese; empty when it is sound. `extra` are facts of the place it stands in. */
export function conditionFaults(condition: unknown, extra: string[] = []): string[] {
  if (condition === undefined) return []
  if (condition === null || typeof condition !== 'object' || Array.isArray(condition))
    return ['条件应为对象']
  return Object.entries(condition as Condition).flatMap(([key, wanted]) => {
    if (key === '$not') return conditionFaults(wanted, extra)
    if (COMBINERS.includes(key))
      return Array.isArray(wanted) && wanted.length > 0
        ? (wanted as Condition[]).flatMap((each) => conditionFaults(each, extra))
        : [`${key} 应为条件列表`]
    if (key.startsWith('$')) return [`未知的组合方式 ${key}`]
    const fact = FACTS[key]
    if (!fact && !OPEN.test(key) && !extra.includes(key)) return [`未知的事实 ${key}`]
    return operandFaults(key, fact, wanted as Scalar | Operators)
  })
}

function operandFaults(
  key: string,
  fact: FactDeclaration | undefined,
  wanted: Scalar | Operators
): string[] {
  if (wanted === null || typeof wanted !== 'object') return valueFaults(key, fact, wanted)
  return Object.entries(wanted).flatMap(([operator, operand]) => {
    if (!OPERATORS.includes(operator)) return [`${key}：未知的运算 ${operator}`]
    if (operator === '$some') return []
    if (operator === '$exists')
      return typeof operand === 'boolean' ? [] : [`${key}：$exists 应为 true 或 false`]
    if (operator === '$in' || operator === '$nin')
      return Array.isArray(operand)
        ? operand.flatMap((each) => valueFaults(key, fact, each))
        : [`${key}：${operator} 应为列表`]
    return valueFaults(key, fact, operand as Scalar)
  })
}

function valueFaults(key: string, fact: FactDeclaration | undefined, value: Scalar): string[] {
  if (!fact || value === null) return []
  const wanted = fact.type === 'text' ? 'string' : fact.type
  const is: string = typeof value
  if (wanted !== 'list' && is !== wanted)
    return [`${key}：值 ${JSON.stringify(value)} 的类型应为 ${fact.type}`]
  if (fact.values && !Object.hasOwn(fact.values, String(value)))
    return [`${key}：没有 ${JSON.stringify(value)} 这个值`]
  return []
}

/** Why a condition holds or not, leaf by leaf: `申报级别 为 正高级（是）`. */
export function explain(condition: Condition | undefined, facts: Facts): string {
  if (!condition || Object.keys(condition).length === 0) return '无条件'
  return Object.entries(condition)
    .map(([key, wanted]) => {
      if (key === '$not') return `非（${explain(wanted as Condition, facts)}）`
      if (COMBINERS.includes(key))
        return `（${(wanted as Condition[])
          .map((each) => explain(each, facts))
          .join(key === '$or' ? ' 或 ' : ' 且 ')}）`
      const leaf = { [key]: wanted } as Condition
      return `${leafText(key, wanted as Scalar | Operators)}（${holds(leaf, facts) ? '是' : `否，现为 ${valueText(key, factAt(facts, key))}`}）`
    })
    .join(' 且 ')
}

function leafText(key: string, wanted: Scalar | Operators): string {
  const label = FACTS[key]?.label ?? key
  if (wanted === null || typeof wanted !== 'object') return `${label} 为 ${valueText(key, wanted)}`
  return Object.entries(wanted)
    .map(
      ([operator, operand]) => `${label} ${OPERATOR_LABELS[operator]} ${valueText(key, operand)}`
    )
    .join(' 且 ')
}

function valueText(key: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return '空'
  if (Array.isArray(value)) return value.map((each) => valueText(key, each)).join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  return FACTS[key]?.values?.[String(value)] ?? String(value)
}
