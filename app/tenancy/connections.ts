import db from '@adonisjs/lucid/services/db'
import { mysqlConnection, TENANT_POOL } from '#config/database'
import { connectionNameOf, type TenantInfo } from '#tenancy/context'

/** Registers (does not open) the connection of a tenant, under the tenant's own database user. */
export function ensureTenantConnection(tenant: TenantInfo): string {
  const name = connectionNameOf(tenant)
  if (!db.manager.has(name))
    db.manager.add(name, {
      client: 'mysql2',
      connection: mysqlConnection(tenant.database, tenant.login),
      pool: TENANT_POOL,
      migrations: { naturalSort: true, paths: ['database/tenant'] },
    })
  return name
}

export async function closeTenantConnection(tenant: { slug: string; copy?: string }) {
  const name = connectionNameOf(tenant)
  if (db.manager.has(name)) await db.manager.close(name, true)
}
