import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'

export default class MakeProvince extends BaseCommand {
  static commandName = 'make:province'
  static description = '建立一个省级插件：可通过约定检查、可演示的起点，并列入 config/provinces.ts'

  @args.string({ description: '标识：小写字母和数字，也是文件夹名、租户标识和子域名' })
  declare id: string
  @flags.string({ description: '省的名称' }) declare name?: string
  @flags.string({ description: '行政区划代码，六位' }) declare code?: string

  async run() {
    // a host has no underscore, a name of the code no hyphen
    if (!/^[a-z][a-z0-9]{1,18}$/.test(this.id))
      return this.#refuse('标识应为 2 至 19 个小写字母或数字，以字母开头。')
    const code = this.code ?? '990000'
    if (!/^\d{6}$/.test(code)) return this.#refuse('行政区划代码应为六位数字。')
    const folder = this.app.makePath('plugins', this.id)
    if (existsSync(folder)) return this.#refuse(`plugins/${this.id} 已经存在。`)
    const { provinceFiles } = await import('#platform/scaffold/province_files')
    const files = provinceFiles({
      id: this.id,
      name: this.name ?? this.id,
      divisionCode: code,
      year: new Date().getFullYear(),
    })
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
      this.logger.action(`create plugins/${this.id}/${path}`).succeeded()
    }
    await this.#list()
    this.logger.info(`检查：npm test -- contract；说明：docs/adding-a-province.md`)
  }

  /** The one line outside of the plugin. */
  async #list() {
    const path = this.app.makePath('config/provinces.ts')
    const text = await readFile(path, 'utf8')
    const entry = `  () => import('#plugins/${this.id}/index'),\n`
    if (!text.includes(entry)) await writeFile(path, text.replace(/^\]$/m, `${entry}]`))
    this.logger.action('update config/provinces.ts').succeeded()
  }

  #refuse(message: string) {
    this.logger.error(message)
    this.exitCode = 1
  }
}
