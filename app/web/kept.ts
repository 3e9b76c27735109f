import { requireTenant } from '#tenancy/context'

const FRESH_MS = 5_000

/**
 * Remembers for each tenant what nearly every request asks and hardly anybody changes. Another process sees a change
 * after five seconds at the latest; this one at once, by `forget`.
 */
export function keptPerTenant<Value>(read: () => Promise<Value>) {
  const known = new Map<string, { value: Value; until: number }>()
  return {
    async get(): Promise<Value> {
      const { slug } = requireTenant()
      const found = known.get(slug)
      if (found && found.until > Date.now()) return found.value
      const value = await read()
      known.set(slug, { value, until: Date.now() + FRESH_MS })
      return value
    },
    forget: () => known.delete(requireTenant().slug),
  }
}
