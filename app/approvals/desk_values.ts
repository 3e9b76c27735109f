import { createHash } from 'node:crypto'
import { holds, type Facts } from '#province/conditions'
import type { HintRule, Ruleset, SearchRule } from '#province/ruleset'

type Content = Record<string, unknown>

/** The records of a section with the facts a condition of the section may ask; a form section is one record. */
function recordsOf(facts: Facts, section: string): { record: Content; facts: Facts }[] {
  const form = (facts.form ?? {}) as Record<string, Content | Content[] | undefined>
  const content = form[section]
  const records = Array.isArray(content) ? content : content ? [content] : []
  return records.map((record) => ({
    record,
    facts: { ...facts, form: { ...form, [section]: record } } as Facts,
  }))
}

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''

export interface Term {
  search: string
  value: string
}

/** Pure: what a case is found by on the desks (HB-10). */
export function termsOf(searches: SearchRule[], facts: Facts): Term[] {
  const terms = searches.flatMap((search) => {
    if (search.kind === 'flag')
      return { search: search.id, value: holds(search.when, facts) ? '是' : '否' }
    return recordsOf(facts, search.section)
      .filter((one) => holds(search.when, one.facts))
      .map(({ record }) => ({
        search: search.id,
        value: textOf(record[search.field]).slice(0, 120),
      }))
      .filter(({ value }) => value)
  })
  const seen = new Set<string>()
  return terms.filter(({ search, value }) => {
    const key = `${search}\0${value.toLowerCase()}`
    return !seen.has(key) && seen.add(key)
  })
}

export interface Mark {
  kind: 'title' | 'number'
  digest: Buffer
  text: string
}

/** Pure: titles and numbers that must not come twice, as digests of their letters and figures alone. */
export function marksOf(hints: HintRule[], facts: Facts): Mark[] {
  const marks = new Map<string, Mark>()
  for (const hint of hints) {
    if (hint.kind !== 'title' && hint.kind !== 'number') continue
    for (const { record } of recordsOf(facts, hint.section)) {
      const text = textOf(record[hint.field])
      const letters = text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '')
      // what is too short says nothing: “无”, “1”
      if (letters.length < 4) continue
      const digest = createHash('sha256')
        .update(`${hint.kind}\0${letters}`)
        .digest()
        .subarray(0, 16)
      marks.set(`${hint.kind}${digest.toString('hex')}`, {
        kind: hint.kind,
        digest,
        text: text.slice(0, 160),
      })
    }
  }
  return [...marks.values()]
}

export interface Hint {
  section: string
  message: string
}

/** Pure: what a reviewer should look at in one form by itself: check digits, dates that clash. */
export function formHints(
  ruleset: Pick<Ruleset, 'application' | 'approvals'>,
  facts: Facts,
  birthDate: string | null,
  today: string
): Hint[] {
  return [
    ...checkDigits(ruleset.approvals.hints, facts),
    ...ruleset.application.sections.flatMap((section) =>
      dateHints(section, facts, birthDate, today)
    ),
  ]
}

function checkDigits(hints: HintRule[], facts: Facts): Hint[] {
  return hints.flatMap(({ section, field, kind }) => {
    if (kind !== 'issn' && kind !== 'isbn') return []
    return recordsOf(facts, section).flatMap(({ record }) => {
      const text = textOf(record[field])
      if (!text || (kind === 'issn' ? isIssn(text) : isIsbn(text))) return []
      return { section, message: `${kind.toUpperCase()} “${text}” 的校验位不正确` }
    })
  })
}

/** `1000-0054`; a national number beside it (`CN 11-2223/N`) is let stand. */
export function isIssn(text: string): boolean {
  const found = /(\d{4})-?(\d{3}[\dXx])(?!\d)/.exec(text)
  if (!found) return /^CN\s*\d{2}-\d{4}/i.test(text.trim())
  const figures = (found[1] + found[2]).toUpperCase()
  const sum = [...figures.slice(0, 7)].reduce((all, one, at) => all + Number(one) * (8 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return figures[7] === (check === 10 ? 'X' : String(check))
}

export function isIsbn(text: string): boolean {
  const figures = text
    .replace(/^isbn[:：\s]*/i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase()
  if (/^\d{13}$/.test(figures)) {
    const sum = [...figures].reduce((all, one, at) => all + Number(one) * (at % 2 ? 3 : 1), 0)
    return sum % 10 === 0
  }
  if (!/^\d{9}[\dX]$/.test(figures)) return false
  const sum = [...figures].reduce(
    (all, one, at) => all + (one === 'X' ? 10 : Number(one)) * (10 - at),
    0
  )
  return sum % 11 === 0
}

type Section = Ruleset['application']['sections'][number]
const DATES = ['date', 'month', 'year']

/** Days after today, before birth, ends before beginnings, records of one section that overlap. */
function dateHints(
  section: Section,
  facts: Facts,
  birthDate: string | null,
  today: string
): Hint[] {
  const hints: Hint[] = []
  const say = (message: string) => hints.push({ section: section.id, message })
  const dates = section.fields.filter(({ type }) => DATES.includes(type))
  const spans: { from: string; to: string }[] = []
  for (const { record } of recordsOf(facts, section.id)) {
    for (const { id, label } of dates) {
      const day = textOf(record[id])
      if (!day || /有效|截止/.test(label)) continue
      if (day > today.slice(0, day.length)) say(`“${label}” ${day} 晚于今天`)
      if (birthDate && id !== 'birthDate' && day < birthDate.slice(0, day.length))
        say(`“${label}” ${day} 早于出生日期`)
    }
    const from = textOf(record.from)
    const to = textOf(record.to)
    if (from && to && to < from) say(`${from} 至 ${to}：结束早于开始`)
    else if (from && to) spans.push({ from, to })
  }
  spans.sort((a, b) => a.from.localeCompare(b.from))
  for (let at = 1; at < spans.length; at++)
    if (spans[at].from < spans[at - 1].to)
      say(
        `“${section.title}”中 ${spans[at - 1].from} 至 ${spans[at - 1].to} 与 ${spans[at].from} 至 ${spans[at].to} 重叠`
      )
  return hints
}
