import type { Portal, Province } from '#province/define_province'
import { CORE_AGGREGATES } from '#province/strategies'
import type { TenantInfo } from '#tenancy/context'

/** All faults of all provinces at once: a faulty plugin stops the boot (design P6). */
export class ProvinceFaults extends Error {
  constructor(readonly faults: Record<string, string[]>) {
    super(
      `省级插件有误，系统不能启动：\n${Object.entries(faults)
        .flatMap(([id, list]) => list.map((fault) => `  ${id}: ${fault}`))
        .join('\n')}`
    )
    this.name = 'ProvinceFaults'
  }
}

/** as many characters as the portal's settings allow */
const SHORT_NAME = 12

const provinces = new Map<string, Province>()

/** Takes the provinces of the list into use; throws with every fault of every one of them. */
export function register(list: Province[], check: (province: Province) => string[]) {
  const faults: Record<string, string[]> = {}
  for (const province of list) {
    const found = check(province)
    if (provinces.has(province.id)) found.push(`省级插件 ${province.id} 列了两次`)
    if (found.length > 0) faults[province.id] = found
    else provinces.set(province.id, province)
  }
  if (Object.keys(faults).length > 0) throw new ProvinceFaults(faults)
}

export const allProvinces = () => [...provinces.values()]

export function provinceOf(id: string): Province {
  const province = provinces.get(id)
  if (!province) throw new Error(`province ${id} is not in the list`)
  return province
}

/** The plugin's portal; a tenant opened under a name of its own is called by that name, not by the plugin's. */
export function portalOf(tenant: Pick<TenantInfo, 'province' | 'name'>): Portal {
  const province = provinceOf(tenant.province)
  if (tenant.name === province.name) return province.portal
  return { ...province.portal, name: tenant.name, shortName: tenant.name.slice(0, SHORT_NAME) }
}

/** An aggregation by name, of the core or of the province. */
export function aggregateOf(provinceId: string, name: string) {
  const aggregate = CORE_AGGREGATES[name] ?? provinceOf(provinceId).strategies.aggregate?.[name]
  if (!aggregate) throw new Error(`strategy ${name} is unknown`)
  return aggregate
}
