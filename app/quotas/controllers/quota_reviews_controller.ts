import type { HttpContext } from '@adonisjs/core/http'
import { subordinate } from '#organizations/scope'
import { lowerBodies } from '#organizations/queries/list_organizations'
import decideQuota from '#quotas/actions/decide_quota'
import saveQuota from '#quotas/actions/save_quota'
import {
  QUOTA_FILTERS,
  quotaQuery,
  quotasToReview,
  quotaWords,
  type QuotaRow,
} from '#quotas/queries/list_quotas'
import { quotaChoices } from '#quotas/queries/quota_choices'
import { quotaDecisionValidator, setQuotaValidator } from '#quotas/validators/quota'
import { everyRowBy, xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { actorContext } from '#web/actor'
import { filtersOf, paged, pageOf } from '#web/paging'
import { done } from '#web/reply'

const STATUS: Record<string, string> = {
  submitted: '待审核',
  approved: '审核通过',
  refused: '审核不通过',
}

export default class QuotaReviewsController {
  /** 职数审核: what the units below apply for (HU-25). */
  async index({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, QUOTA_FILTERS)
    const query = quotasToReview(actor!, filters)
    const found = await paged<Record<string, unknown>>(query as never, pageOf(request))
    const lower = actor!.organizationId ? await lowerBodies(actor!.organizationId) : []
    return page(inertia, 'unit/quotas/reviews', {
      filters: filters as Record<string, string>,
      choices: await quotaChoices(),
      units: lower.map(({ id, name }) => ({ value: id, label: name })),
      quotas: { meta: found.meta, data: found.data.map(await quotaWords()) },
    })
  }

  /** The superior sets a lower unit's quota without an application. */
  async store(ctx: HttpContext) {
    const { organizationId, ...input } = await ctx.request.validateUsing(setQuotaValidator)
    const actor = actorContext(ctx)
    const unit = await subordinate(actor.actor, organizationId)
    await saveQuota(actor, unit, input, { isSetAbove: true })
    return done(ctx, { message: `${unit.name}的职数已下达` })
  }

  async decide(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(quotaDecisionValidator)
    await decideQuota(actorContext(ctx), Number(ctx.params.id), input)
    return done(ctx, { message: input.decision === 'approved' ? '审核通过' : '审核不通过' })
  }

  /** 职数申报查询 (HU-72). */
  async all({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, QUOTA_FILTERS)
    const query = within(quotaQuery(filters), actor!)
    const found = await paged<Record<string, unknown>>(query as never, pageOf(request))
    return page(inertia, 'unit/quotas/all', {
      filters: filters as Record<string, string>,
      categories: (await quotaChoices()).categories,
      quotas: { meta: found.meta, data: found.data.map(await quotaWords()) },
    })
  }

  async export(ctx: HttpContext) {
    const filters = filtersOf(ctx.request, QUOTA_FILTERS)
    const words = await quotaWords()
    const { categories } = await quotaChoices()
    return xlsxReply<QuotaRow>(ctx, {
      name: '职数申报',
      rows: worded(
        everyRowBy(within(quotaQuery(filters), ctx.actor!) as never, 'q.id', 'desc'),
        words
      ),
      columns: [
        { title: '年度', value: (row) => row.year },
        { title: '申报单位', value: (row) => row.unit },
        { title: '申报专业', value: (row) => row.specialtyName },
        { title: '评审职数类别', value: (row) => row.kindLabel },
        { title: '核准的评审总职数', value: (row) => row.approvedTotal },
        { title: '申报评审职数', value: (row) => row.asked },
        ...categories.map(({ value, label }) => ({
          title: label,
          value: (row: QuotaRow) => row.posts[value] ?? 0,
        })),
        { title: '实际交材料数', value: (row) => row.materials },
        { title: '状态', value: (row) => STATUS[row.status] },
        { title: '审核意见', value: (row) => row.opinion },
      ],
    })
  }
}

async function* worded(
  rows: AsyncIterable<Record<string, unknown>>,
  words: (row: Record<string, unknown>) => QuotaRow
) {
  for await (const row of rows) yield words(row)
}

/** Those of one's own body and of all below it. */
const within = (
  query: ReturnType<typeof quotaQuery>,
  { organizationId }: NonNullable<HttpContext['actor']>
) =>
  organizationId === null
    ? query
    : query.whereRaw(
        "o.tree like concat((select own.tree from organizations own where own.id = ?), '%')",
        [organizationId]
      )
