import type { ApplicationService } from '@adonisjs/core/types'
import { requireTenant } from '#tenancy/context'

/**
 * The default Lucid connection is the tenant of the running context: `db.from`, transactions and raw queries follow
 * it and throw outside of a tenant. Platform data has to name its connection.
 */
export default class TenancyProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const db = await this.app.container.make('lucid.db')
    const { ensureTenantConnection } = await import('#tenancy/connections')
    const { TenantAdapter } = await import('#tenancy/adapter')
    const { default: TenantModel } = await import('#tenancy/models/tenant_model')
    TenantModel.$adapter = new TenantAdapter(db)
    Object.defineProperty(db, 'primaryConnectionName', {
      configurable: true,
      get: () => ensureTenantConnection(requireTenant()),
    })
  }
}
