import type { FieldRule, FieldType, Option, SectionRule } from '#province/ruleset'

/** Short forms for writing sections of a ruleset by hand; the result is plain data. */

type More = Partial<Omit<FieldRule, 'id' | 'label' | 'type'>>

const of =
  (type: FieldType) =>
  (id: string, label: string, more: More = {}): FieldRule => ({ id, label, type, ...more })

export const text = of('text')
export const longText = of('long_text')
export const date = of('date')
export const month = of('month')
export const year = of('year')
export const number = of('number')
export const period = of('period')
export const phone = of('phone')
export const email = of('email')
export const url = of('url')
export const readOnly = of('read_only')

export const file = (id: string, label: string, more: More = {}): FieldRule => ({
  id,
  label,
  type: 'file',
  accept: ['pdf', 'jpg', 'png'],
  maxSizeKb: 10_240,
  ...more,
})

export const select = (
  id: string,
  label: string,
  options: readonly string[] | NonNullable<FieldRule['source']>,
  more: More = {}
): FieldRule =>
  typeof options === 'string'
    ? { id, label, type: 'select', source: options, ...more }
    : { id, label, type: 'select', options: choices(options), ...more }

/** Options whose value is the word itself. */
export const choices = (labels: readonly string[]): Option[] =>
  labels.map((label) => ({ value: label, label }))

export const form = (
  group: string,
  id: string,
  title: string,
  fields: FieldRule[],
  more: Partial<SectionRule> = {}
): SectionRule => ({ id, group, title, kind: 'form', fields, ...more })

export const records = (
  group: string,
  id: string,
  title: string,
  fields: FieldRule[],
  more: Partial<SectionRule> = {}
): SectionRule => ({ id, group, title, kind: 'records', fields, ...more })

export const must = { required: true } as const
