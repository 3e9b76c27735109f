import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { logOperator } from '#platform/operator_log'
import { deadLetters, queueCounts, repeatAll } from '#platform/queries/queues'
import { repeatTask, startTask, taskCard } from '#platform/tasks/define_task'
import Tenant from '#tenancy/models/tenant'
import { page } from '#web/page'
import { paged, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** Long work of the instance, and what waits or was given up in the provinces' queues. */
export default class TasksController {
  async index({ inertia, request }: HttpContext) {
    const query = db.connection('platform').from('operator_tasks').orderBy('id', 'desc')
    const found = await paged<Record<string, any>>(query as never, pageOf(request))
    return page(inertia, 'operator/tasks', {
      tasks: { meta: found.meta, data: found.data.map(taskCard) },
    })
  }

  async migrate(ctx: HttpContext) {
    await startTask(ctx.actor!, { kind: 'migrate_all', label: '升级全部租户的数据库' })
    await logOperator(ctx.actor!, { action: '升级全部数据库' })
    return done(ctx, { message: '升级已排队', to: '/operator/tasks' })
  }

  async repeat(ctx: HttpContext) {
    await repeatTask(Number(ctx.params.id))
    return done(ctx, { message: '已重新排队' })
  }

  async queues({ inertia }: HttpContext) {
    return page(inertia, 'operator/queues', {
      counts: await queueCounts(),
      letters: await deadLetters(),
    })
  }

  async repeatAll(ctx: HttpContext) {
    const tenant = await Tenant.findBy('slug', ctx.params.slug)
    if (!tenant) throw new NotFound('没有这个租户。')
    const count = await repeatAll(tenant)
    await logOperator(ctx.actor!, {
      action: '重新执行任务',
      tenant: tenant.slug,
      detail: `全部 ${count} 项`,
    })
    return done(ctx, { message: `已重新开始 ${count} 项任务` })
  }
}
