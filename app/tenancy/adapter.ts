import { RuntimeException } from '@adonisjs/core/exceptions'
import { Adapter } from '@adonisjs/lucid/orm'
import type { LucidModel, LucidRow, ModelAdapterOptions } from '@adonisjs/lucid/types/model'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { connectionNameOf, requireTenant } from '#tenancy/context'

export class TenantMismatchError extends RuntimeException {
  static code = 'E_TENANT_MISMATCH'
  static status = 500
}

/**
 * Every query of a tenant model passes here, whoever supplies the client: a client, a transaction or an instance
 * that belongs to another tenant than the running one is refused, and so is having no tenant.
 */
export class TenantAdapter extends Adapter {
  #guard<T extends { connectionName: string }>(client: T): T {
    const wanted = connectionNameOf(requireTenant())
    if (client.connectionName !== wanted)
      throw new TenantMismatchError(`client of "${client.connectionName}" used in "${wanted}"`)
    return client
  }

  modelConstructorClient(model: LucidModel, options?: ModelAdapterOptions): QueryClientContract {
    return this.#guard(super.modelConstructorClient(model, options))
  }

  modelClient(instance: LucidRow): QueryClientContract {
    const client = this.#guard(super.modelClient(instance) as QueryClientContract)
    // an instance made by create() or save() remembers its database from here on
    if (!instance.$options?.connection)
      instance.$options = { ...instance.$options, connection: client.connectionName }
    return client
  }
}
