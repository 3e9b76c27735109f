import { holds } from '#province/conditions'
import { eligibilityFindings } from '#province/eligibility'
import type { Ruleset } from '#province/ruleset'

interface Target {
  series: string
  specialty: string
  title: string
  mode: string
  acquisition: string
  category?: string
}

/** Answers to the eligibility questions that somebody who may apply for the target would give. */
export function plausibleAnswers(ruleset: Ruleset, target: Target): Record<string, unknown> {
  const level = ruleset.catalogue.series
    .find(({ code }) => code === target.series)
    ?.titles.find(({ code }) => code === target.title)?.level
  const precheck: Record<string, unknown> = {}
  const facts = { ...target, level, precheck }
  const isFine = () =>
    eligibilityFindings(ruleset.eligibility, facts).every(({ verdict }) => verdict !== 'not_met')
  for (const field of ruleset.application.precheck) {
    if (!holds(field.visibleWhen, facts)) continue
    const options = field.options?.map(({ value }) => value) ?? [Math.min(10, field.max ?? 10)]
    for (const option of options) {
      precheck[field.id] = option
      if (isFine()) break
    }
  }
  return precheck
}
