import db from '@adonisjs/lucid/services/db'
import { changesIn } from '#applications/correction'
import { isDisclosed } from '#applications/disclosure'
import type Application from '#applications/models/application'
import { openSection } from '#applications/sensitive'
import { rulesetById } from '#batches/queries/rulesets'
import type { FormRecord } from '#forms/check_section'
import type { Disclosure, FieldRule, SectionRule } from '#province/ruleset'

/** A value as it was handed in before and as it is now; a record that came or went stands as a whole. */
export interface ShownChange {
  section: string
  place: string
  /** null for whole records, with the fields they are read by */
  field: FieldRule | null
  fields: FieldRule[]
  before: unknown
  after: unknown
}

export interface Version {
  contents: Record<string, unknown>
  materials: Record<string, number[]>
}

/** What the last submission changed against the one before it; empty after the first. */
export async function lastChanges(
  application: Application,
  reader: Disclosure
): Promise<ShownChange[]> {
  const rows = await db
    .from('application_versions')
    .where('application_id', application.id)
    .orderBy('number', 'desc')
    .select('contents', 'materials')
    .limit(2)
  if (rows.length < 2) return []
  const [now, before] = rows.map((row) => versionOf(application.id, row))
  const { sections, materials } = (await rulesetById(application.rulesetId)).ruleset.application
  return sections.flatMap((section): ShownChange[] => {
    if (section.kind === 'materials')
      return materials
        .filter(({ id }) => String(now.materials[id] ?? []) !== String(before.materials[id] ?? []))
        .map(({ id, name }) => ({
          section: section.id,
          place: name,
          field: { id, label: name, type: 'file' },
          fields: [],
          before: before.materials[id] ?? [],
          after: now.materials[id] ?? [],
        }))
    return sectionChanges(
      { ...section, fields: section.fields.filter((field) => isDisclosed(field, reader)) },
      before.contents[section.id],
      now.contents[section.id]
    )
  })
}

function sectionChanges(section: SectionRule, before: unknown, after: unknown): ShownChange[] {
  return changesIn(section, before, after).map((change) => {
    const field = section.fields.find(({ id }) => id === change.field) ?? null
    const record = change.recordKey ? nameOf(section, [after, before], change.recordKey) : null
    return {
      section: section.id,
      place: [section.title, record, field?.label].filter(Boolean).join(' · '),
      field,
      fields: field ? [] : section.fields,
      before: change.before,
      after: change.after,
    }
  })
}

/** A record by its first text, as people would name it. */
function nameOf({ fields }: SectionRule, contents: unknown[], key: string): string | null {
  const first = fields.find(({ type }) => type === 'text' || type === 'year')
  const record = contents
    .flatMap((content) => (content ?? []) as FormRecord[])
    .find((each) => each.key === key)
  return first && typeof record?.[first.id] === 'string' ? String(record[first.id]) : null
}

export function versionOf(
  applicationId: number,
  row: { contents: unknown; materials: unknown }
): Version {
  const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)
  return {
    contents: Object.fromEntries(
      Object.entries(parsed(row.contents) as object).map(([section, content]) => [
        section,
        openSection(applicationId, section, content),
      ])
    ),
    materials: parsed(row.materials),
  }
}
