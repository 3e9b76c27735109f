import { randomBytes } from 'node:crypto'
import { tenantDatabase, tenantUser } from '#config/database'
import { closeTenantConnection } from '#tenancy/connections'
import { sealPlatformValue } from '#tenancy/crypto'
import { asServer, migrateTenant } from '#tenancy/migrate'
import Tenant from '#tenancy/models/tenant'
import { forgetTenants } from '#tenancy/resolver'
import { storageOf } from '#tenancy/storage'

const SLUG = /^[a-z][a-z0-9-]{1,18}$/

/**
 * One database, one database user with rights on it alone, one storage folder, all migrations. Safe to repeat:
 * an existing tenant is brought up to date and its database password renewed.
 */
export default async function createTenant(input: {
  slug: string
  name: string
  province: string
  hosts?: string[]
  /** `suspended`: nobody and no job comes in before it is complete */
  status?: 'active' | 'suspended'
}): Promise<Tenant> {
  if (!SLUG.test(input.slug)) throw new Error(`租户标识不合规：${input.slug}`)
  const database = tenantDatabase(input.slug)
  const user = tenantUser(input.slug)
  const password = randomBytes(24).toString('base64url')
  await asServer(async (server) => {
    await server.rawQuery(
      'create database if not exists ?? character set utf8mb4 collate utf8mb4_unicode_520_ci',
      [database]
    )
    for (const host of ['localhost', '127.0.0.1', '%']) {
      await server.rawQuery('create user if not exists ?@? identified by ?', [user, host, password])
      await server.rawQuery('alter user ?@? identified by ?', [user, host, password])
      // an underscore in a grant stands for any letter unless it is escaped
      await server.rawQuery(
        `grant all privileges on \`${database.replaceAll('_', '\\_')}\`.* to ?@?`,
        [user, host]
      )
    }
  })
  const tenant = await Tenant.updateOrCreate(
    { slug: input.slug },
    {
      name: input.name,
      province: input.province,
      database,
      dbUser: user,
      dbPasswordSealed: sealPlatformValue('tenants.db_password', input.slug, password),
      status: input.status ?? 'active',
    }
  )
  for (const host of input.hosts ?? []) await tenant.related('hosts').firstOrCreate({ host }, {})
  await closeTenantConnection(tenant)
  forgetTenants()
  await storageOf(input.slug).prepare()
  await migrateTenant(tenant.info())
  return tenant
}
