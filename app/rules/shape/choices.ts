import { LEVEL_LABELS } from '#province/facts'
import type { Ruleset } from '#province/ruleset'
import type { Choice } from '#rules/shape/node'
import { AGGREGATES } from '#rules/shape/words'

/** What choices are filled from beside the ruleset itself. */
export interface Surroundings {
  ruleset: Ruleset
  roles: Record<string, string>
  templates: Record<string, string>
  /** names of the province's own strategies */
  aggregates: string[]
}

/** Codes and words of a choice, as things stand in the draft. */
export function choicesOf(of: Choice, around: Surroundings): Record<string, string> {
  switch (of) {
    case 'roles':
      return around.roles
    case 'templates':
      return around.templates
    case 'levels':
      return LEVEL_LABELS
    case 'aggregates':
      return { ...AGGREGATES, ...Object.fromEntries(around.aggregates.map((each) => [each, each])) }
    case 'kinds':
      return Object.fromEntries(
        around.ruleset.organizations.kinds.map(({ id, label }) => [id, label])
      )
    default:
      return of
  }
}
