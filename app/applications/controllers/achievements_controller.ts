import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import carryOver from '#applications/actions/carry_over'
import { ownApplication } from '#applications/actions/save_section'
import { listAchievements } from '#applications/queries/list_achievements'
import { carryOverValidator } from '#applications/validators/application'
import { currentRuleset } from '#batches/queries/rulesets'
import { page } from '#web/page'
import { actorContext } from '#web/actor'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** What a person handed in over the years: papers, projects, certificates, picked again instead of typed again. */
export default class AchievementsController {
  async index({ inertia, request, actor }: HttpContext) {
    if (!actor!.personId) throw new NotFound()
    const filters = filtersOf(request, ['section', 'title'] as const)
    const { ruleset } = await currentRuleset()
    return page(inertia, 'applicant/achievements/index', {
      filters,
      sections: ruleset.application.sections
        .filter(({ kind }) => kind === 'records')
        .map(({ id, title }) => ({ value: id, label: title })),
      achievements: await listAchievements(actor!.personId, filters, pageOf(request)),
    })
  }

  /** Those of one section, to pick from. */
  async pick(ctx: HttpContext) {
    const application = await ownApplication(actorContext(ctx), Number(ctx.params.id))
    const filters = { section: String(ctx.params.section) }
    return ctx.response.json(
      await listAchievements(application.personId, filters, pageOf(ctx.request))
    )
  }

  async carryOver(ctx: HttpContext) {
    const { ids } = await ctx.request.validateUsing(carryOverValidator)
    const carried = await carryOver(actorContext(ctx), {
      applicationId: Number(ctx.params.id),
      section: String(ctx.params.section),
      ids,
    })
    return done(ctx, { message: `已带入 ${carried.records.length} 条`, data: carried })
  }

  async destroy(ctx: HttpContext) {
    const gone = await db
      .from('achievements')
      .where({ id: Number(ctx.params.id), person_id: ctx.actor!.personId ?? 0 })
      .delete()
    if (Number(gone) === 0) throw new NotFound()
    return done(ctx, { message: '已从业绩档案中删除；已提交的申报不受影响' })
  }
}
