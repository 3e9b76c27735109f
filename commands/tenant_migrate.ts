import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class TenantMigrate extends BaseCommand {
  static commandName = 'tenant:migrate'
  static description = '迁移一个租户，或全部租户'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: '租户标识', required: false }) declare slug?: string

  async run() {
    const { default: Tenant } = await import('#tenancy/models/tenant')
    const { migrateTenant } = await import('#tenancy/migrate')
    const query = Tenant.query().orderBy('id')
    if (this.slug) query.where('slug', this.slug)
    for (const tenant of await query)
      this.logger.info(`${tenant.slug}: ${await migrateTenant(tenant.info())} 个迁移`)
  }
}
