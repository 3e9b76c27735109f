import db from '@adonisjs/lucid/services/db'
import type { Body, Graph } from '#approvals/resolve_route'
import Organization from '#organizations/models/organization'
import type { Ruleset } from '#province/ruleset'

/** The bodies around a unit: its ancestors, the confirmed links of a path set above it, and the goal. */
export async function loadGraph(
  unitId: number,
  rules: Pick<Ruleset, 'organizations'>,
  network: { pathSet: string; goalId: number | null } | null
): Promise<Graph> {
  const unit = await Organization.findOrFail(unitId)
  const above = unit.lineage().filter((id) => id !== unit.id)
  const uppers = network ? await linksAbove(unit.id, network.pathSet) : new Map<number, number[]>()
  const ids = [
    ...above,
    ...[...uppers.values()].flat(),
    ...(network?.goalId ? [network.goalId] : []),
  ]
  const bodies = new Map<number, Body>()
  for (const each of ids.length > 0 ? await Organization.query().whereIn('id', ids) : [])
    bodies.set(each.id, bodyOf(each, rules))
  return {
    unit: bodyOf(unit, rules),
    ancestors: above.reverse().flatMap((id) => bodies.get(id) ?? []),
    uppersOf: new Map(
      [...uppers].map(([lower, list]) => [lower, list.flatMap((id) => bodies.get(id) ?? [])])
    ),
    goal: network?.goalId ? (bodies.get(network.goalId) ?? null) : null,
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

/** Level by level upward; the visited set ends a cycle, the bound a runaway network. */
async function linksAbove(start: number, pathSet: string): Promise<Map<number, number[]>> {
  const uppers = new Map<number, number[]>()
  let level = [start]
  for (let depth = 0; level.length > 0 && depth < 30; depth++) {
    const rows = await db
      .from('path_links')
      .where({ path_set: pathSet, status: 'confirmed' })
      .whereIn('lower_id', level)
      .orderBy('id')
      .select('lower_id', 'upper_id')
    for (const lower of level) uppers.set(lower, [])
    for (const { lower_id: lower, upper_id: upper } of rows) uppers.get(lower)!.push(upper)
    level = [...new Set(rows.map((row) => Number(row.upper_id)))].filter((id) => !uppers.has(id))
  }
  return uppers
}
