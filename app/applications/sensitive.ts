import type { FormRecord } from '#forms/check_section'
import type { SectionRule } from '#province/ruleset'
import { openValue, sealValue } from '#tenancy/crypto'

/** A value that lies sealed in a section. */
interface Sealed {
  sealed: string
}

const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && typeof (value as Sealed).sealed === 'string'

const column = (section: string, field: string) => `application_sections.${section}.${field}`
const rowOf = (applicationId: number, values: object) =>
  'key' in values ? `${applicationId}:${values.key}` : String(applicationId)

/** Calls `change` for every value of a section, be it a form or a table of records. */
function mapped(
  content: unknown,
  change: (field: string, value: unknown, values: object) => unknown
): unknown {
  const one = (values: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(values).map(([field, value]) => [field, change(field, value, values)])
    )
  if (Array.isArray(content)) return (content as FormRecord[]).map(one)
  return content && typeof content === 'object' ? one(content as Record<string, unknown>) : content
}

/** The content of a section as it is stored: fields the rules call sensitive are sealed (PIPL 28–30). */
export function sealSection(applicationId: number, section: SectionRule, content: unknown) {
  const sensitive = new Set(section.fields.filter((field) => field.sensitive).map(({ id }) => id))
  return mapped(content, (field, value, values) =>
    sensitive.has(field) && typeof value === 'string' && value !== ''
      ? {
          sealed: sealValue(
            column(section.id, field),
            rowOf(applicationId, values),
            value
          ).toString('base64'),
        }
      : value
  )
}

/** The content of a stored section with its sealed values opened. */
export const openSection = (applicationId: number, section: string, content: unknown) =>
  mapped(content, (field, value, values) =>
    isSealed(value)
      ? openValue(
          column(section, field),
          rowOf(applicationId, values),
          Buffer.from(value.sealed, 'base64')
        )
      : value
  )
