import { bodyFacts } from '#organizations/facts'
import type Organization from '#organizations/models/organization'
import { firstMatch } from '#province/conditions'
import type { Ruleset } from '#province/ruleset'
import { bodySeenFrom } from '#results/roles'
import { Refusal } from '#web/refusal'

export interface Examiner {
  organizationId: number
  organizationName: string
}

/**
 * The bodies that examine a document one after another, seen from the body that issues it (HN-38). The issuer does not
 * examine its own document: where no other body is left, reporting it is enough.
 */
export async function documentRoute(
  issuer: Organization,
  level: string,
  ruleset: Ruleset
): Promise<{ label: string; examiners: Examiner[] }> {
  const { kind, core, attributes } = bodyFacts(issuer, ruleset.organizations, true)
  const about = { kind, core, attributes }
  const rule = firstMatch(ruleset.documents.routes, {
    document: { level },
    issuer: about,
    organization: about,
  })
  if (!rule) throw new Refusal('route', '没有适用于此职称文件的审查路径，请联系平台管理员。')
  const examiners: Examiner[] = []
  for (const selector of rule.bodies) {
    const body = await bodySeenFrom(selector, issuer, ruleset)
    if (!body) throw new Refusal('route', `审查路径“${rule.label}”上缺少机构，请联系平台管理员。`)
    const known = examiners.some(({ organizationId }) => organizationId === body.id)
    if (body.id !== issuer.id && !known)
      examiners.push({ organizationId: body.id, organizationName: body.name })
  }
  return { label: rule.label, examiners }
}
