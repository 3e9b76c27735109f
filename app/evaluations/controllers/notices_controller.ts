import type { HttpContext } from '@adonisjs/core/http'
import { interviewNotices, sendNotices } from '#evaluations/draws/notices'
import { listDrawable } from '#evaluations/plans/list_plans'
import { officePlan } from '#evaluations/plans/plan'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { done } from '#web/reply'

/** 面试通知 (HU-13): when and where each participant is interviewed, told to him and printed. */
export default class NoticesController {
  async index({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, ['name', 'committee', 'kind'])
    return page(inertia, 'office/notices/index', {
      filters,
      plans: await listDrawable(actor!, { filters, page: pageOf(request) }),
    })
  }

  async show(ctx: HttpContext) {
    const plan = await officePlan(actorContext(ctx), Number(ctx.params.id))
    const filters = filtersOf(ctx.request, ['name', 'unit'])
    return page(ctx.inertia, 'office/notices/show', {
      filters,
      ...(await interviewNotices(plan, filters, pageOf(ctx.request))),
    })
  }

  async send(ctx: HttpContext) {
    const plan = await officePlan(actorContext(ctx), Number(ctx.params.id))
    const count = await sendNotices(actorContext(ctx), plan)
    return done(ctx, { message: `正在向 ${count} 位参评人员发送面试通知` })
  }
}
