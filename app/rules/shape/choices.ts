import { LEVEL_LABELS } from '#province/facts'
import type { Ruleset, SectionRule } from '#province/ruleset'
import type { Choice, Value } from '#rules/shape/node'
import { AGGREGATES } from '#rules/shape/words'

/** What choices are filled from beside the ruleset itself. */
export interface Surroundings {
  ruleset: Ruleset
  roles: Record<string, string>
  templates: Record<string, string>
  /** names of the province's own strategies */
  aggregates: string[]
}

/** Codes and words of a choice, as things stand in the draft; `inside` is the record the choice stands in. */
export function choicesOf(
  of: Choice,
  around: Surroundings,
  inside?: Value
): Record<string, string> {
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
    case 'sections':
      return sectionsOf(around.ruleset.application.sections)
    case 'fields':
      return fieldsOf(around.ruleset.application.sections, inside)
    case 'profile_sections':
      return sectionsOf(around.ruleset.committees.profile)
    case 'profile_fields':
      return fieldsOf(around.ruleset.committees.profile, inside)
    default:
      return of
  }
}

const sectionsOf = (sections: SectionRule[]) =>
  Object.fromEntries(sections.map(({ id, title }) => [id, title]))

const fieldsOf = (sections: SectionRule[], inside?: Value) =>
  Object.fromEntries(
    sections
      .filter(({ id }) => !inside || id === inside.section)
      .flatMap(({ fields }) => fields.map(({ id, label }) => [id, label]))
  )

/** Every field of the form that is filled once, by `section.field`. */
export const formFields = ({ ruleset }: Surroundings): Record<string, string> =>
  Object.fromEntries(
    ruleset.application.sections
      .filter(({ kind }) => kind === 'form')
      .flatMap((section) =>
        section.fields.map(({ id, label }) => [`${section.id}.${id}`, `${section.title}·${label}`])
      )
  )
