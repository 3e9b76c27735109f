import type { HttpContext } from '@adonisjs/core/http'
import reviewExperts from '#committees/actions/review_experts'
import { countPending, listReviews } from '#committees/queries/list_experts'
import { decisionValidator } from '#committees/validators/expert'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { done } from '#web/reply'

/** 评委材料审核: profiles handed in, decided singly or in bulk (HB-49, HB-65). */
export default class ExpertReviewsController {
  async index({ request, inertia, actor }: HttpContext) {
    const tab = request.input('tab') === 'done' ? 'done' : 'pending'
    const filters = filtersOf(request, ['name', 'unit', 'specialty'])
    return page(inertia, 'office/experts/reviews', {
      tab,
      filters,
      pending: await countPending(actor!),
      experts: await listReviews(actor!, { tab, filters, page: pageOf(request) }),
    })
  }

  async decide(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(decisionValidator)
    const count = await reviewExperts(actorContext(ctx), input)
    return done(ctx, {
      message: `已${input.decision === 'approve' ? '通过' : '退回'} ${count} 位专家`,
    })
  }
}
