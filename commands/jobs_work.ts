import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class JobsWork extends BaseCommand {
  static commandName = 'jobs:work'
  static description = '执行各省的后台任务，直到收到停止信号；正在执行的任务先做完'
  static options: CommandOptions = { startApp: true, staysAlive: true }

  @flags.number({ description: '同时执行的任务数', default: 4 }) declare concurrency: number

  async run() {
    await import('#start/jobs')
    const { startWorker } = await import('#jobs/worker')
    const worker = startWorker({ concurrency: this.concurrency, pauseMs: 300 })
    this.app.terminating(() => worker.stop())
  }
}
