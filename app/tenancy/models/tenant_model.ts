import { BaseModel } from '@adonisjs/lucid/orm'
import { ensureTenantConnection } from '#tenancy/connections'
import { requireTenant } from '#tenancy/context'

/** Base of all models of a province: the connection is that of the running tenant. */
export default class TenantModel extends BaseModel {
  static get connection() {
    return ensureTenantConnection(requireTenant())
  }

  static set connection(_: string | undefined) {
    throw new Error('tenant models take their connection from the tenant context')
  }
}
