import { fittingCommittees } from '#applications/queries/fitting_committees'
import { loadGraph, networkOf } from '#approvals/queries/load_graph'
import { resolveRoute, type Resolved } from '#approvals/resolve_route'
import Organization from '#organizations/models/organization'
import { firstMatch, type Facts } from '#province/conditions'
import { choosesCommittee } from '#province/committee_choice'
import type { Ruleset } from '#province/ruleset'

export interface Target {
  category: string | null
  series: string
  specialty: string
  title: string
  level: string
  acquisition: string
  mode: string
  evaluationMethod: string
}

/** A way an application could take from a unit: through these bodies, or where it breaks and who must mend it. */
export interface Way {
  committee: { id: number; name: string } | null
  ok: boolean
  bodies: string[]
  message: string | null
  mendBy: string | null
}

/**
 * The ways open to a target before anything is filled in. Where the applicant chooses the committee there is one for each
 * that evaluates the case, so that only those with an unbroken path are offered.
 */
export async function waysOfTarget(
  unitId: number,
  target: Target,
  ruleset: Ruleset
): Promise<Way[]> {
  const unit = await Organization.findOrFail(unitId)
  const facts: Facts = {
    ...target,
    organization: {
      kind: unit.kind,
      core: ruleset.organizations.kinds.find(({ id }) => id === unit.kind)?.core ?? 'unit',
      attributes: unit.attributes,
    },
  }
  const path = firstMatch(ruleset.approvals.paths, facts)
  const resolve = async (goalId: number | null) =>
    resolveRoute(
      ruleset.approvals,
      facts,
      await loadGraph(unitId, ruleset, await networkOf(path, facts, goalId))
    )
  if (!choosesCommittee(ruleset, facts)) return [wayOf(await resolve(null), null)]
  const committees = await fittingCommittees({
    seriesCode: target.series,
    specialtyCode: target.specialty,
    level: target.level,
  })
  const ways: Way[] = []
  for (const { id, name, officeId } of committees.slice(0, 50))
    ways.push(wayOf(await resolve(officeId), { id, name }))
  return ways
}

const wayOf = (resolved: Resolved, committee: Way['committee']): Way => ({
  committee,
  ok: resolved.ok,
  bodies: resolved.ok
    ? [...new Set(resolved.steps.map(({ organizationName }) => organizationName))]
    : resolved.bodies.map(({ name }) => name),
  message: resolved.ok ? null : resolved.message,
  mendBy: resolved.ok ? null : resolved.mendBy,
})
