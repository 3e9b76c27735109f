import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import TenantModel from '#tenancy/models/tenant_model'

/** A review meeting of a committee, worked through in one review mode. */
export default class Meeting extends TenantModel {
  @column({ isPrimary: true }) declare id: number
  @column() declare name: string
  @column() declare committeeId: number
  @column() declare batchId: number
  @column() declare rulesetId: number
  @column() declare reviewMode: string
  @column() declare flow: 'online' | 'offline'
  @column.dateTime() declare startsAt: DateTime
  @column.dateTime() declare endsAt: DateTime
  @column() declare place: string
  @column() declare staff: string | null
  @column() declare note: string | null
  @column() declare status: 'preparing' | 'in_session' | 'reported' | 'closed'
  @column() declare minutesFileId: number | null
  @column() declare version: number
  @column.dateTime({ autoCreate: true }) declare createdAt: DateTime
  @column.dateTime({ autoCreate: true, autoUpdate: true }) declare updatedAt: DateTime | null
}
