import type { FactGroup } from '#province/facts'
import type { Surroundings } from '#rules/shape/choices'

/** Codes with their words; a name in quotes is filled from the ruleset and what lies around it (`choicesOf`). */
export type Choice =
  | Record<string, string>
  | 'roles'
  | 'kinds'
  | 'templates'
  | 'aggregates'
  | 'levels'
  | 'sections'
  /** the fields of the section its record names */
  | 'fields'
  /** the same of what experts tell about themselves */
  | 'profile_sections'
  | 'profile_fields'

export type Value = Record<string, any>

/**
 * What a part of the ruleset is, for people: the editor draws it, the comparison names it, a fault finds its place by it.
 * One description instead of a page for each part.
 */
export type Node =
  | { kind: 'text'; rows?: number; placeholder?: string }
  /** a code other parts refer to; made up for a new entry */
  | { kind: 'id' }
  | { kind: 'number'; min?: number; max?: number; unit?: string }
  | { kind: 'flag' }
  | { kind: 'choice'; of: Choice }
  | { kind: 'choices'; of: Choice }
  /** words typed freely, e.g. endings of files */
  | { kind: 'words'; placeholder?: string }
  /** facts known where the condition stands; `record` adds those of the section's own record */
  | { kind: 'condition'; groups: FactGroup[]; record?: true }
  | { kind: 'body' }
  | { kind: 'fraction' }
  /** names of a template's own → fields of the form, `section.field` */
  | { kind: 'mapping' }
  | RecordNode
  | ListNode

export interface RecordNode {
  kind: 'record'
  fields: Field[]
}

export interface ListNode {
  kind: 'list'
  /** what one entry is called: `新增${noun}` */
  noun: string
  item: RecordNode
  /** heading of an entry; on a page it may name what its codes stand for */
  title: (entry: Value, around?: Surroundings) => string
  create: () => Value
  /** what names an entry for good, so that a comparison follows it when it moves */
  key?: string
  /** the first entry that fits counts: the order matters and is said so */
  firstMatch?: true
  preview?: 'section' | 'mode'
}

export interface Field {
  key: string
  label: string
  node: Node
  help?: string
  /** may be missing: an emptied field is taken out */
  optional?: true
  /** shown only while this holds for the record it stands in */
  when?: (record: Value) => boolean
}

export const record = (...fields: Field[]): RecordNode => ({ kind: 'record', fields })

type More = Partial<Pick<Field, 'help' | 'optional' | 'when'>>

/** A field of a record. */
export const field = (key: string, label: string, node: Node, more: More = {}): Field => ({
  key,
  label,
  node,
  ...more,
})

export const text: Node = { kind: 'text' }
export const longText: Node = { kind: 'text', rows: 3 }
export const flag: Node = { kind: 'flag' }
export const body: Node = { kind: 'body' }
export const id: Field = field(
  'id',
  '标识',
  { kind: 'id' },
  { help: '数据和条件按标识引用，启用后请勿改动。' }
)
export const optional = { optional: true } as const
export const number = (min: number, max: number, unit?: string): Node => ({
  kind: 'number',
  min,
  max,
  unit,
})
export const choice = (of: Choice): Node => ({ kind: 'choice', of })
export const choices = (of: Choice): Node => ({ kind: 'choices', of })
export const condition = (groups: FactGroup[], own?: true): Node => ({
  kind: 'condition',
  groups,
  ...(own && { record: own }),
})

/** A code for a new entry that stands nowhere else. */
export const newId = (prefix: string) =>
  `${prefix}_${Math.floor(Math.random() * 36 ** 5)
    .toString(36)
    .padStart(5, '0')}`

/** A list of choices an applicant meets. */
export const options = (noun: string): ListNode => ({
  kind: 'list',
  noun,
  key: 'value',
  title: ({ label }) => label,
  create: () => ({ value: newId('option'), label: '' }),
  item: record(
    field('label', '名称', text),
    field('value', '标识', { kind: 'id' }, { help: id.help }),
    field('description', '说明', longText, optional)
  ),
})
