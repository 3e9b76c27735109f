import { column } from '@adonisjs/lucid/orm'
import TenantModel from '#tenancy/models/tenant_model'

export default class AccountRole extends TenantModel {
  @column({ isPrimary: true }) declare accountId: number
  @column() declare role: string
}
