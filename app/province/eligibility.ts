import { factAt, holds, type Condition, type Facts } from './conditions.js'
import type { EligibilityRule } from './ruleset.js'

/** met: nothing against it; evidence: met, and to be shown later; unknown: a question is still open. */
export type Verdict = 'met' | 'not_met' | 'evidence' | 'unknown'

export interface Finding {
  id: string
  label: string
  verdict: Verdict
  /** a rule that is not met keeps the person from applying, or only warns */
  isBlocking: boolean
  explanation: string
  source: string
  evidence: string | null
}

/** The rules that concern a target, each with what the answers say about it. Pure; pages and server use the same. */
export const eligibilityFindings = (rules: EligibilityRule[], facts: Facts): Finding[] =>
  rules
    .filter((rule) => holds(rule.applies, facts))
    .map((rule) => ({
      id: rule.id,
      label: rule.label,
      verdict: verdictOf(rule, facts),
      isBlocking: rule.outcome === 'block',
      explanation: rule.explanation,
      source: rule.source,
      evidence: rule.evidence ?? null,
    }))

function verdictOf(rule: EligibilityRule, facts: Facts): Verdict {
  if (holds(rule.when, facts)) return 'not_met'
  const isOpen = asked(rule.when).some((path) => {
    const value = factAt(facts, path)
    return value === undefined || value === null || value === ''
  })
  if (isOpen) return 'unknown'
  return rule.evidence ? 'evidence' : 'met'
}

/** Questions a condition asks about. */
function asked(condition: Condition): string[] {
  return Object.entries(condition).flatMap(([key, wanted]) =>
    key === '$and' || key === '$or'
      ? (wanted as Condition[]).flatMap(asked)
      : key === '$not'
        ? asked(wanted as Condition)
        : key.startsWith('precheck.')
          ? [key]
          : []
  )
}
