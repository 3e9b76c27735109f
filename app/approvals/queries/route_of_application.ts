import db from '@adonisjs/lucid/services/db'
import type Application from '#applications/models/application'
import { conditionFacts } from '#applications/facts'
import { loadGraph, networkOf } from '#approvals/queries/load_graph'
import { resolveRoute, type Resolved } from '#approvals/resolve_route'
import Organization from '#organizations/models/organization'
import { firstMatch } from '#province/conditions'
import type { Ruleset } from '#province/ruleset'

/** The way this application would take today. */
export const routeOfApplication = (
  application: Application,
  ruleset: Ruleset,
  committeeId = application.committeeId
): Promise<Resolved> => routesOfMany(committeeId)(application, ruleset)

/**
 * The ways of many applications to one committee. What several of them share, their unit and the bodies around it, is
 * read once: for one piece of work, not to be kept.
 */
export function routesOfMany(committeeId: number | null) {
  const once = memory()
  return async (application: Application, ruleset: Ruleset): Promise<Resolved> => {
    const { organizationId } = application
    const organization = await once(`unit ${organizationId}`, () =>
      Organization.findOrFail(organizationId)
    )
    const form = asksForm(ruleset) ? undefined : {}
    const facts = await conditionFacts(application, ruleset, form, organization)
    const path = firstMatch(ruleset.approvals.paths, facts)
    const committee = committeeId
      ? await once('committee', () =>
          db
            .from('committees')
            .where('id', committeeId)
            .select('office_id', 'organization_id')
            .first()
        )
      : null
    const office = committee?.office_id ?? null
    const asked = `${application.rulesetId} ${path?.id} ${facts.level} ${facts.acquisition}`
    const network = await once(`network ${asked}`, () => networkOf(path, facts, office))
    const graph = await once(`graph ${organizationId} ${asked}`, () =>
      loadGraph(organizationId, ruleset, network, office ?? committee?.organization_id ?? null)
    )
    if (
      path &&
      network &&
      !network.receivers &&
      ruleset.application.committeeChoice === 'applicant' &&
      !graph.goal
    )
      return {
        ok: false,
        path: path.label,
        bodies: [graph.unit],
        message: '尚未选择评委会，无法确定审核路径。',
        mendBy: '申报人',
      }
    return resolveRoute(ruleset.approvals, facts, graph)
  }
}

function memory() {
  const known = new Map<string, Promise<any>>()
  return <Result>(key: string, read: () => Promise<Result>): Promise<Result> => {
    if (!known.has(key)) known.set(key, read())
    return known.get(key)!
  }
}

/** Most paths ask for target and body alone: the form is then left sealed. */
const asksForm = ({ approvals }: Ruleset) => JSON.stringify(approvals.paths).includes('"form.')
