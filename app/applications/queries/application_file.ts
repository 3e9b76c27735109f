import db from '@adonisjs/lucid/services/db'
import { isDisclosed } from '#applications/disclosure'
import type Application from '#applications/models/application'
import { conditionFacts, sectionContents } from '#applications/facts'
import { prefilledValues, startValues, withStartValues } from '#applications/prefill'
import { rulesetById } from '#batches/queries/rulesets'
import { holds } from '#province/conditions'
import type { Disclosure, MaterialRule, SectionRule } from '#province/ruleset'

export interface FileLink {
  id: number
  name: string
  mime: string
  size: number
}

export interface ApplicationFile {
  sections: SectionRule[]
  contents: Record<string, unknown>
  versions: Record<string, number>
  materials: (MaterialRule & { isRequired: boolean; files: FileLink[] })[]
  files: Record<number, FileLink>
}

/** An application as one kind of reader may see it: sections, values, materials with their files. */
export async function applicationFile(
  application: Application,
  reader: Disclosure
): Promise<ApplicationFile> {
  const { ruleset } = await rulesetById(application.rulesetId)
  const stored = await sectionContents(application.id)
  const prefilled = await prefilledValues(application, ruleset)
  const facts = await conditionFacts(
    application,
    ruleset,
    withStartValues(ruleset.application.sections, stored, prefilled)
  )
  const sections = ruleset.application.sections
    .filter((section) => holds(section.visibleWhen, facts))
    .map((section) => ({
      ...section,
      fields: section.fields.filter((field) => isDisclosed(field, reader)),
    }))
  const contents: Record<string, unknown> = {}
  for (const section of sections) {
    const value = stored[section.id]
    const ids = new Set(section.fields.map(({ id }) => id))
    const visible = (one: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(one).filter(([id]) => id === 'key' || ids.has(id)))
    contents[section.id] =
      section.kind === 'form'
        ? {
            ...startValues(section, prefilled),
            ...visible((value ?? {}) as Record<string, unknown>),
          }
        : ((value as Record<string, unknown>[] | undefined) ?? []).map(visible)
  }
  const { materials, files } = await filesOf(application.id)
  const versions = await db
    .from('application_sections')
    .where('application_id', application.id)
    .select('section', 'version')
  return {
    sections,
    contents,
    versions: Object.fromEntries(versions.map(({ section, version }) => [section, version])),
    materials: ruleset.application.materials
      .filter((material) => holds(material.visibleWhen, facts))
      .map((material) => ({
        ...material,
        isRequired:
          material.required === true ||
          (material.requiredWhen !== undefined && holds(material.requiredWhen, facts)),
        files: materials.get(material.id) ?? [],
      })),
    files,
  }
}

async function filesOf(applicationId: number) {
  const rows = await db
    .from('files')
    .leftJoin('application_materials', 'application_materials.file_id', 'files.id')
    .where('files.application_id', applicationId)
    .orderBy('files.id')
    .select('files.id', 'files.name', 'files.mime', 'files.size', 'application_materials.material')
  const files: Record<number, FileLink> = {}
  const materials = new Map<string, FileLink[]>()
  for (const { id, name, mime, size, material } of rows) {
    const link = { id, name, mime, size: Number(size) }
    files[id] = link
    if (material) materials.set(material, [...(materials.get(material) ?? []), link])
  }
  return { files, materials }
}
