import type { Condition } from '#province/conditions'
import type { Level } from '#province/ruleset'

/** What the desks of reviewing bodies work with: searches, shared fields of an opinion, hints. */
export interface DeskRules {
  /** filters of the work lists beside those every province has; their values are stored when a case is submitted (HB-10) */
  searches: SearchRule[]
  /** fields asked beside the opinion, filled once for many cases in a bulk review (HB-16) */
  reviewFields: ReviewField[]
  /** fields by which the same work in another case or year is found, and numbers with a check digit */
  hints: HintRule[]
}

/**
 * value: what stands in a field of the form, of every record for which `when` holds. since: a date from which whole years
 * are counted. flag: 是 or 否, whether `when` holds for the application.
 */
export type SearchRule = { id: string; label: string } & (
  | { kind: 'value' | 'since'; section: string; field: string; when?: Condition }
  | { kind: 'flag'; when: Condition }
)

export interface ReviewField {
  id: string
  label: string
  maxLength: number
  /** over the body that reviews; without it every body is asked */
  when?: Condition
}

export interface HintRule {
  section: string
  field: string
  /** title and number are compared with other cases; issn and isbn have their check digit checked */
  kind: 'title' | 'number' | 'issn' | 'isbn'
}

/** A kind of post quota with the title levels that draw on it (HU-24). */
export interface QuotaCategory {
  value: string
  label: string
  levels: Level[]
}
