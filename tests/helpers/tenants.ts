import { provision } from '#platform/set_up'
import seedWorld from '#platform/demo/seed_world'
import { provinceOf } from '#province/registry'
import createTenant from '#tenancy/actions/create_tenant'
import dropTenant from '#tenancy/actions/drop_tenant'
import { runInTenant, type TenantInfo } from '#tenancy/context'
import { migratePlatform } from '#tenancy/migrate'
import Tenant from '#tenancy/models/tenant'
import { dropWorld, keepWorld, putBack, type KeptWorld } from '#tests/helpers/kept_worlds'

const worlds = new Map<string, KeptWorld>()
const made = new Map<string, Promise<TenantInfo>>()
const used = new Set<string>()
let platform: Promise<unknown> | null = null

/** A tenant of a province with its demo world, made once a run; named `<province>` so that hosts read naturally. */
export function tenantOf(provinceId: string): Promise<TenantInfo> {
  let tenant = made.get(provinceId)
  if (!tenant) {
    tenant = make(provinceId)
    made.set(provinceId, tenant)
  }
  return tenant
}

/** The same, as new: for suites that walk the demo world from its beginning, or want its earlier meeting too. */
export function freshTenantOf(
  provinceId: string,
  { withHistory = false } = {}
): Promise<TenantInfo> {
  const tenant = make(provinceId, withHistory)
  made.set(provinceId, tenant)
  return tenant
}

/** A suite that went on to where others do not begin: the next one that asks gets a new tenant. */
export const leaveTenantOf = (provinceId: string) => made.delete(provinceId)

async function make(provinceId: string, withHistory = false): Promise<TenantInfo> {
  used.add(provinceId)
  platform ??= migratePlatform()
  await platform
  const name = withHistory ? `${provinceId}_history` : provinceId
  const kept = worlds.get(name)
  const again = kept && (await putBack(kept))
  if (again) return again
  if (await Tenant.findBy('slug', provinceId)) await dropTenant(provinceId)
  const province = provinceOf(provinceId)
  const tenant = await createTenant({ slug: provinceId, name: province.name, province: provinceId })
  const info = tenant.info()
  await provision(info)
  await runInTenant(info, () => seedWorld(province.demo!, { withHistory }))
  worlds.set(name, await keepWorld(info, withHistory ? 'history' : 'new'))
  return info
}

/** Runs in the demo world of a province. */
export const inProvince = async <T>(provinceId: string, work: () => Promise<T>): Promise<T> =>
  runInTenant(await tenantOf(provinceId), work)

/** A test group's own work needs a platform; what the run made goes with it. */
export async function dropTestTenants() {
  for (const world of worlds.values()) await dropWorld(world)
  worlds.clear()
  for (const slug of used) if (await Tenant.findBy('slug', slug)) await dropTenant(slug)
}
