import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class OperatorInvite extends BaseCommand {
  static commandName = 'operator:invite'
  static description = '开设运维账号，或为已有账号重新发放一次性激活码'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: '登录名' }) declare login: string
  @args.string({ description: '姓名' }) declare name: string

  async run() {
    const { inviteOperator } = await import('#identity/operator_session')
    const secret = await inviteOperator({ login: this.login, name: this.name })
    this.logger.success(
      `${this.name}（${this.login}）的激活码：${secret}（三天内有效，只显示一次）`
    )
  }
}
