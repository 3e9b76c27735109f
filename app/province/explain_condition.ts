import {
  COMBINERS,
  factAt,
  holds,
  type Condition,
  type Facts,
  type Operators,
  type Scalar,
} from '#province/conditions'
import { coreFacts, type Declared, type FactDeclaration } from '#province/facts'

/** The operators in words; the builder offers them, the explanation says them. */
export const OPERATOR_LABELS: Record<string, string> = {
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

type Leaf = (key: string, wanted: Scalar | Operators) => string

/** A condition in words: `申报级别 为 正高级 且 申报系列 属于 04、22`. */
export const conditionText = (condition: Condition | undefined, declared = coreFacts): string =>
  inWords(condition, (key, wanted) => leafText(declared, key, wanted))

/** Why a condition holds or not, leaf by leaf: `申报级别 为 正高级（是）`. */
export const explain = (
  condition: Condition | undefined,
  facts: Facts,
  declared = coreFacts
): string =>
  inWords(condition, (key, wanted) => {
    const met = holds({ [key]: wanted } as Condition, facts)
    const value = factAt(facts, key)
    const now = Array.isArray(value) ? `${value.length} 条` : valueText(declared(key), value)
    return `${leafText(declared, key, wanted)}（${met ? '是' : `否，现为 ${now}`}）`
  })

function inWords(condition: Condition | undefined, leaf: Leaf): string {
  if (!condition || Object.keys(condition).length === 0) return '无条件'
  return Object.entries(condition)
    .map(([key, wanted]) => {
      if (key === '$not') return `非${inBrackets(inWords(wanted as Condition, leaf))}`
      if (COMBINERS.includes(key)) {
        const parts = wanted as Condition[]
        const either = key === '$or'
        return `（${parts.map((each) => inPart(each, leaf, either)).join(either ? ' 或 ' : ' 且 ')}）`
      }
      return leaf(key, wanted as Scalar | Operators)
    })
    .join(' 且 ')
}

/** Several leaves beside an `or` stand in brackets of their own. */
const inPart = (part: Condition, leaf: Leaf, either: boolean) =>
  either && Object.keys(part).length > 1 ? `（${inWords(part, leaf)}）` : inWords(part, leaf)

/** One combiner alone brings its own brackets. */
const inBrackets = (words: string) => (isBracketed(words) ? words : `（${words}）`)

function isBracketed(words: string) {
  let depth = 0
  const closes = [...words].findIndex((each) => {
    depth += each === '（' ? 1 : each === '）' ? -1 : 0
    return depth === 0
  })
  return words.startsWith('（') && closes === words.length - 1
}

function leafText(declared: Declared, key: string, wanted: Scalar | Operators): string {
  const fact = declared(key)
  const label = fact?.label ?? key
  if (wanted === null || typeof wanted !== 'object') return `${label} 为 ${valueText(fact, wanted)}`
  return Object.entries(wanted)
    .map(([operator, operand]) => {
      if (operator === '$exists') return `${label} ${operand ? '已填写' : '未填写'}`
      if (operator === '$some')
        return `${label} 有一条满足（${conditionText(operand as Condition, (path) => fact?.record?.[path])}）`
      return `${label} ${OPERATOR_LABELS[operator]} ${valueText(fact, operand)}`
    })
    .join(' 且 ')
}

function valueText(fact: FactDeclaration | undefined, value: unknown): string {
  if (value === undefined || value === null || value === '') return '空'
  if (Array.isArray(value)) return value.map((each) => valueText(fact, each)).join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  return fact?.values?.[String(value)] ?? String(value)
}
