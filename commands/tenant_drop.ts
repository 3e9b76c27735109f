import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class TenantDrop extends BaseCommand {
  static commandName = 'tenant:drop'
  static description = '删除一个租户的数据库、数据库用户和全部文件'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: '租户标识' }) declare slug: string
  @flags.boolean({ description: '确认删除' }) declare yes: boolean

  async run() {
    if (!this.yes) {
      this.logger.error('数据会全部删除且不能恢复；请先备份，确认请加 --yes')
      this.exitCode = 1
      return
    }
    const { default: dropTenant } = await import('#tenancy/actions/drop_tenant')
    await dropTenant(this.slug)
    this.logger.success(`${this.slug} 已删除`)
  }
}
