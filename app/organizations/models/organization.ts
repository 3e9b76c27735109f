import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import TenantModel from '#tenancy/models/tenant_model'

/** A body of the province: unit, department, title office, agency, committee office. */
export default class Organization extends TenantModel {
  @column({ isPrimary: true }) declare id: number
  @column() declare code: string
  @column() declare name: string
  /** the name that stands on certificates (HU-32) */
  @column() declare printedName: string
  @column() declare kind: string
  @column() declare parentId: number | null
  @column() declare tree: string
  @column() declare regionCode: string | null
  @column() declare creditCode: string | null
  @column({ consume: Boolean }) declare isFinal: boolean
  @column() declare issuerCode: string | null
  @column({
    prepare: (value) => JSON.stringify(value),
    consume: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
  })
  declare attributes: Record<string, unknown>
  @column() declare status: 'active' | 'cancelled'
  @column.dateTime({ autoCreate: true }) declare createdAt: DateTime
  @column.dateTime({ autoCreate: true, autoUpdate: true }) declare updatedAt: DateTime | null

  /** Ids from the root to this one. */
  lineage() {
    return this.tree.split('/').filter(Boolean).map(Number)
  }
}
