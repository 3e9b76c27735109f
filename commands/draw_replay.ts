import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class DrawReplay extends BaseCommand {
  static commandName = 'draw:replay'
  static description = '按冻结的评委库和密钥重新计算一次抽取，核对名单'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: '抽取编号' }) declare number: string
  @args.string({ description: '租户标识', required: false }) declare slug?: string

  async run() {
    const { activeTenants } = await import('#tenancy/resolver')
    const { runInTenant } = await import('#tenancy/context')
    const { replayDraw } = await import('#evaluations/draws/actions')
    const { NotFound } = await import('#web/refusal')
    if (!/^\d+$/.test(this.number)) {
      this.logger.error('抽取编号是“抽取记录”中的数字，例如 draw:replay 3')
      this.exitCode = 1
      return
    }
    let found = false
    for (const tenant of await activeTenants()) {
      if (this.slug && tenant.slug !== this.slug) continue
      const result = await runInTenant(tenant, () => replayDraw(Number(this.number))).catch(
        (error) => {
          if (error instanceof NotFound) return null
          throw error
        }
      )
      if (!result) continue
      found = true
      const { keepsCommitment, sameList, sameMembers, drawn, commitment, revealed } = result
      this.logger.info(`${tenant.slug}：承诺值 ${commitment}，密钥 ${revealed ?? '尚未公布'}`)
      for (const [index, ids] of drawn.entries())
        this.logger.info(`第 ${index + 1} 项需求依次抽中专家 ${ids.join('、') || '（无）'}`)
      if (keepsCommitment && sameList && sameMembers)
        this.logger.success(`${tenant.slug}：与名单完全一致`)
      else {
        this.logger.error(
          `${tenant.slug}：${[
            keepsCommitment ? '' : '密钥与承诺值不符',
            sameList ? '' : '名单与重新计算的结果不一致',
            sameMembers ? '' : '会议评委与名单不一致',
          ]
            .filter(Boolean)
            .join('；')}`
        )
        this.exitCode = 1
      }
    }
    if (!found) {
      this.logger.error('没有这次抽取，或者还没有抽取')
      this.exitCode = 1
    }
  }
}
