import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class DemoSeed extends BaseCommand {
  static commandName = 'demo:seed'
  static description = '为压力测试生成申报：在演示数据之上，按相同的编号生成相同的虚构人员'
  static options: CommandOptions = { startApp: true }

  @flags.number({ description: '申报总数，平均分到各省' }) declare applications: number
  @flags.string({ description: '只为一个租户生成' }) declare tenant?: string

  async run() {
    const { activeTenants } = await import('#tenancy/resolver')
    const { runInTenant } = await import('#tenancy/context')
    const { default: seedApplications } = await import('#platform/demo/seed_applications')
    if (!(this.applications > 0)) {
      this.logger.error('请用 --applications=数量 指定要生成的申报数')
      this.exitCode = 1
      return
    }
    const tenants = (await activeTenants()).filter(
      ({ slug }) => !this.tenant || slug === this.tenant
    )
    for (const [index, tenant] of tenants.entries()) {
      const share =
        Math.floor(((index + 1) * this.applications) / tenants.length) -
        Math.floor((index * this.applications) / tenants.length)
      const since = Date.now()
      await runInTenant(tenant, () =>
        seedApplications(share, (made) =>
          this.logger.logUpdate(`${tenant.name}：${made} / ${share}`)
        )
      )
      this.logger.logUpdatePersist()
      this.logger.success(
        `${tenant.name}：${share} 份申报，${((Date.now() - since) / 1000).toFixed(1)} 秒`
      )
    }
  }
}
