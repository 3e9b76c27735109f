import { column, hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import AccountRole from '#identity/models/account_role'
import TenantModel from '#tenancy/models/tenant_model'

export default class Account extends TenantModel {
  @column({ isPrimary: true }) declare id: number
  @column() declare login: string
  @column() declare kind: 'applicant' | 'staff' | 'committee' | 'expert' | 'tenant_admin'
  @column() declare name: string
  @column() declare personId: number | null
  @column() declare organizationId: number | null
  @column() declare committeeId: number | null
  @column() declare expertId: number | null
  @column() declare meetingId: number | null
  @column() declare year: number
  @column({ serializeAs: null }) declare password: string | null
  @column({ consume: Boolean }) declare mustChangePassword: boolean
  @column.dateTime() declare passwordSetAt: DateTime | null
  @column({ serializeAs: null }) declare activationHash: string | null
  @column.dateTime() declare activationExpiresAt: DateTime | null
  @column() declare status: 'pending' | 'active' | 'disabled'
  @column() declare failedAttempts: number
  @column.dateTime() declare lockedUntil: DateTime | null
  @column() declare sessionEpoch: number
  @column.dateTime() declare lastSignedInAt: DateTime | null
  @column() declare createdBy: number | null
  @column.dateTime({ autoCreate: true }) declare createdAt: DateTime
  @column.dateTime({ autoCreate: true, autoUpdate: true }) declare updatedAt: DateTime | null

  @hasMany(() => AccountRole) declare roles: HasMany<typeof AccountRole>
}
