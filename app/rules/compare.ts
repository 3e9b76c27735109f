import { isDeepStrictEqual } from 'node:util'
import type { SectionRule } from '#province/ruleset'
import type { DraftContent } from '#rules/faults'
import type { Surroundings } from '#rules/shape/choices'
import { partOf, PANELS } from '#rules/shape/panels'
import { say } from '#rules/shape/say'
import type { ListNode, Node, Value } from '#rules/shape/node'

export interface Difference {
  panel: string
  /** labels from the panel inwards */
  where: string[]
  kind: 'added' | 'removed' | 'changed' | 'moved'
  before: string | null
  after: string | null
}

type Sides = { before: Surroundings; after: Surroundings }

/** Pure: what a person has to look at when rules are replaced by others, in the words of the editor. */
export function compare(before: DraftContent, after: DraftContent, sides: Sides): Difference[] {
  return [
    ...PANELS.flatMap((panel) =>
      differences(panel.node, partOf(before.document, panel), partOf(after.document, panel), {
        panel: panel.id,
        where: [panel.label],
        sides,
      })
    ),
    ...texts('templates', sources(before), sources(after), '证书与表的模板'),
    ...texts('words', before.words, after.words, '用语'),
  ]
}

interface Around {
  panel: string
  where: string[]
  sides: Sides
  /** the section a field's condition stands in */
  own?: SectionRule
}

function differences(node: Node, before: unknown, after: unknown, at: Around): Difference[] {
  if (isDeepStrictEqual(before, after)) return []
  if (node.kind === 'record' && before && after)
    return node.fields.flatMap(({ key, label, node: inner }) =>
      differences(inner, (before as Value)[key], (after as Value)[key], {
        ...at,
        where: [...at.where, label],
      })
    )
  if (node.kind === 'list')
    return listDifferences(node, (before ?? []) as Value[], (after ?? []) as Value[], at)
  const { panel, where, sides, own } = at
  return [
    {
      panel,
      where,
      kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
      before: before === undefined ? null : say(node, before, sides.before, own),
      after: after === undefined ? null : say(node, after, sides.after, own),
    },
  ]
}

/** Entries are followed by what names them, so that a new one in the middle is one difference. */
function listDifferences(
  node: ListNode,
  before: Value[],
  after: Value[],
  at: Around
): Difference[] {
  const [from, to] = [namesOf(node, before), namesOf(node, after)]
  const titled = (entry: Value) => [...at.where, `“${node.title(entry) || node.noun}”`]
  const removed = before.flatMap((entry, index): Difference[] =>
    to.includes(from[index])
      ? []
      : [
          {
            panel: at.panel,
            where: titled(entry),
            kind: 'removed',
            before: say(node.item, entry, at.sides.before, at.own),
            after: null,
          },
        ]
  )
  const rest = after.flatMap((entry, index): Difference[] => {
    const known = from.indexOf(to[index])
    if (known < 0)
      return [
        {
          panel: at.panel,
          where: titled(entry),
          kind: 'added',
          before: null,
          after: say(node.item, entry, at.sides.after, at.own),
        },
      ]
    return differences(node.item, before[known], entry, {
      ...at,
      where: titled(entry),
      own: node.preview === 'section' ? (entry as SectionRule) : at.own,
    })
  })
  return [...removed, ...rest, ...orderDifference(node, before, after, from, to, at)]
}

/** One row for a changed order of what stands in both. */
function orderDifference(
  node: ListNode,
  before: Value[],
  after: Value[],
  from: string[],
  to: string[],
  at: Around
): Difference[] {
  const kept = from.filter((name) => to.includes(name))
  const order = to.filter((name) => from.includes(name))
  if (isDeepStrictEqual(kept, order)) return []
  const titles = (list: Value[], names: string[], wanted: string[]) =>
    wanted.map((name) => node.title(list[names.indexOf(name)])).join('、')
  return [
    {
      panel: at.panel,
      where: [...at.where, '顺序'],
      kind: 'moved',
      before: titles(before, from, kept),
      after: titles(after, to, order),
    },
  ]
}

/** A name for each entry: its key, its heading where that is its own, its place otherwise. */
function namesOf(node: ListNode, entries: Value[]): string[] {
  const names = entries.map((entry) => String(node.key ? entry[node.key] : node.title(entry)))
  return new Set(names).size === names.length ? names : entries.map((_, index) => `#${index}`)
}

const sources = ({ templates }: DraftContent) =>
  Object.fromEntries(Object.values(templates).map(({ label, source }) => [label, source]))

function texts(
  panel: string,
  before: Record<string, string>,
  after: Record<string, string>,
  label: string
): Difference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => before[key] !== after[key])
    .map((key) => ({
      panel,
      where: [label, `“${key}”`],
      kind: !(key in before) ? 'added' : !(key in after) ? 'removed' : 'changed',
      before: key in before ? changedLines(before[key], after[key]) : null,
      after: key in after ? changedLines(after[key], before[key]) : null,
    }))
}

/** Of a long text only the lines the other one has not. */
function changedLines(text: string, other = '') {
  const lines = text.split('\n')
  if (lines.length < 4) return text
  const others = other.split('\n')
  const own = without(lines, others)
  if (own.length > 0) return own.join('\n')
  return without(others, lines).length > 0 ? '（没有这些行）' : '（只有行的顺序或重复不同）'
}

function without(lines: string[], others: string[]) {
  const known = new Set(others)
  return lines.filter((line) => !known.has(line))
}
