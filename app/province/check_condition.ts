import {
  COMBINERS,
  OPERATORS,
  type Condition,
  type Operators,
  type Scalar,
} from '#province/conditions'
import { coreFacts, type Declared, type FactDeclaration } from '#province/facts'

const PRESENCE = ['$exists']
const EQUALITY = ['$eq', '$ne', '$in', '$nin', ...PRESENCE]
const ORDER = [...EQUALITY, '$gt', '$gte', '$lt', '$lte']

const ALLOWED: Record<FactDeclaration['type'], string[]> = {
  text: EQUALITY,
  boolean: EQUALITY,
  number: ORDER,
  date: ORDER,
  any: ORDER,
  list: ['$some', ...PRESENCE],
  files: PRESENCE,
}

const VALUE_TYPES: Record<FactDeclaration['type'], string | null> = {
  text: 'string',
  date: 'string',
  number: 'number',
  boolean: 'boolean',
  any: null,
  list: null,
  files: null,
}
const TYPE_LABELS: Record<string, string> = { string: '文字', number: '数字', boolean: '是或否' }

// deeper than any rule a person can read
const MAX_DEPTH = 10

/** Faults of a condition in Chinese; empty when it is sound. `declared` are the facts known where it stands. */
export function conditionFaults(
  condition: unknown,
  declared: Declared = coreFacts,
  depth = 1
): string[] {
  if (condition === undefined) return []
  if (!isRecord(condition)) return ['条件应为对象']
  if (depth > MAX_DEPTH) return [`条件嵌套不得超过 ${MAX_DEPTH} 层`]
  return Object.entries(condition).flatMap(([key, wanted]) => {
    if (key === '$not') return conditionFaults(wanted ?? null, declared, depth + 1)
    if (COMBINERS.includes(key))
      return Array.isArray(wanted) && wanted.length > 0
        ? wanted.flatMap((each) => conditionFaults(each ?? null, declared, depth + 1))
        : [`${key} 应为条件列表`]
    if (key.startsWith('$')) return [`未知的组合方式 ${key}`]
    const fact = declared(key)
    return fact ? factFaults(key, fact, wanted as Scalar | Operators, depth) : [unknownFact(key)]
  })
}

const isRecord = (value: unknown): value is Condition =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const unknownFact = (key: string) =>
  coreFacts(key) ? `此处不能使用事实 ${key}` : `未知的事实 ${key}`

function factFaults(
  key: string,
  fact: FactDeclaration,
  wanted: Scalar | Operators,
  depth: number
): string[] {
  if (Array.isArray(wanted)) return [`${key}：应写 $in`]
  const operations = isRecord(wanted) ? Object.entries(wanted) : [['$eq', wanted] as const]
  if (operations.length === 0) return [`${key}：没有说明条件`]
  return operations.flatMap(([operator, operand]) => {
    if (!OPERATORS.includes(operator)) return [`${key}：未知的运算 ${operator}`]
    if (!ALLOWED[fact.type].includes(operator)) return [`${key}：不能用 ${operator}`]
    return operandFaults(key, fact, operator, operand, depth)
  })
}

function operandFaults(
  key: string,
  fact: FactDeclaration,
  operator: string,
  operand: unknown,
  depth: number
): string[] {
  switch (operator) {
    case '$exists':
      return typeof operand === 'boolean' ? [] : [`${key}：$exists 应为 true 或 false`]
    case '$some':
      return conditionFaults(operand ?? null, (path) => fact.record?.[path], depth + 1).map(
        (fault) => `${key}：${fault}`
      )
    case '$in':
    case '$nin':
      return Array.isArray(operand) && operand.length > 0
        ? operand.flatMap((each) => valueFaults(key, fact, each, true))
        : [`${key}：${operator} 应为列表`]
    default:
      return valueFaults(key, fact, operand, EQUALITY.includes(operator))
  }
}

function valueFaults(
  key: string,
  fact: FactDeclaration,
  value: unknown,
  mayBeNull: boolean
): string[] {
  if (value === null && mayBeNull) return []
  const is = typeof value
  const wanted = VALUE_TYPES[fact.type]
  if (wanted ? is !== wanted : !Object.hasOwn(TYPE_LABELS, is))
    return [`${key}：值 ${JSON.stringify(value)} 的类型应为${TYPE_LABELS[wanted ?? 'string']}`]
  if (fact.values && !fact.isOpen && !Object.hasOwn(fact.values, String(value)))
    return [`${key}：没有 ${JSON.stringify(value)} 这个值`]
  return []
}
