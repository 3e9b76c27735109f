import type { AvoidanceRules, Trace, TraceKind } from '#province/ruleset'

/** Pure: what two people's papers say about ties between them (R34). */

type Content = Record<string, unknown> | Record<string, unknown>[]
export type Sections = Record<string, Content>

export interface TiedPerson {
  name: string
  unit: string
  sections: Sections
}

export interface Tie {
  kind: 'same_unit' | 'cooperation' | 'other'
  reason: string
}

interface Mark {
  kind: TraceKind
  value: string
}

/** Shorter words say nothing about two people. */
const SHORTEST = 4

const plain = (value: string) =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '')

/** What the sections of a person hold of each kind; units only when left after `since`. */
export function marksOf(traces: Trace[], sections: Sections, since: string): Mark[] {
  return traces.flatMap((trace) => {
    const content = sections[trace.section] ?? []
    return [content].flat().flatMap((row) => {
      const value = (row as Record<string, unknown>)[trace.field]
      if (typeof value !== 'string' || !value.trim()) return []
      if (trace.kind === 'unit' && trace.until && endOf(row, trace.until) < since) return []
      return [{ kind: trace.kind, value: value.trim() }]
    })
  })
}

/** A month, the end of a period; whoever names none is still there. */
function endOf(row: Record<string, unknown>, field: string): string {
  const value = row[field]
  if (typeof value === 'string' && value) return value
  const to = (value as { to?: unknown } | null)?.to
  return typeof to === 'string' && to ? to : '9999'
}

const same = (left: Mark[], right: Mark[], kind: TraceKind) => {
  const known = new Set(right.filter((mark) => mark.kind === kind).map(({ value }) => plain(value)))
  return left.find(
    (mark) =>
      mark.kind === kind && plain(mark.value).length >= SHORTEST && known.has(plain(mark.value))
  )?.value
}

export interface Marked extends TiedPerson {
  marks: Mark[]
}

export const marked = (person: TiedPerson, traces: Trace[], since: string): Marked => ({
  ...person,
  marks: [{ kind: 'unit', value: person.unit }, ...marksOf(traces, person.sections, since)],
})

/** The first tie between an expert and an applicant; null when their papers show none. */
export function tieBetween(expert: Marked, applicant: Marked): Tie | null {
  const unit = same(expert.marks, applicant.marks, 'unit')
  if (unit) return { kind: 'same_unit', reason: `系统核对：现在或近年同在“${unit}”` }
  const work = same(expert.marks, applicant.marks, 'work')
  if (work) return { kind: 'cooperation', reason: `系统核对：共同署名“${work}”` }
  const project = same(expert.marks, applicant.marks, 'project')
  if (project) return { kind: 'cooperation', reason: `系统核对：同一项目“${project}”` }
  const recommends = applicant.marks.some(
    ({ kind, value }) => kind === 'person' && names(value, expert.name)
  )
  if (recommends) return { kind: 'other', reason: '系统核对：评委是参评人员的推荐人或所列合作者' }
  const said = expert.marks.some(
    ({ kind, value }) =>
      kind === 'person' && (names(value, applicant.name) || value.includes(applicant.unit))
  )
  return said ? { kind: 'other', reason: '评委在专家信息中申明需要回避' } : null
}

/** A name as a word of its own, not as a part of a longer one. */
const names = (text: string, name: string) =>
  text.split(/[\s、，,；;。：:（）()]+/).some((word) => plain(word) === plain(name))

/** The month behind which a common unit no longer counts. */
export const sinceOf = ({ years }: AvoidanceRules, day: string) =>
  `${Number(day.slice(0, 4)) - years}${day.slice(4, 7)}`
