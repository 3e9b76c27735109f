import type { Actor } from '#web/actor'

/** A kind of work that waits for people, beside the menu entry where it is done. */
export interface Waiting {
  ability: string
  /** the province's own word where it has one */
  label: string | (() => Promise<string>)
  /** the list, filtered to what is counted */
  path: string
  order: number
  /** what waits for this actor himself; bounded, for it is asked at each visit of the home page */
  count: (actor: Actor) => Promise<number>
}

export interface WaitingCard {
  label: string
  path: string
  count: number
}

const declared: Waiting[] = []

export const declareWaiting = (...more: Waiting[]) => declared.push(...more)

/** What waits for an actor now: only what there is, in the order of the menu. */
export async function waitingOf(actor: Actor): Promise<WaitingCard[]> {
  const cards: WaitingCard[] = []
  for (const { label, path, count } of declared
    .filter(({ ability }) => actor.abilities.has(ability))
    .sort((a, b) => a.order - b.order)) {
    const found = await count(actor)
    if (found > 0)
      cards.push({ label: typeof label === 'string' ? label : await label(), path, count: found })
  }
  return cards
}
