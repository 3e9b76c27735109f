import type Organization from '#organizations/models/organization'
import type { OrganizationRules } from '#province/ruleset'

/** What conditions may ask about a body. */
export function bodyFacts(organization: Organization, rules: OrganizationRules, isFirst: boolean) {
  return {
    kind: organization.kind,
    core: rules.kinds.find(({ id }) => id === organization.kind)?.core ?? 'unit',
    isFirst,
    isFinal: organization.isFinal,
    attributes: organization.attributes,
  }
}
