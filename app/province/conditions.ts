/**
 * The one condition language (design §4): MongoDB-style JSON over declared facts, for routing, visibility,
 * eligibility and who-publicises. Pure and without imports, so that the pages evaluate the same file as the server.
 */
export type Scalar = string | number | boolean | null
export interface Operators {
  $eq?: Scalar
  $ne?: Scalar
  $in?: Scalar[]
  $nin?: Scalar[]
  $gt?: number | string
  $gte?: number | string
  $lt?: number | string
  $lte?: number | string
  $exists?: boolean
  /** holds for one record of a list at least */
  $some?: Condition
}
export interface Condition {
  $and?: Condition[]
  $or?: Condition[]
  $not?: Condition
  [fact: string]: Scalar | Operators | Condition | Condition[] | undefined
}
export type Facts = Record<string, unknown>

export const OPERATORS = [
  '$eq',
  '$ne',
  '$in',
  '$nin',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$exists',
  '$some',
]
export const COMBINERS = ['$and', '$or', '$not']

/** Value at a dotted path: `form.present.hasTitle`; undefined where nothing stands. Own properties only. */
export function factAt(facts: Facts, path: string): unknown {
  if (Object.hasOwn(facts, path)) return facts[path]
  let value: unknown = facts
  for (const part of path.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined
    value = (value as Facts)[part]
  }
  return value
}

/** An empty or missing condition holds. */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  if (!condition) return true
  return Object.entries(condition).every(([key, wanted]) => {
    switch (key) {
      case '$and':
        return (wanted as Condition[]).every((each) => holds(each, facts))
      case '$or':
        return (wanted as Condition[]).some((each) => holds(each, facts))
      case '$not':
        return !holds(wanted as Condition, facts)
      default:
        return matches(factAt(facts, key), wanted as Scalar | Operators)
    }
  })
}

function matches(value: unknown, wanted: Scalar | Operators): boolean {
  if (wanted === null || typeof wanted !== 'object') return same(value, wanted)
  return Object.entries(wanted).every(([operator, operand]) => {
    switch (operator) {
      case '$eq':
        return same(value, operand)
      case '$ne':
        return !same(value, operand)
      case '$in':
        return (operand as Scalar[]).some((each) => same(value, each))
      case '$nin':
        return !(operand as Scalar[]).some((each) => same(value, each))
      case '$exists':
        return (value !== undefined && value !== null && value !== '') === operand
      case '$some':
        return (
          Array.isArray(value) && value.some((each) => holds(operand as Condition, each as Facts))
        )
      default:
        return compares(operator, value, operand as number | string)
    }
  })
}

// a missing fact equals null and nothing else
const same = (value: unknown, wanted: unknown) => (value ?? null) === wanted

function compares(operator: string, value: unknown, bound: number | string): boolean {
  const left = typeof bound === 'number' && typeof value === 'string' ? Number(value) : value
  if (typeof left !== typeof bound || Number.isNaN(left)) return false
  const [a, b] = [left as number, bound as number]
  if (operator === '$gt') return a > b
  if (operator === '$gte') return a >= b
  if (operator === '$lt') return a < b
  return operator === '$lte' && a <= b
}

/** First row whose `when` holds. */
export const firstMatch = <Row extends { when?: Condition }>(rows: Row[], facts: Facts) =>
  rows.find((row) => holds(row.when, facts))
