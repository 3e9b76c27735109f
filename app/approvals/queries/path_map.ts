import db from '@adonisjs/lucid/services/db'
import type { Network } from '#approvals/queries/load_graph'
import { linksAbove } from '#approvals/queries/load_graph'
import Organization from '#organizations/models/organization'
import type { Facts } from '#province/conditions'

export interface MapNode {
  id: number
  name: string
  kind: string
  /** can be the end of a path */
  isFinal: boolean
  /** whether its committee evaluates the specialty; null where it is no committee */
  evaluates: boolean | null
  /** the way ends here without having arrived */
  isBroken: boolean
}
export interface MapEdge {
  id: string
  lower: number
  upper: number
  confirmed: boolean
}
export interface PathMap {
  nodes: MapNode[]
  edges: MapEdge[]
}

/**
 * Everything that can be reached upward from a unit, drawn from its links: confirmed ones carry a case, proposed ones wait
 * for the other end. A body without an upper that cannot decide is where the path breaks (HU-75).
 */
export async function mapOfNetwork(unit: Organization, network: Network, facts: Facts) {
  const uppers = await linksAbove(unit.id, network.pathSet, network.level)
  const ids = new Set([unit.id, ...uppers.keys(), ...[...uppers.values()].flat()])
  const waiting = await proposedAbove([...ids], network)
  for (const { upper } of waiting) ids.add(upper)
  const [bodies, committees] = await Promise.all([
    Organization.query().whereIn('id', [...ids]),
    committeesAt([...ids], facts),
  ])
  const nodes = bodies.map((body): MapNode => {
    const committee = committees.get(body.id)
    const isFinal = network.receivers
      ? network.receivers.has(body.id)
      : committee !== undefined || body.isFinal
    return {
      id: body.id,
      name: body.name,
      kind: body.kind,
      isFinal,
      evaluates: network.receivers ? null : (committee ?? null),
      isBroken: !isFinal && (uppers.get(body.id) ?? []).length === 0 && uppers.has(body.id),
    }
  })
  const edges = [
    ...[...uppers].flatMap(([lower, list]) =>
      list.map((upper) => ({ lower, upper, confirmed: true }))
    ),
    ...waiting.map(({ lower, upper }) => ({ lower, upper, confirmed: false })),
  ].map((edge) => ({ ...edge, id: `${edge.lower}-${edge.upper}-${edge.confirmed}` }))
  return { nodes, edges }
}

/** The chain of the tree as a map. */
export function mapOfChain(bodies: { id: number; name: string; facts: { kind: string } }[]) {
  return {
    nodes: bodies.map(({ id, name, facts }, index): MapNode => ({
      id,
      name,
      kind: facts.kind,
      isFinal: index === bodies.length - 1,
      evaluates: null,
      isBroken: false,
    })),
    edges: bodies.slice(1).map(({ id }, index): MapEdge => ({
      id: `${bodies[index].id}-${id}`,
      lower: bodies[index].id,
      upper: id,
      confirmed: true,
    })),
  }
}

async function proposedAbove(ids: number[], { pathSet, level }: Network) {
  const query = db
    .from('path_links')
    .where({ path_set: pathSet, status: 'proposed' })
    .whereIn('lower_id', ids)
    .select('lower_id', 'upper_id')
  if (level) query.whereIn('level', ['', level])
  const rows = await query
  return rows.map((row) => ({ lower: Number(row.lower_id), upper: Number(row.upper_id) }))
}

/** Office → whether one of its committees evaluates the specialty of the series at the level. */
async function committeesAt(ids: number[], facts: Facts): Promise<Map<number, boolean>> {
  const rows = await db
    .from('committees as c')
    .leftJoin('committee_specialties as s', (on) =>
      on
        .on('s.committee_id', 'c.id')
        .andOnVal('s.specialty_code', '=', String(facts.specialty ?? ''))
    )
    .where('c.status', 'active')
    .whereIn('c.office_id', ids)
    .select('c.office_id', 'c.series_code', 's.specialty_code')
  const found = new Map<number, boolean>()
  for (const row of rows)
    found.set(
      row.office_id,
      found.get(row.office_id) === true ||
        (row.series_code === facts.series && row.specialty_code !== null)
    )
  return found
}
