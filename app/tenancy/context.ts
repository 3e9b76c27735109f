import { AsyncLocalStorage } from 'node:async_hooks'
import { RuntimeException } from '@adonisjs/core/exceptions'

/** A province on this instance. */
export interface TenantInfo {
  id: number
  slug: string
  name: string
  /** id of its plugin */
  province: string
  database: string
  login: { user: string; password: string }
  /** days by which a demo's clock was moved on; 0 elsewhere */
  daysAhead: number
  /** room for its files; null: no bound */
  storageQuotaMb: number | null
  /** set where a copy of the province's database is worked on, not the province itself */
  copy?: string
}

export class NoTenantError extends RuntimeException {
  static code = 'E_NO_TENANT'
  static status = 500
}

const storage = new AsyncLocalStorage<TenantInfo>()

export const currentTenant = () => storage.getStore()

/** The tenant of the running request, job or command; throws outside of one (fail closed, design §3). */
export function requireTenant(): TenantInfo {
  const tenant = storage.getStore()
  if (!tenant) throw new NoTenantError('tenant data was touched outside of runInTenant()')
  return tenant
}

export const runInTenant = <T>(tenant: TenantInfo, work: () => T): T => storage.run(tenant, work)

export const connectionNameOf = ({ slug, copy }: { slug: string; copy?: string }) =>
  copy ? `tenant:${slug}:${copy}` : `tenant:${slug}`
