import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import TenantModel from '#tenancy/models/tenant_model'

/** A yearly window for applications; pins the ruleset its applications are decided under. */
export default class Batch extends TenantModel {
  @column({ isPrimary: true }) declare id: number
  @column() declare year: number
  @column() declare name: string
  @column() declare rulesetId: number
  @column() declare committeeId: number | null
  @column.dateTime() declare opensAt: DateTime
  @column.dateTime() declare closesAt: DateTime
  @column() declare status: 'open' | 'closed'
  @column.dateTime({ autoCreate: true }) declare createdAt: DateTime
}
