import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class InvariantsCheck extends BaseCommand {
  static commandName = 'invariants:check'
  static description = '检查数据是否符合流转规则，列出不符合的申报'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: '租户标识', required: false }) declare slug?: string

  async run() {
    const { activeTenants } = await import('#tenancy/resolver')
    const { runInTenant } = await import('#tenancy/context')
    const { brokenInvariants } = await import('#lifecycle/invariants')
    for (const tenant of await activeTenants()) {
      if (this.slug && tenant.slug !== this.slug) continue
      const broken = Object.entries(await runInTenant(tenant, brokenInvariants))
      if (broken.length === 0) this.logger.success(`${tenant.slug}：全部符合`)
      for (const [name, ids] of broken) {
        this.logger.error(`${tenant.slug}：不符合“${name}” ${ids.slice(0, 20).join(', ')}`)
        this.exitCode = 1
      }
    }
  }
}
