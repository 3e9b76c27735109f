import { closeTenantConnection } from '#tenancy/connections'
import { asServer } from '#tenancy/migrate'
import Tenant from '#tenancy/models/tenant'
import { forgetTenants } from '#tenancy/resolver'
import { storageOf } from '#tenancy/storage'

/** Removes a province wholly: database, database user, files, hosts. */
export default async function dropTenant(slug: string) {
  const tenant = await Tenant.findByOrFail('slug', slug)
  await closeTenantConnection(tenant)
  await asServer(async (server) => {
    await server.rawQuery('drop database if exists ??', [tenant.database])
    for (const host of ['localhost', '127.0.0.1', '%'])
      await server.rawQuery('drop user if exists ?@?', [tenant.dbUser, host])
  })
  await storageOf(slug).removeAll()
  await tenant.delete()
  forgetTenants()
}
