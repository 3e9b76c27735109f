import env from '#start/env'
import type { TenantInfo } from '#tenancy/context'
import Tenant from '#tenancy/models/tenant'

const REMEMBER_MS = 30_000
const cache = new Map<string, { at: number; tenant: TenantInfo | null }>()

export const forgetTenants = () => cache.clear()

/** `<slug>.BASE_DOMAIN`, or a row of tenant_hosts; null for any other host. */
export function tenantByHost(rawHost: string | null): Promise<TenantInfo | null> {
  const host = (rawHost ?? '').toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')
  const base = env.get('BASE_DOMAIN')
  if (!host || host === base || host === '127.0.0.1') return Promise.resolve(null)
  if (host.endsWith(`.${base}`)) return tenantBySlug(host.slice(0, -base.length - 1))
  return remembered(`host:${host}`, () =>
    Tenant.query()
      .whereHas('hosts', (hosts) => hosts.where('host', host))
      .first()
  )
}

export const tenantBySlug = (slug: string) =>
  remembered(`slug:${slug}`, () => Tenant.findBy('slug', slug))

export async function activeTenants(): Promise<TenantInfo[]> {
  const rows = await Tenant.query().where('status', 'active').orderBy('id')
  return rows.map((row) => row.info())
}

async function remembered(key: string, find: () => Promise<Tenant | null>) {
  const hit = cache.get(key)
  if (hit && Date.now() - hit.at < REMEMBER_MS) return hit.tenant
  const row = await find()
  const tenant = row?.status === 'active' ? row.info() : null
  // unknown hosts are remembered too, so the map is bounded
  if (cache.size > 5000) cache.clear()
  cache.set(key, { at: Date.now(), tenant })
  return tenant
}
