import type { Desk } from '#approvals/queries/list_work'
import { currentRuleset } from '#batches/queries/rulesets'
import type { Actor } from '#web/actor'

/** What an actor finds under 审核申报材料: who checks for a committee but has not that desk finds everything there. */
export async function reviewDesk({ roles, abilities }: Actor): Promise<Desk | undefined> {
  const { approvals } = (await currentRuleset()).ruleset
  const qualifies = approvals.paths.some(({ qualify }) => qualify && roles.includes(qualify.role))
  return qualifies && !abilities.has('approvals.qualify') ? undefined : 'review'
}
