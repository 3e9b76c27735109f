import env from '#start/env'
import type { TenantInfo } from '#tenancy/context'
import Tenant from '#tenancy/models/tenant'

// another process may close a province: it is seen after this time at the latest
const REMEMBER_MS = 5_000

/** A province as a request meets it: open, closed for a time, or none of this name. */
export interface Site {
  tenant: TenantInfo | null
  closed: { name: string; reason: string | null } | null
}
const cache = new Map<string, { at: number; site: Site }>()

export const forgetTenants = () => cache.clear()

/** `<slug>.BASE_DOMAIN`, or a row of tenant_hosts; null for any other host, which is the instance's own. */
export async function siteOfHost(rawHost: string | null): Promise<Site | null> {
  const host = (rawHost ?? '').toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')
  const base = env.get('BASE_DOMAIN')
  if (!host || host === base || host === '127.0.0.1') return null
  if (host.endsWith(`.${base}`)) return siteOfSlug(host.slice(0, -base.length - 1))
  const site = await remembered(`host:${host}`, () =>
    Tenant.query()
      .whereHas('hosts', (hosts) => hosts.where('host', host))
      .first()
  )
  return site.tenant || site.closed ? site : null
}

export const siteOfSlug = (slug: string) =>
  remembered(`slug:${slug}`, () => Tenant.findBy('slug', slug))

export const tenantBySlug = async (slug: string) => (await siteOfSlug(slug)).tenant

export async function activeTenants(): Promise<TenantInfo[]> {
  const rows = await Tenant.query().where('status', 'active').orderBy('id')
  return rows.map((row) => row.info())
}

async function remembered(key: string, find: () => Promise<Tenant | null>) {
  const hit = cache.get(key)
  if (hit && Date.now() - hit.at < REMEMBER_MS) return hit.site
  const row = await find()
  const isOpen = row?.status === 'active'
  const site: Site = {
    tenant: isOpen ? row.info() : null,
    closed: row && !isOpen ? { name: row.name, reason: row.suspendedReason } : null,
  }
  // unknown hosts are remembered too, so the map is bounded
  if (cache.size > 5000) cache.clear()
  cache.set(key, { at: Date.now(), site })
  return site
}
