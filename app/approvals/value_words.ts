import type { FieldRule } from '#province/ruleset'

/** A value of the form as text; empty where there is none. */
export function valueWords(field: FieldRule, value: unknown): string {
  if (value === undefined || value === null || value === '') return ''
  if (field.type === 'period') {
    const { from, to } = value as { from?: string; to?: string }
    return from && to ? `${from} 至 ${to}` : ''
  }
  return field.options?.find((option) => option.value === value)?.label ?? String(value)
}
