import db from '@adonisjs/lucid/services/db'
import type Application from '#applications/models/application'
import Person from '#identity/models/person'
import { LEVEL_LABELS } from '#province/facts'
import type { Option, Prefill, Ruleset, SectionRule } from '#province/ruleset'

export type Prefilled = Partial<Record<Prefill, unknown>>

/** What is known already of the person, the unit and the target, by the names fields may ask for. */
export async function prefilledValues(
  application: Application,
  ruleset: Ruleset
): Promise<Prefilled> {
  const person = await Person.findOrFail(application.personId)
  const organization = await db
    .from('organizations')
    .where('id', application.organizationId)
    .select('name')
    .firstOrFail()
  const { categories, modes, evaluationMethods } = ruleset.application
  return {
    'person.name': person.name,
    'person.idNumberMasked': person.idNumberMasked,
    'person.sex': sexOption(ruleset, person.sex),
    'person.birthDate': person.birthDate,
    'organization.name': organization.name,
    'application.categoryLabel': labelOf(categories, application.category),
    'application.seriesName': application.seriesName,
    'application.specialtyName': application.specialtyName,
    'application.titleName': application.titleName,
    'application.levelLabel': LEVEL_LABELS[application.level ?? ''],
    'application.modeLabel': labelOf(modes, application.mode),
    'application.evaluationMethodLabel': labelOf(evaluationMethods, application.evaluationMethod),
  }
}

/** Values a form section begins with. */
export const startValues = (section: SectionRule, prefilled: Prefilled) =>
  Object.fromEntries(
    section.fields.flatMap(({ id, prefill }) => {
      const value = prefill ? prefilled[prefill] : undefined
      return value === undefined || value === null ? [] : [[id, value]]
    })
  )

/** What was typed, with what is known already where nothing was typed. */
export const withStartValues = (
  sections: SectionRule[],
  stored: Record<string, unknown>,
  prefilled: Prefilled
): Record<string, unknown> => ({
  ...stored,
  ...Object.fromEntries(
    sections
      .filter(({ kind }) => kind === 'form')
      .map((section) => [
        section.id,
        { ...typedStart(section, prefilled), ...((stored[section.id] ?? {}) as object) },
      ])
  ),
})

/** Read-only fields are shown, not kept. */
const typedStart = (section: SectionRule, prefilled: Prefilled) =>
  startValues(
    { ...section, fields: section.fields.filter(({ type }) => type !== 'read_only') },
    prefilled
  )

const labelOf = (options: Option[], value: string | null) =>
  options.find((option) => option.value === value)?.label

/** The province may word the sexes `男性`; the person has `男`. */
function sexOption(ruleset: Ruleset, sex: string | null) {
  const options = ruleset.application.sections
    .flatMap(({ fields }) => fields)
    .find(({ prefill }) => prefill === 'person.sex')?.options
  return options?.find(({ value }) => sex && value.startsWith(sex))?.value ?? null
}
