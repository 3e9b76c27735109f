import { requireTenant } from '#tenancy/context'
import Tenant from '#tenancy/models/tenant'
import { forgetTenants } from '#tenancy/resolver'

/** Moves a demo's clock on; never back, for what was done stays done. */
export async function moveDays(days: number) {
  const tenant = await Tenant.findOrFail(requireTenant().id)
  tenant.daysAhead = Math.min(tenant.daysAhead + days, 3650)
  await tenant.save()
  forgetTenants()
}
