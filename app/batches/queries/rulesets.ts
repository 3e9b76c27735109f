import db from '@adonisjs/lucid/services/db'
import { completeRuleset } from '#province/complete_ruleset'
import type { DocumentTemplate } from '#province/define_province'
import type { Ruleset } from '#province/ruleset'
import { requireTenant } from '#tenancy/context'

export interface PublishedRuleset {
  id: number
  number: number
  checksum: string
  ruleset: Ruleset
  words: Record<string, string>
  templates: Record<string, DocumentTemplate>
}

// published rulesets never change, so they are kept for good; the bound is for many tenants
const kept = new Map<string, PublishedRuleset>()
// another process may publish: it is seen after this time at the latest
const FRESH_MS = 5_000
const newest = new Map<string, { id: number; until: number }>()

/** The rules an application or a batch was made under. */
export async function rulesetById(id: number): Promise<PublishedRuleset> {
  const key = `${requireTenant().slug}:${id}`
  const known = kept.get(key)
  if (known) return known
  const row = await db.from('rulesets').where('id', id).firstOrFail()
  // read by two at once: stages of a mode are told apart by identity, so there is one
  const earlier = kept.get(key)
  if (earlier) return earlier
  const published = {
    id: row.id,
    number: row.number,
    checksum: row.checksum,
    ruleset: completeRuleset(parsed(row.document)),
    words: parsed(row.words),
    templates: parsed(row.templates),
  } as PublishedRuleset
  if (kept.size > 500) kept.clear()
  kept.set(key, published)
  return published
}

/** The newest published rules; for what belongs to no batch. */
export async function currentRuleset(): Promise<PublishedRuleset> {
  const tenant = requireTenant().slug
  const known = newest.get(tenant)
  if (known && known.until > Date.now()) return rulesetById(known.id)
  const { id } = await db.from('rulesets').orderBy('number', 'desc').select('id').firstOrFail()
  newest.set(tenant, { id, until: Date.now() + FRESH_MS })
  return rulesetById(id)
}

/** After a publication, and when a test database was emptied. */
export function forgetRulesets(slug: string) {
  newest.delete(slug)
  for (const key of kept.keys()) if (key.startsWith(`${slug}:`)) kept.delete(key)
}

const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)
