import db from '@adonisjs/lucid/services/db'
import { loadGraph } from '#approvals/queries/load_graph'
import { resolveRoute } from '#approvals/resolve_route'
import Organization from '#organizations/models/organization'
import { firstMatch } from '#province/conditions'
import type { Ruleset } from '#province/ruleset'

export interface DiagnosisInput {
  body?: string
  unit?: string
  title?: string
  specialty?: string
  acquisition?: string
  committee?: string
}

interface Neighbour {
  id: number
  name: string
  pathSet: string
  status: string
  isFinal: boolean
}

/** What the path configuration says about a body, and the whole way of a simulated declaration (HU-75). */
export async function diagnose(input: DiagnosisInput, ruleset: Ruleset) {
  const body = input.body ? await bodyByName(input.body) : null
  const simulated =
    input.unit && input.title && input.specialty ? await simulate(input, ruleset) : null
  return {
    body: body && { id: body.id, name: body.name, isFinal: body.isFinal },
    uppers: body ? await neighbours(body, 'upper') : [],
    lowers: body ? await neighbours(body, 'lower') : [],
    simulated,
  }
}

const bodyByName = (name: string) =>
  Organization.query()
    .where('name', name)
    .orWhere('id', Number(name) || 0)
    .first()

/** Linked bodies in every path set, and those of the tree. */
async function neighbours(body: Organization, side: 'upper' | 'lower'): Promise<Neighbour[]> {
  const other = side === 'upper' ? 'lower' : 'upper'
  const links = await db
    .from('path_links as l')
    .join('organizations as o', 'o.id', `l.${side}_id`)
    .where(`l.${other}_id`, body.id)
    .orderBy('l.path_set')
    .select('o.id', 'o.name', 'l.path_set', 'l.status', 'o.is_final')
    .limit(200)
  const inTree = await Organization.query()
    .where(side === 'upper' ? 'id' : 'parentId', side === 'upper' ? (body.parentId ?? 0) : body.id)
    .limit(200)
  return [
    ...links.map((row) => ({
      id: row.id,
      name: row.name,
      pathSet: row.path_set,
      status: row.status,
      isFinal: Boolean(row.is_final),
    })),
    ...inTree.map(({ id, name, isFinal }) => ({
      id,
      name,
      pathSet: 'tree',
      status: 'confirmed',
      isFinal,
    })),
  ]
}

async function simulate(input: DiagnosisInput, ruleset: Ruleset) {
  const unit = await bodyByName(input.unit!)
  if (!unit)
    return {
      ok: false as const,
      message: '没有这个单位。',
      mendBy: '',
      bodies: [],
      steps: [],
      path: null,
    }
  const series = ruleset.catalogue.series.find(({ titles }) =>
    titles.some(({ code }) => code === input.title)
  )
  const title = series?.titles.find(({ code }) => code === input.title)
  const facts = {
    level: title?.level ?? null,
    series: series?.code ?? null,
    specialty: input.specialty ?? null,
    title: input.title ?? null,
    acquisition: input.acquisition ?? ruleset.application.acquisitions[0].value,
    mode: ruleset.application.modes[0].value,
  }
  const committee = input.committee
    ? await db.from('committees').where('id', Number(input.committee)).first()
    : null
  const path = firstMatch(ruleset.approvals.paths, facts)
  const graph = await loadGraph(
    unit.id,
    ruleset,
    path?.kind === 'network'
      ? { pathSet: path.pathSet, goalId: committee?.office_id ?? null }
      : null
  )
  const found = resolveRoute(ruleset.approvals, facts, graph)
  const bodies = [...found.bodies, ...(found.ok && graph.goal ? [graph.goal] : [])]
  const evaluates = committee ? await evaluatesSpecialty(committee.id, input.specialty!) : null
  return {
    ok: found.ok,
    path: found.path,
    message: found.ok ? null : found.message,
    mendBy: found.ok ? null : found.mendBy,
    bodies: bodies.map(({ id, name, facts: about }) => ({
      id,
      name,
      isFinal: about.isFinal,
      evaluates: graph.goal?.id === id ? evaluates : null,
    })),
    steps: found.ok
      ? found.steps.map(({ organizationName, label }) => ({
          organization: organizationName,
          label,
        }))
      : [],
  }
}

const evaluatesSpecialty = async (committeeId: number, specialty: string) =>
  (await db
    .from('committee_specialties')
    .where({ committee_id: committeeId, specialty_code: specialty })
    .first()) !== null
