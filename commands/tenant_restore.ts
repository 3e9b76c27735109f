import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class TenantRestore extends BaseCommand {
  static commandName = 'tenant:restore'
  static description = '用备份文件替换一个租户的全部数据和文件'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: '租户标识' }) declare slug: string
  @args.string({ description: '备份文件' }) declare file: string
  @flags.boolean({ description: '确认替换现有数据' }) declare yes: boolean

  async run() {
    if (!this.yes) return this.fail('现有数据会被替换；确认请加 --yes')
    const { default: Tenant } = await import('#tenancy/models/tenant')
    const { default: restoreTenant } = await import('#tenancy/actions/restore_tenant')
    const tenant = await Tenant.findByOrFail('slug', this.slug)
    await restoreTenant(tenant.info(), this.file)
    this.logger.success(`${tenant.name}已恢复`)
  }

  fail(message: string) {
    this.logger.error(message)
    this.exitCode = 1
  }
}
