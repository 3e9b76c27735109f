import db from '@adonisjs/lucid/services/db'
import type Application from '#applications/models/application'
import { conditionFacts, formContents } from '#applications/facts'
import { prefilledValues, type Prefilled } from '#applications/prefill'
import { sectionFaults, type FormFault, type SectionContent } from '#forms/check_section'
import { asSets, sourceOptions } from '#forms/sources'
import { holds } from '#province/conditions'
import type { Ruleset, SectionRule } from '#province/ruleset'

/** Everything that still keeps an application from being submitted, in the order of the form. */
export async function applicationProblems(
  application: Application,
  ruleset: Ruleset
): Promise<FormFault[]> {
  const contents = await formContents(application, ruleset)
  const prefilled = await prefilledValues(application, ruleset)
  const facts = await conditionFacts(application, ruleset, contents)
  const ctx = { facts, sources: asSets(await sourceOptions(ruleset)) }
  const counts = new Map<string, number>(
    (
      await db
        .from('application_materials')
        .where('application_id', application.id)
        .groupBy('material')
        .select('material')
        .count('* as count')
    ).map((row) => [row.material, Number(row.count)])
  )
  return ruleset.application.sections.flatMap((section) =>
    section.kind === 'materials'
      ? ruleset.application.materials
          .filter(
            (material) =>
              holds(material.visibleWhen, facts) &&
              (material.required ||
                (material.requiredWhen !== undefined && holds(material.requiredWhen, facts))) &&
              !counts.get(material.id)
          )
          .map((material) => ({
            section: section.id,
            field: material.id,
            record: null,
            message: `请上传“${material.name}”`,
          }))
      : [
          ...sectionFaults(section, contents[section.id] as SectionContent, ctx, true),
          ...clashesWithIdNumber(section, contents[section.id], prefilled),
        ]
  )
}

/** Sex and birth date stand in the ID number; a form that says otherwise is wrong (GB 11643). */
const clashesWithIdNumber = (
  section: SectionRule,
  content: unknown,
  prefilled: Prefilled
): FormFault[] =>
  section.kind === 'form'
    ? section.fields
        .filter(({ id, prefill }) => {
          const value = (content as Record<string, unknown> | undefined)?.[id]
          return (
            (prefill === 'person.sex' || prefill === 'person.birthDate') &&
            value &&
            prefilled[prefill] &&
            value !== prefilled[prefill]
          )
        })
        .map(({ id, label }) => ({
          section: section.id,
          field: id,
          record: null,
          message: `“${label}”与身份证号不一致，请核对`,
        }))
    : []
