import { firstMatch, type Facts } from '#province/conditions'
import type { Ruleset } from '#province/ruleset'

/** Whether the applicant names the committee: where the rules leave it to him and his way leads to one. */
export function choosesCommittee(
  { application, approvals }: Pick<Ruleset, 'application' | 'approvals'>,
  facts: Facts
): boolean {
  if (application.committeeChoice !== 'applicant') return false
  const path = firstMatch(approvals.paths, facts)
  return path?.kind !== 'network' || path.goal !== 'receiver'
}
