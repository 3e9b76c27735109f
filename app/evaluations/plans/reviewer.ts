import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import Organization from '#organizations/models/organization'
import { Refusal } from '#web/refusal'

/** The body that reviews a committee's plans: the nearest from the one that set it up towards the root that has the role. */
export async function reviewerBody(committeeId: number, role: string): Promise<number> {
  const { organizations } = (await currentRuleset()).ruleset
  const kinds = organizations.kinds
    .filter(({ staffRoles }) => staffRoles.includes(role))
    .map(({ id }) => id)
  const committee = await db
    .from('committees')
    .where('id', committeeId)
    .select('organization_id')
    .firstOrFail()
  const lineage = (await Organization.findOrFail(committee.organization_id)).lineage()
  const bodies = await Organization.query().whereIn('id', lineage).whereIn('kind', kinds)
  const nearest = bodies.sort((a, b) => lineage.indexOf(b.id) - lineage.indexOf(a.id))[0]
  if (!nearest) throw new Refusal('reviewer', '没有可以审核此类方案的机构，请联系平台管理员。')
  return nearest.id
}
