import db from '@adonisjs/lucid/services/db'
import type { Body, Graph } from '#approvals/resolve_route'
import Organization from '#organizations/models/organization'
import type { Facts } from '#province/conditions'
import type { ApprovalPath, Ruleset } from '#province/ruleset'

/** What a path needs to know of the network: links of one set and level, and where they must lead. */
export interface Network {
  pathSet: string
  level: string | null
  goalId: number | null
  receivers?: ReadonlySet<number>
}

/** The network a path goes through; null where it does not go by links. */
export async function networkOf(
  path: ApprovalPath | undefined,
  facts: Facts,
  officeId: number | null
): Promise<Network | null> {
  if (path?.kind !== 'network') return null
  const level = (facts.level as string | null) ?? null
  if (path.goal !== 'receiver') return { pathSet: path.pathSet, level, goalId: officeId }
  const rows = await db
    .from('receiving_bodies')
    .where({ level, acquisition: facts.acquisition, status: 'active' })
    .select('organization_id')
  return {
    pathSet: path.pathSet,
    level,
    goalId: null,
    receivers: new Set(rows.map(({ organization_id: id }) => Number(id))),
  }
}

/** The bodies around a unit: its ancestors, the confirmed links of a path set above it, and the goal. */
export async function loadGraph(
  unitId: number,
  rules: Pick<Ruleset, 'organizations'>,
  network: Network | null,
  /** the body that keeps the committee's office: it checks the material whatever the way to it */
  officeId: number | null = null
): Promise<Graph> {
  const unit = await Organization.findOrFail(unitId)
  const above = unit.lineage().filter((id) => id !== unit.id)
  const uppers = network
    ? await linksAbove(unit.id, network.pathSet, network.level)
    : new Map<number, number[]>()
  const goalId = network ? network.goalId : officeId
  const ids = [...above, ...[...uppers.values()].flat(), ...(goalId ? [goalId] : [])]
  const bodies = new Map<number, Body>()
  bodies.set(unit.id, bodyOf(unit, rules))
  for (const each of ids.length > 0 ? await Organization.query().whereIn('id', ids) : [])
    bodies.set(each.id, bodyOf(each, rules))
  return {
    unit: bodyOf(unit, rules),
    ancestors: above.reverse().flatMap((id) => bodies.get(id) ?? []),
    uppersOf: new Map(
      [...uppers].map(([lower, list]) => [lower, list.flatMap((id) => bodies.get(id) ?? [])])
    ),
    goal: goalId ? (bodies.get(goalId) ?? null) : null,
    ...(network?.receivers && { receivers: network.receivers }),
  }
}

export const bodyOf = (
  organization: Organization,
  rules: Pick<Ruleset, 'organizations'>
): Body => ({
  id: organization.id,
  name: organization.name,
  facts: {
    kind: organization.kind,
    core: rules.organizations.kinds.find(({ id }) => id === organization.kind)?.core ?? 'unit',
    isFinal: organization.isFinal,
    attributes: organization.attributes,
  },
})

/**
 * Level by level upward; the visited set ends a cycle, the bound a runaway network. A link without level holds for
 * every level; without `level` every link counts.
 */
export async function linksAbove(
  start: number | number[],
  pathSet: string,
  titleLevel: string | null
): Promise<Map<number, number[]>> {
  const uppers = new Map<number, number[]>()
  let level = [start].flat()
  for (let depth = 0; level.length > 0 && depth < 30; depth++) {
    const query = db
      .from('path_links')
      .where({ path_set: pathSet, status: 'confirmed' })
      .whereIn('lower_id', level)
      .orderBy('id')
      .select('lower_id', 'upper_id')
    if (titleLevel) query.whereIn('level', ['', titleLevel])
    const rows = await query
    for (const lower of level) uppers.set(lower, [])
    for (const { lower_id: lower, upper_id: upper } of rows) {
      const known = uppers.get(lower)!
      if (!known.includes(upper)) known.push(upper)
    }
    level = [...new Set(rows.map((row) => Number(row.upper_id)))].filter((id) => !uppers.has(id))
  }
  return uppers
}
