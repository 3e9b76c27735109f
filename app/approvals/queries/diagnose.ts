import db from '@adonisjs/lucid/services/db'
import { listLinks } from '#approvals/queries/list_links'
import { loadGraph, networkOf } from '#approvals/queries/load_graph'
import { mapOfChain, mapOfNetwork, type PathMap } from '#approvals/queries/path_map'
import { pathSetsOf } from '#approvals/queries/path_sets'
import { resolveRoute } from '#approvals/resolve_route'
import { currentSeries } from '#catalogue/queries/current_series'
import Organization from '#organizations/models/organization'
import { firstMatch, type Facts } from '#province/conditions'
import type { Ruleset } from '#province/ruleset'
import { paged, type Page, type Paged } from '#web/paging'

export interface DiagnosisInput {
  body?: string
  side?: string
  unit?: string
  title?: string
  specialty?: string
  acquisition?: string
  committee?: string
}

/** One relation of the body that was asked about; the walk goes on from either end. */
export interface Relation {
  id: string
  lower: { id: number; name: string }
  upper: { id: number; name: string }
  pathSet: string | null
  level: string
  confirmed: boolean
  isFinal: boolean
}

export const bodyByName = (name: string) =>
  Organization.query()
    .where('name', name)
    .orWhere('id', Number(name) || 0)
    .first()

/** The bodies right above or right below one: its links, or its place in the tree where cases go by the tree. */
export async function relationsOf(
  body: Organization,
  side: 'upper' | 'lower',
  page: Page,
  ruleset: Ruleset
): Promise<Paged<Relation>> {
  if (pathSetsOf(ruleset).length > 0) {
    const found = await listLinks({}, page, (query) =>
      query.where(side === 'upper' ? 'l.lower_id' : 'l.upper_id', body.id)
    )
    return {
      meta: found.meta,
      data: found.data.map((row) => ({
        id: String(row.id),
        lower: { id: row.lowerId, name: row.lower },
        upper: { id: row.upperId, name: row.upper },
        pathSet: row.pathSet,
        level: row.level,
        confirmed: row.status === 'confirmed',
        isFinal: row.upperIsFinal,
      })),
    }
  }
  const query = db
    .from('organizations')
    .where(side === 'upper' ? 'id' : 'parent_id', side === 'upper' ? (body.parentId ?? 0) : body.id)
    .orderBy('id')
    .select('id', 'name', 'parent_id')
  const found = await paged<{ id: number; name: string; parent_id: number | null }>(
    query as never,
    page
  )
  const own = { id: body.id, name: body.name }
  return {
    meta: found.meta,
    data: found.data.map(({ id, name, parent_id: parent }) => ({
      id: String(id),
      lower: side === 'upper' ? own : { id, name },
      upper: side === 'upper' ? { id, name } : own,
      pathSet: null,
      level: '',
      confirmed: true,
      isFinal: side === 'upper' ? parent === null : body.parentId === null,
    })),
  }
}

/** The whole way of a declaration that is only imagined, the map around it, and where it breaks. */
export async function simulate(unit: Organization, input: DiagnosisInput, ruleset: Ruleset) {
  const facts = await imagined(input, ruleset)
  const committee = input.committee
    ? await db
        .from('committees')
        .where({ id: Number(input.committee), status: 'active' })
        .select('id', 'office_id')
        .first()
    : null
  const path = firstMatch(ruleset.approvals.paths, facts)
  const network = await networkOf(path, facts, committee?.office_id ?? null)
  const graph = await loadGraph(
    unit.id,
    ruleset,
    network && !committee && !network.receivers
      ? { ...network, receivers: await officesFor(facts) }
      : network
  )
  const found = resolveRoute(ruleset.approvals, facts, graph)
  const way = [...found.bodies, ...(found.ok && found.goal ? [found.goal] : [])].filter(
    ({ id }, index, all) => all.findIndex((each) => each.id === id) === index
  )
  const map: PathMap = network ? await mapOfNetwork(unit, network, facts) : mapOfChain(way)
  if (!found.ok && !network && map.nodes.length > 0) map.nodes.at(-1)!.isBroken = true
  const nodeOf = new Map(map.nodes.map((node) => [node.id, node]))
  return {
    ok: found.ok,
    path: found.path,
    message: found.ok ? null : found.message,
    mendBy: found.ok ? null : found.mendBy,
    /** where the links can be mended, if this path goes by links */
    pathSet: network?.pathSet ?? null,
    level: (facts.level as string | null) ?? null,
    bodies: way.map(({ id, name, facts: about }) => ({
      id,
      name,
      isFinal: nodeOf.get(id)?.isFinal ?? about.isFinal,
      evaluates: nodeOf.get(id)?.evaluates ?? null,
    })),
    steps: found.ok
      ? found.steps.map(({ organizationName, label }) => ({
          organization: organizationName,
          label,
        }))
      : [],
    map,
  }
}

/** Where a case could end while no committee is chosen: offices that evaluate the specialty, or else any. */
async function officesFor(facts: Facts): Promise<Set<number>> {
  const rows = await db
    .from('committees as c')
    .leftJoin('committee_specialties as s', (on) =>
      on
        .on('s.committee_id', 'c.id')
        .andOnVal('s.specialty_code', '=', String(facts.specialty ?? ''))
    )
    .where('c.status', 'active')
    .whereNotNull('c.office_id')
    .select('c.office_id', 'c.series_code', 's.specialty_code')
  const able = rows.filter((row) => row.series_code === facts.series && row.specialty_code)
  return new Set((able.length > 0 ? able : rows).map((row) => Number(row.office_id)))
}

async function imagined(input: DiagnosisInput, ruleset: Ruleset): Promise<Facts> {
  const series = (await currentSeries()).find(({ titles }) =>
    titles.some(({ code }) => code === input.title)
  )
  const title = series?.titles.find(({ code }) => code === input.title)
  return {
    level: title?.level ?? null,
    series: series?.code ?? null,
    specialty: input.specialty ?? null,
    title: input.title ?? null,
    acquisition: input.acquisition ?? ruleset.application.acquisitions[0].value,
    mode: ruleset.application.modes[0].value,
  }
}
