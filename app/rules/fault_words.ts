import { OPERATOR_LABELS } from '#province/explain_condition'
import { factsOf, type FactGroup } from '#province/facts'
import type { Ruleset } from '#province/ruleset'

const GROUPS: FactGroup[] = [
  'target',
  'precheck',
  'organization',
  'form',
  'body',
  'committee',
  'document',
  'issuer',
]

/**
 * Faults of conditions name facts and operators by their codes; people read their labels. A fact that is gone
 * is still called what earlier rules called it.
 */
export function inWordsOf(message: string, ruleset: Ruleset, earlier = ruleset): string {
  const [now, before] = [ruleset, earlier].map((each) => factsOf(each, GROUPS))
  const labelOf = (code: string) => now(code)?.label ?? before(code)?.label ?? code
  return message
    .replace(/未知的事实 (\S+)/, (_, code: string) => `条件中的“${labelOf(code)}”已不存在`)
    .replace(/此处不能使用事实 (\S+)/, (_, code: string) => `此处的条件不能用“${labelOf(code)}”`)
    .replace(/\$\w+/g, (operator) => `“${OPERATOR_LABELS[operator] ?? operator}”`)
    .replace(/[A-Za-z][\w]*(?:\.\w+)*/g, labelOf)
}
