import db from '@adonisjs/lucid/services/db'
import type Application from '#applications/models/application'
import { conditionFacts } from '#applications/facts'
import { loadGraph, networkOf } from '#approvals/queries/load_graph'
import { resolveRoute, type Resolved } from '#approvals/resolve_route'
import { firstMatch } from '#province/conditions'
import type { Ruleset } from '#province/ruleset'

/** The way this application would take today. */
export async function routeOfApplication(
  application: Application,
  ruleset: Ruleset,
  committeeId = application.committeeId
): Promise<Resolved> {
  const facts = await conditionFacts(application, ruleset, asksForm(ruleset) ? undefined : {})
  const path = firstMatch(ruleset.approvals.paths, facts)
  const committee = committeeId
    ? await db
        .from('committees')
        .where('id', committeeId)
        .select('office_id', 'organization_id')
        .first()
    : null
  const network = await networkOf(path, facts, committee?.office_id ?? null)
  const graph = await loadGraph(
    application.organizationId,
    ruleset,
    network,
    committee?.office_id ?? committee?.organization_id ?? null
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

/** Most paths ask for target and body alone: the form is then left sealed. */
const asksForm = ({ approvals }: Ruleset) => JSON.stringify(approvals.paths).includes('"form.')
