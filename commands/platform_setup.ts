import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class PlatformSetup extends BaseCommand {
  static commandName = 'platform:setup'
  static description = '建立平台库与各省数据库，运行迁移，发布规则，载入演示数据（可重复运行）'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { default: setUp } = await import('#platform/set_up')
    await setUp((line) => this.logger.info(line))
  }
}
