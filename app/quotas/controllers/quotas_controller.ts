import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import Organization from '#organizations/models/organization'
import saveQuota from '#quotas/actions/save_quota'
import { QUOTA_FILTERS, quotaQuery, quotaWords } from '#quotas/queries/list_quotas'
import { quotaChoices } from '#quotas/queries/quota_choices'
import { quotaValidator } from '#quotas/validators/quota'
import { page } from '#web/page'
import { actorContext } from '#web/actor'
import { filtersOf, paged, pageOf } from '#web/paging'
import { Forbidden, NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** 职数申报: what one's own unit applies for (HU-24). */
export default class QuotasController {
  async index({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, QUOTA_FILTERS)
    const query = quotaQuery(filters).where('q.organization_id', actor!.organizationId ?? 0)
    const found = await paged<Record<string, unknown>>(query as never, pageOf(request))
    const words = await quotaWords()
    return page(inertia, 'unit/quotas/index', {
      filters: filters as Record<string, string>,
      choices: await quotaChoices(),
      quotas: { meta: found.meta, data: found.data.map(words) },
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(quotaValidator)
    await saveQuota(actorContext(ctx), await ownUnit(ctx), input)
    return done(ctx, { message: '职数申报已提交' })
  }

  async update(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(quotaValidator)
    const unit = await ownUnit(ctx)
    const id = Number(ctx.params.id)
    if (!(await db.from('post_quotas').where({ id, organization_id: unit.id }).first()))
      throw new NotFound()
    await saveQuota(actorContext(ctx), unit, input, { id })
    return done(ctx, { message: '职数申报已重新提交' })
  }
}

async function ownUnit({ actor }: HttpContext) {
  if (!actor!.organizationId) throw new Forbidden('只有单位账号可以申报职数。')
  return Organization.findOrFail(actor!.organizationId)
}
