import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class TenantCreate extends BaseCommand {
  static commandName = 'tenant:create'
  static description = '由省级插件建立一个租户：数据库、数据库用户、存储、迁移、规则'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: '租户标识，也是子域名' }) declare slug: string
  @flags.string({ description: '省级插件标识，默认与租户标识相同' }) declare province?: string
  @flags.string({ description: '名称，默认为省名' }) declare name?: string
  @flags.array({ description: '另外的域名' }) declare host?: string[]

  async run() {
    const { provinceOf } = await import('#province/registry')
    const { provision } = await import('#platform/set_up')
    const { default: createTenant } = await import('#tenancy/actions/create_tenant')
    const province = provinceOf(this.province ?? this.slug)
    const tenant = await createTenant({
      slug: this.slug,
      name: this.name ?? province.name,
      province: province.id,
      hosts: this.host,
    })
    await provision(tenant.info())
    this.logger.success(`${tenant.name}（${tenant.slug}）已建立，数据库 ${tenant.database}`)
  }
}
