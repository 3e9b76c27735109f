import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import review, { holdsItem } from '#approvals/actions/review'
import {
  WORK_FILTERS,
  WORK_TABS,
  countWork,
  listWork,
  type WorkTab,
} from '#approvals/queries/list_work'
import { bulkValidator, phraseValidator, reviewValidator } from '#approvals/validators/review'
import Application from '#applications/models/application'
import { applicationCard } from '#applications/queries/application_card'
import { applicationFile } from '#applications/queries/application_file'
import { rulesetById } from '#batches/queries/rulesets'
import { timeline } from '#lifecycle/timeline'
import { page } from '#web/page'
import { actorContext, type ActorContext } from '#web/actor'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'

export default class ReviewsController {
  async index({ inertia, request, actor }: HttpContext) {
    const asked = request.input('tab')
    const tab: WorkTab = WORK_TABS.includes(asked) ? asked : 'open'
    const filters = filtersOf(request, WORK_FILTERS)
    const [work, counts] = await Promise.all([
      listWork(actor!, tab, filters, pageOf(request)),
      countWork(actor!),
    ])
    if (request.accepts(['html', 'json']) === 'json' && !request.header('x-inertia')) return work
    return page(inertia, 'office/reviews/index', { tab, filters, counts, work })
  }

  async show(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const application = await visibleApplication(actor, Number(ctx.params.id))
    const { ruleset } = await rulesetById(application.rulesetId)
    const item = await db
      .from('work_items')
      .where('application_id', application.id)
      .whereIn('status', ['open', 'held'])
      .first()
    const phrases = await db
      .from('stock_phrases')
      .where('account_id', actor.actor.accountId!)
      .orderBy('id')
      .select('id', 'text')
    const mine = item ? holdsItem(actor, item) : false
    return page(ctx.inertia, 'office/reviews/show', {
      application: await applicationCard(application),
      file: await applicationFile(application, 'authority'),
      timeline: await timeline(application, 'office'),
      task: mine ? (item.task as string) : null,
      held: item?.status === 'held',
      canHold: ruleset.approvals.hold,
      returnPolicy: ruleset.approvals.returnPolicy,
      publicityDays: ruleset.approvals.unitPublicityWorkingDays,
      phrases,
    })
  }

  async decide(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(reviewValidator)
    const application = await review(
      actorContext(ctx),
      Number(ctx.params.id),
      input as never,
      input.version
    )
    const next = application.route[application.routeStep]
    const message = {
      approve:
        application.stage === 'qualified'
          ? '已通过，资格审核完成'
          : `已通过，转${next?.organizationName ?? ''}（${next?.label ?? ''}）`,
      return:
        application.stage === 'returned'
          ? `已退回申报人，请其于 ${application.dueOn} 前修改`
          : `已退回${next?.organizationName ?? ''}`,
      hold: '已转入审核待定',
      resume: '已恢复审核',
      unit_publicity: '单位公示已登记',
    }[input.decision]
    return done(ctx, { message, to: '/reviews' })
  }

  /** Several cases with one opinion (HB-16, HB-17): each is decided by itself, and the answer says how it went. */
  async decideMany(ctx: HttpContext) {
    const { ids, decision, opinion } = await ctx.request.validateUsing(bulkValidator)
    const actor = actorContext(ctx)
    let decided = 0
    const refused: string[] = []
    for (const id of ids) {
      try {
        await review(actor, id, { decision, opinion })
        decided++
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        refused.push(error.message)
      }
    }
    return done(ctx, {
      message:
        refused.length === 0
          ? `已处理 ${decided} 份`
          : `已处理 ${decided} 份，${refused.length} 份未处理：${refused[0]}`,
    })
  }

  async addPhrase(ctx: HttpContext) {
    const { text } = await ctx.request.validateUsing(phraseValidator)
    const [id] = await db.table('stock_phrases').insert({ account_id: ctx.actor!.accountId, text })
    return done(ctx, { message: '常用意见已保存', data: { id, text } })
  }

  async removePhrase(ctx: HttpContext) {
    await db
      .from('stock_phrases')
      .where({ id: Number(ctx.params.id), account_id: ctx.actor!.accountId })
      .delete()
    return done(ctx, { message: '常用意见已删除' })
  }
}

/** A case that is or was on the desk of the actor's body, or of a body below it. */
async function visibleApplication({ actor }: ActorContext, id: number): Promise<Application> {
  const application = await Application.find(id)
  if (!application || application.stage === 'draft') throw new NotFound()
  if (application.organizationId === actor.organizationId) return application
  if (application.route.some(({ organizationId }) => organizationId === actor.organizationId))
    return application
  throw new NotFound()
}
