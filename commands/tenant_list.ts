import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class TenantList extends BaseCommand {
  static commandName = 'tenant:list'
  static description = '列出全部租户'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { default: Tenant } = await import('#tenancy/models/tenant')
    const table = this.ui.table().head(['标识', '名称', '插件', '数据库', '状态', '另外的域名'])
    for (const tenant of await Tenant.query().preload('hosts').orderBy('id'))
      table.row([
        tenant.slug,
        tenant.name,
        tenant.province,
        tenant.database,
        tenant.status,
        tenant.hosts.map(({ host }) => host).join(' '),
      ])
    table.render()
  }
}
