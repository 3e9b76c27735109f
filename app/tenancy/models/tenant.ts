import { column, hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import type { TenantInfo } from '#tenancy/context'
import { openPlatformValue } from '#tenancy/crypto'
import PlatformModel from '#tenancy/models/platform_model'
import TenantHost from '#tenancy/models/tenant_host'

export default class Tenant extends PlatformModel {
  @column({ isPrimary: true }) declare id: number
  @column() declare slug: string
  @column() declare name: string
  @column() declare province: string
  @column() declare database: string
  @column() declare dbUser: string
  @column({ serializeAs: null }) declare dbPasswordSealed: Buffer
  @column() declare status: 'active' | 'suspended'
  @column() declare suspendedReason: string | null
  @column() declare daysAhead: number
  @column() declare storageQuotaMb: number | null
  @column.dateTime({ autoCreate: true }) declare createdAt: DateTime

  @hasMany(() => TenantHost) declare hosts: HasMany<typeof TenantHost>

  info(): TenantInfo {
    return {
      id: this.id,
      slug: this.slug,
      name: this.name,
      province: this.province,
      database: this.database,
      daysAhead: this.daysAhead ?? 0,
      storageQuotaMb: this.storageQuotaMb ?? null,
      login: {
        user: this.dbUser,
        password: openPlatformValue('tenants.db_password', this.slug, this.dbPasswordSealed),
      },
    }
  }
}
