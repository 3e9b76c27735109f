import { partOf, PANELS } from '#rules/shape/panels'
import type { Node, Value } from '#rules/shape/node'
import { SELECTORS } from '#rules/shape/words'
import { record, field, choice, text, number } from '#rules/shape/node'

/** What stands inside of a node that the editor draws as one piece. */
const INNER: Partial<Record<Node['kind'], Node>> = {
  body: record(
    field('body', '机构', choice(SELECTORS)),
    field('kind', '机构类型', choice('kinds'))
  ),
  fraction: record(
    field('numerator', '分子', number(1, 100)),
    field('denominator', '分母', number(1, 100))
  ),
}

export interface Place {
  panel: string
  node: Node | null
  /** labels from the panel inwards */
  words: string[]
}

/** The place a JSON pointer names, in the words of the editor. */
export function placeOf(pointer: string, document: object): Place {
  const keys = pointer.split('/').slice(1)
  const panel = PANELS.filter(({ at }) => at.every((key, index) => keys[index] === key)).sort(
    (a, b) => b.at.length - a.at.length
  )[0]
  if (!panel) return { panel: PANELS[0].id, node: null, words: keys }
  const place: Place = { panel: panel.id, node: panel.node, words: [panel.label] }
  let value = partOf(document, panel)
  for (const key of keys.slice(panel.at.length)) {
    const node: Node | null | undefined = place.node && (INNER[place.node.kind] ?? place.node)
    value = (value as Value | undefined)?.[key]
    if (node?.kind === 'list') {
      const named = value && typeof value === 'object' ? node.title(value as Value) : ''
      place.words.push(named ? `“${named}”` : `第 ${Number(key) + 1} 项`)
      place.node = node.item
    } else if (node?.kind === 'record') {
      const known = node.fields.find((each) => each.key === key)
      place.words.push(known?.label ?? key)
      place.node = known?.node ?? null
    } else if (node?.kind === 'choices' || node?.kind === 'words') {
      place.words.push(`第 ${Number(key) + 1} 项`)
      place.node = node.kind === 'choices' ? choice(node.of) : text
    } else place.node = null
  }
  return place
}

/** A code of a choice in words. */
export function wordsOfValue(node: Node | null, value: string): string {
  const of = node?.kind === 'choice' || node?.kind === 'choices' ? node.of : null
  return of && typeof of === 'object' ? (of[value] ?? value) : value
}
