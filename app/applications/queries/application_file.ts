import db from '@adonisjs/lucid/services/db'
import type Application from '#applications/models/application'
import { conditionFacts, sectionContents } from '#applications/facts'
import { rulesetById } from '#batches/queries/rulesets'
import Person from '#identity/models/person'
import { holds } from '#province/conditions'
import { LEVEL_LABELS } from '#province/facts'
import type { Disclosure, MaterialRule, Ruleset, SectionRule } from '#province/ruleset'

/** Readers from the narrowest sight to the widest; each sees what is disclosed to himself and to those before him. */
const RUNGS: Disclosure[] = ['public', 'committee', 'reviewer', 'office', 'authority', 'applicant']

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
  const facts = await conditionFacts(application, ruleset, stored)
  const prefilled = await prefills(application, ruleset)
  const seen = (field: { disclosure?: Disclosure }) =>
    RUNGS.indexOf(field.disclosure ?? 'committee') <= RUNGS.indexOf(reader)
  const sections = ruleset.application.sections
    .filter((section) => holds(section.visibleWhen, facts))
    .map((section) => ({ ...section, fields: section.fields.filter(seen) }))
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

const startValues = (section: SectionRule, prefilled: Record<string, unknown>) =>
  Object.fromEntries(
    section.fields.flatMap(({ id, prefill }) => {
      const value = prefill ? prefilled[prefill] : undefined
      return value === undefined || value === null ? [] : [[id, value]]
    })
  )

async function prefills(application: Application, ruleset: Ruleset) {
  const person = await Person.findOrFail(application.personId)
  const organization = await db
    .from('organizations')
    .where('id', application.organizationId)
    .select('name')
    .firstOrFail()
  const { categories, modes, evaluationMethods } = ruleset.application
  const label = (options: { value: string; label: string }[], value: string | null) =>
    options.find((option) => option.value === value)?.label
  return {
    'person.name': person.name,
    'person.idNumberMasked': person.idNumberMasked,
    'person.sex': sexOption(ruleset, person.sex),
    'person.birthDate': person.birthDate,
    'organization.name': organization.name,
    'application.categoryLabel': label(categories, application.category),
    'application.seriesName': application.seriesName,
    'application.specialtyName': application.specialtyName,
    'application.titleName': application.titleName,
    'application.levelLabel': LEVEL_LABELS[application.level ?? ''],
    'application.modeLabel': label(modes, application.mode),
    'application.evaluationMethodLabel': label(evaluationMethods, application.evaluationMethod),
  } as Record<string, unknown>
}

/** The province may word the sexes `男性`; the person has `男`. */
function sexOption(ruleset: Ruleset, sex: string | null) {
  const options = ruleset.application.sections
    .flatMap(({ fields }) => fields)
    .find(({ prefill }) => prefill === 'person.sex')?.options
  return options?.find(({ value }) => sex && value.startsWith(sex))?.value ?? null
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
