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

/** Faults of conditions name facts and operators by their codes; people read their labels. */
export function inWordsOf(message: string, ruleset: Ruleset): string {
  const declared = factsOf(ruleset, GROUPS)
  return message
    .replace(/\$\w+/g, (operator) => `“${OPERATOR_LABELS[operator] ?? operator}”`)
    .replace(/[A-Za-z][\w]*(?:\.\w+)*/g, (code) => declared(code)?.label ?? code)
}
