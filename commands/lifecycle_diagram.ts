import { writeFile } from 'node:fs/promises'
import { BaseCommand } from '@adonisjs/core/ace'

export default class LifecycleDiagram extends BaseCommand {
  static commandName = 'lifecycle:diagram'
  static description = '由流转表生成 docs/lifecycle.md 的状态图'

  async run() {
    const { lifecyclePage } = await import('#lifecycle/diagram')
    await writeFile(this.app.makePath('docs/lifecycle.md'), lifecyclePage())
    this.logger.success('docs/lifecycle.md')
  }
}
