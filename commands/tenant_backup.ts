import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class TenantBackup extends BaseCommand {
  static commandName = 'tenant:backup'
  static description = '把一个租户的数据库和文件备份为一个文件'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: '租户标识' }) declare slug: string

  async run() {
    const { default: Tenant } = await import('#tenancy/models/tenant')
    const { default: backupTenant } = await import('#tenancy/actions/backup_tenant')
    const tenant = await Tenant.findByOrFail('slug', this.slug)
    this.logger.success(await backupTenant(tenant.info(), new Date()))
  }
}
