import type { Option } from '#province/ruleset'

export type { FieldRule, MaterialRule, Option, SectionRule } from '#province/ruleset'
export type { Facts } from '#province/conditions'

export interface FileLink {
  id: number
  name: string
  mime: string
  size: number
}
export type FileMap = Record<number, FileLink>
export type Sources = Record<string, Option[]>
export type FormRecord = { key: string } & Record<string, unknown>
