import type { Portal } from '#province/define_province'
import { portalOf } from '#province/registry'
import { runInTenant, type TenantInfo } from '#tenancy/context'
import { keptPerTenant } from '#web/kept'
import { readSetting } from '#web/settings'

const own = keptPerTenant(async () => (await readSetting<Partial<Portal>>('portal', {})).value)

/** Name, colour and words of a tenant's pages: the plugin's, as its administrator changed them. */
export async function brandOf(tenant: TenantInfo): Promise<Portal> {
  const given = portalOf(tenant)
  try {
    return { ...given, ...(await runInTenant(tenant, () => own.get())) }
  } catch {
    // an error page must come without a database too
    return { ...given }
  }
}

export const forgetBrand = () => own.forget()
