import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import TenantModel from '#tenancy/models/tenant_model'

export default class Committee extends TenantModel {
  @column({ isPrimary: true }) declare id: number
  @column() declare code: string
  @column() declare name: string
  @column() declare level: string
  @column() declare seriesCode: string
  /** the body that set it up (承办部门) */
  @column() declare organizationId: number
  /** the node of the approval network that stands for it */
  @column() declare officeId: number | null
  @column() declare size: number
  @column() declare validFrom: string
  @column() declare validUntil: string
  @column() declare status: 'active' | 'cancelled'
  /** number under which it is filed (R3) */
  @column() declare filingNumber: string | null
  @column() declare version: number
  @column.dateTime({ autoCreate: true }) declare createdAt: DateTime
}
