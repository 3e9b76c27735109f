import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class AuditVerify extends BaseCommand {
  static commandName = 'audit:verify'
  static description = '核对各租户审计日志的哈希链'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { activeTenants } = await import('#tenancy/resolver')
    const { runInTenant } = await import('#tenancy/context')
    const { firstBrokenEntry } = await import('#audit/audit')
    for (const tenant of await activeTenants()) {
      const broken = await runInTenant(tenant, firstBrokenEntry)
      if (broken === null) this.logger.success(`${tenant.slug}：完整`)
      else {
        this.logger.error(`${tenant.slug}：第 ${broken} 条被改动或缺失`)
        this.exitCode = 1
      }
    }
  }
}
