import db from '@adonisjs/lucid/services/db'
import type Application from '#applications/models/application'
import { prefilledValues, withStartValues } from '#applications/prefill'
import { openSection } from '#applications/sensitive'
import Organization from '#organizations/models/organization'
import type { Facts } from '#province/conditions'
import type { Ruleset } from '#province/ruleset'

type Contents = Record<string, unknown>

/** What conditions may ask about an application; `form` are its sections by id. */
export async function conditionFacts(
  application: Application,
  ruleset: Ruleset,
  form?: Contents,
  known?: Organization
): Promise<Facts> {
  const organization = known ?? (await Organization.findOrFail(application.organizationId))
  return {
    ...targetFacts(application),
    organization: {
      kind: organization.kind,
      core: ruleset.organizations.kinds.find(({ id }) => id === organization.kind)?.core ?? 'unit',
      attributes: organization.attributes,
    },
    form: form ?? (await formContents(application, ruleset)),
  }
}

export const targetFacts = (application: Application): Facts => ({
  level: application.level,
  series: application.seriesCode,
  specialty: application.specialtyCode,
  title: application.titleCode,
  category: application.category,
  acquisition: application.acquisition,
  mode: application.mode,
  evaluationMethod: application.evaluationMethod,
})

/** Section id → what was typed, or is known already where nothing was typed. */
export const formContents = async (application: Application, ruleset: Ruleset): Promise<Contents> =>
  withStartValues(
    ruleset.application.sections,
    await sectionContents(application.id),
    await prefilledValues(application, ruleset)
  )

/** Section id → what was typed. */
export async function sectionContents(applicationId: number): Promise<Contents> {
  const rows = await db
    .from('application_sections')
    .where('application_id', applicationId)
    .select('section', 'content')
  return Object.fromEntries(
    rows.map(({ section, content }) => [
      section,
      openSection(
        applicationId,
        section,
        typeof content === 'string' ? JSON.parse(content) : content
      ),
    ])
  )
}
