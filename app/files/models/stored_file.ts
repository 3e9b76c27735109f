import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import TenantModel from '#tenancy/models/tenant_model'

export default class StoredFile extends TenantModel {
  static table = 'files'

  @column({ isPrimary: true }) declare id: number
  @column({ serializeAs: null }) declare key: string
  @column() declare name: string
  @column() declare mime: string
  @column() declare size: number
  @column({ columnName: 'sha256' }) declare sha256: string
  @column() declare purpose: string
  @column() declare ownerAccountId: number | null
  @column() declare applicationId: number | null
  @column() declare status: 'clean' | 'quarantined'
  @column.dateTime({ autoCreate: true }) declare createdAt: DateTime
}
