import type { Actor } from '#web/actor'

export interface MenuEntry {
  group: string
  /** the province's own word where it has one */
  label: string | (() => Promise<string>)
  path: string
  ability: string
  order: number
  /** further question, e.g. whether the province's rules want it; everyone with the ability otherwise */
  when?: (actor: Actor) => Promise<boolean>
}

const entries: MenuEntry[] = []

/** Entries of the console's side menu; an actor sees those whose ability he has. */
export const declareMenu = (...more: MenuEntry[]) => entries.push(...more)

/** Operators have no account in a province, and so none of its pages. */
const isForAnyAccount = (ability: string, actor: Actor) =>
  ability === 'signed_in' && actor.kind !== 'operator'

export async function menuOf(
  actor: Actor
): Promise<{ group: string; entries: { label: string; path: string }[] }[]> {
  const groups = new Map<string, { label: string; path: string }[]>()
  for (const entry of entries
    .filter(({ ability }) => actor.abilities.has(ability) || isForAnyAccount(ability, actor))
    .sort((a, b) => a.order - b.order)) {
    if (entry.when && !(await entry.when(actor))) continue
    const label = typeof entry.label === 'string' ? entry.label : await entry.label()
    const group = groups.get(entry.group) ?? []
    group.push({ label, path: entry.path })
    groups.set(entry.group, group)
  }
  return [...groups].map(([group, list]) => ({ group, entries: list }))
}
