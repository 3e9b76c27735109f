import { readFile, writeFile } from 'node:fs/promises'
import { BaseCommand } from '@adonisjs/core/ace'

export default class RulesPoints extends BaseCommand {
  static commandName = 'rules:points'
  static description = '由规则的结构和默认值生成 ARCHITECTURE.md 中的差异点列表'

  async run() {
    const { withVariationPoints } = await import('#rules/variation_points')
    const path = this.app.makePath('ARCHITECTURE.md')
    await writeFile(path, withVariationPoints(await readFile(path, 'utf8')))
    this.logger.success('ARCHITECTURE.md')
  }
}
