import type { HttpContext } from '@adonisjs/core/http'
import { currentRuleset } from '#batches/queries/rulesets'
import { MOST_CONFIRMED, confirmTitles, listConfirmable } from '#results/actions/confirm_titles'
import { PEOPLE_FILTERS } from '#results/queries/list_people'
import { confirmValidator } from '#results/validators/results'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { Refusal } from '#web/refusal'
import { done } from '#web/reply'

/** 初定、认定确认: where the way of a case ends without a committee (HU-52). */
export default class ConfirmationsController {
  async index({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, PEOPLE_FILTERS)
    const tab = request.input('tab') === 'done' ? 'done' : 'waiting'
    const { ruleset } = await currentRuleset()
    return page(inertia, 'office/confirmations/index', {
      tab,
      filters,
      series: ruleset.catalogue.series.map(({ code, name }) => ({ value: code, label: name })),
      people: await listConfirmable(actor!, tab === 'done', filters, pageOf(request)),
      most: MOST_CONFIRMED,
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(confirmValidator)
    const { confirmed, failures } = await confirmTitles(actorContext(ctx), input)
    if (confirmed === 0) throw new Refusal('confirm', failures.join('；'))
    const rest = failures.length > 0 ? `；${failures.length} 人未确认：${failures.join('；')}` : ''
    return done(ctx, { message: `已确认 ${confirmed} 人，可以生成证书编号${rest}` })
  }
}
