import type { FormRecord } from '#forms/check_section'
import type { SectionRule } from '#province/ruleset'

/** A part of an application a return opened: a section, a record of it, a field, a material (R19). */
export interface OpenPart {
  section: string
  field?: string | null
  recordKey?: string | null
}

type Values = Record<string, unknown>

/** Whether a part may be changed; without a list everything may. */
export const isOpen = (
  parts: OpenPart[] | null,
  section: string,
  field?: string,
  recordKey?: string
): boolean =>
  !parts ||
  parts.length === 0 ||
  parts.some(
    (part) =>
      part.section === section &&
      (!part.field || part.field === field) &&
      (!part.recordKey || part.recordKey === recordKey)
  )

/** Whether anything of a section may be changed. */
export const isTouched = (parts: OpenPart[] | null, section: string): boolean =>
  !parts || parts.length === 0 || parts.some((part) => part.section === section)

/** Labels of what differs between two contents of a section although it was not opened; what is only shown is never kept. */
export function lockedChanges(
  section: SectionRule,
  before: unknown,
  after: unknown,
  parts: OpenPart[] | null
): string[] {
  const labels = new Set<string>()
  const kept = { ...section, fields: section.fields.filter(({ type }) => type !== 'read_only') }
  for (const { field, recordKey } of changesIn(kept, before, after))
    if (!isOpen(parts, section.id, field ?? undefined, recordKey ?? undefined))
      labels.add(
        field ? (section.fields.find(({ id }) => id === field)?.label ?? field) : section.title
      )
  return [...labels]
}

export interface Change {
  field: string | null
  recordKey: string | null
  before: unknown
  after: unknown
}

/** What differs between two contents of a section, field by field; a record that came or went has no field. */
export function changesIn(section: SectionRule, before: unknown, after: unknown): Change[] {
  if (section.kind === 'form')
    return fieldChanges(section, (before ?? {}) as Values, (after ?? {}) as Values, null)
  const old = byKey(before)
  const now = byKey(after)
  return [
    ...[...now].flatMap(([key, record]): Change[] => {
      const known = old.get(key)
      return known
        ? fieldChanges(section, known, record, key)
        : [{ field: null, recordKey: key, before: null, after: record }]
    }),
    ...[...old]
      .filter(([key]) => !now.has(key))
      .map(([key, record]) => ({ field: null, recordKey: key, before: record, after: null })),
  ]
}

const byKey = (content: unknown) =>
  new Map(((content ?? []) as FormRecord[]).map((record) => [record.key, record]))

const fieldChanges = (
  { fields }: SectionRule,
  before: Values,
  after: Values,
  recordKey: string | null
): Change[] =>
  fields
    .filter(({ id }) => !same(before[id], after[id]))
    .map(({ id }) => ({
      field: id,
      recordKey,
      before: before[id] ?? null,
      after: after[id] ?? null,
    }))

const text = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length)
    ? ''
    : JSON.stringify(value)
const same = (a: unknown, b: unknown) => text(a) === text(b)
