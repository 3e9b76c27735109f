import type { RoleDefinition } from '#province/define_province'
import { provinceOf } from '#province/registry'
import { requireTenant } from '#tenancy/context'

/** The roles of the tenant: those of its plugin. */
export async function rolesOfTenant(): Promise<RoleDefinition[]> {
  return provinceOf(requireTenant().province).roles
}
