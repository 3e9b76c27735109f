import { column } from '@adonisjs/lucid/orm'
import PlatformModel from '#tenancy/models/platform_model'

/** A host of a province's own, beside `<slug>.BASE_DOMAIN`. */
export default class TenantHost extends PlatformModel {
  @column({ isPrimary: true }) declare id: number
  @column() declare tenantId: number
  @column() declare host: string
}
