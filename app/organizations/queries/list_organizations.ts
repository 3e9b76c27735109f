import db from '@adonisjs/lucid/services/db'
import Organization from '#organizations/models/organization'
import { regionsCalled } from '#organizations/regions'
import type { Actor } from '#web/actor'
import { containing, startingWith } from '#web/like'

export const ORGANIZATION_FILTERS = ['name', 'kind', 'contact', 'regionCode', 'overseer'] as const
export type OrganizationFilters = Partial<Record<(typeof ORGANIZATION_FILTERS)[number], string>>

/** The bodies right below one, or under filters all below it (HB-03). */
export function listOrganizations(of: Organization | null, filters: OrganizationFilters) {
  const query = db.from('organizations').orderBy('id')
  const isFiltered = Object.keys(filters).length > 0
  if (of && isFiltered) query.where('tree', 'like', `${of.tree}%`).whereNot('id', of.id)
  else if (of) query.where('parent_id', of.id)
  else if (!isFiltered) query.whereNull('parent_id')
  if (filters.name) query.where('name', 'like', containing(filters.name))
  if (filters.kind) query.where('kind', filters.kind)
  if (filters.regionCode)
    query.where((region) => {
      for (const code of regionsCalled(filters.regionCode!))
        region.orWhere('region_code', 'like', startingWith(code))
    })
  for (const name of ['contact', 'overseer'] as const)
    if (filters[name]) query.whereRaw(`json_value(attributes, '$.${name}') = ?`, [filters[name]!])
  return query
}

export interface TreeNode {
  id: number
  name: string
  kind: string
  hasLower: boolean
}

/** One level of the tree, for opening it branch by branch. */
export async function lowerBodies(of: number | null): Promise<TreeNode[]> {
  const query = db
    .from('organizations as o')
    .where('o.status', 'active')
    .orderBy('o.id')
    .limit(1000)
  if (of === null) query.whereNull('o.parent_id')
  else query.where('o.parent_id', of)
  const rows = await query.select(
    'o.id',
    'o.name',
    'o.kind',
    db.raw(
      "exists(select 1 from organizations l where l.parent_id = o.id and l.status = 'active') as lower"
    )
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    hasLower: Boolean(row.lower),
  }))
}

/** From the actor's own body down to the one looked at. */
export async function pathTo(
  actor: Actor,
  body: Organization
): Promise<{ id: number; name: string }[]> {
  const ids = body.lineage()
  const from = actor.organizationId === null ? 0 : ids.indexOf(actor.organizationId)
  const shown = ids.slice(Math.max(from, 0))
  const rows = await Organization.query().whereIn('id', shown)
  return shown.flatMap((id) => {
    const found = rows.find((row) => row.id === id)
    return found ? { id, name: found.name } : []
  })
}
