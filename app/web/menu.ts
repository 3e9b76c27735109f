import type { Actor } from '#web/actor'

export interface MenuEntry {
  group: string
  label: string
  path: string
  ability: string
  order: number
}

const entries: MenuEntry[] = []

/** Entries of the console's side menu; an actor sees those whose ability he has. */
export const declareMenu = (...more: MenuEntry[]) => entries.push(...more)

export function menuOf(
  actor: Actor
): { group: string; entries: { label: string; path: string }[] }[] {
  const groups = new Map<string, { label: string; path: string }[]>()
  for (const entry of entries
    .filter((each) => each.ability === 'signed_in' || actor.abilities.has(each.ability))
    .sort((a, b) => a.order - b.order)) {
    const group = groups.get(entry.group) ?? []
    group.push({ label: entry.label, path: entry.path })
    groups.set(entry.group, group)
  }
  return [...groups].map(([group, list]) => ({ group, entries: list }))
}
