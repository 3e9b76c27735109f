import type { HttpContext } from '@adonisjs/core/http'
import { answerLink, cancelLink, changeLink, proposeLink } from '#approvals/actions/links'
import { linksQuery, listLinks, waitingLinks } from '#approvals/queries/list_links'
import { pathSetsOf } from '#approvals/queries/path_sets'
import { linkReasonValidator, linkValidator, ownLinkValidator } from '#approvals/validators/links'
import { currentRuleset } from '#batches/queries/rulesets'
import { levelOptions } from '#catalogue/queries/tree'
import { LEVEL_LABELS } from '#province/facts'
import { actorContext } from '#web/actor'
import { everyRowBy, xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

const OWN_FILTERS = ['pathSet', 'level', 'status', 'name'] as const
const ALL_FILTERS = ['level', 'lower', 'lowerKind', 'upper', 'status'] as const

/** Links of the approval network: by the bodies at their ends (HU-26, HU-27) and by the administrator (HU-36…40). */
export default class LinksController {
  async own(ctx: HttpContext) {
    const own = ctx.actor!.organizationId
    if (own === null) throw new NotFound()
    const filters = filtersOf(ctx.request, OWN_FILTERS)
    const tab = ctx.request.input('tab') === 'upper' ? 'upper' : 'lower'
    const { ruleset } = await currentRuleset()
    const { name, ...filter } = filters
    return page(ctx.inertia, 'office/paths/links', {
      ...shared(ruleset),
      tab,
      filters,
      isCommittee: ctx.actor!.committeeId !== null,
      waiting: await waitingLinks(own),
      links: await listLinks(
        { ...filter, [tab]: name },
        pageOf(ctx.request),
        (query) => void query.where(tab === 'lower' ? 'l.upper_id' : 'l.lower_id', own)
      ),
    })
  }

  async propose(ctx: HttpContext) {
    const { pathSet, level, side, otherId } = await ctx.request.validateUsing(ownLinkValidator)
    const actor = actorContext(ctx)
    const own = actor.actor.organizationId
    if (own === null) throw new NotFound()
    const ends =
      side === 'lower' ? { lowerId: otherId, upperId: own } : { lowerId: own, upperId: otherId }
    const status = await proposeLink(
      actor,
      { pathSet, level: level ?? '', ...ends },
      side === 'lower' ? 'upper' : 'lower'
    )
    return done(ctx, {
      message: status === 'confirmed' ? '对方已提出过，路径已接通' : '已提出，等待对方确认',
      to: `/path-links?tab=${side}`,
    })
  }

  async confirm(ctx: HttpContext) {
    await answerLink(actorContext(ctx), Number(ctx.params.id), { confirmed: true })
    return done(ctx, { message: '确认成功' })
  }

  async refuse(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(linkReasonValidator)
    await answerLink(actorContext(ctx), Number(ctx.params.id), { confirmed: false, reason })
    return done(ctx, { message: '已拒绝' })
  }

  async cancel(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(linkReasonValidator)
    await cancelLink(actorContext(ctx), Number(ctx.params.id), reason, 'upper')
    return done(ctx, { message: '已注销' })
  }

  async network(ctx: HttpContext) {
    const { ruleset } = await currentRuleset()
    const { pathSets, ...rest } = shared(ruleset)
    const asked = String(ctx.request.input('set', ''))
    const set = pathSets.find(({ value }) => value === asked) ?? pathSets[0] ?? null
    const filters = filtersOf(ctx.request, ALL_FILTERS)
    return page(ctx.inertia, 'tenant_admin/paths/index', {
      ...rest,
      pathSets,
      set: set?.value ?? null,
      filters,
      links: await listLinks(
        { ...filters, status: filters.status ?? 'confirmed', pathSet: set?.value ?? '-' },
        pageOf(ctx.request)
      ),
    })
  }

  async export(ctx: HttpContext) {
    const { pathSets, kinds } = shared((await currentRuleset()).ruleset)
    const set = pathSets.find(({ value }) => value === ctx.request.input('set')) ?? pathSets[0]
    const filters = filtersOf(ctx.request, ALL_FILTERS)
    const kind = new Map(kinds.map(({ value, label }) => [value, label]))
    return xlsxReply<Record<string, any>>(ctx, {
      name: set?.label ?? '审核路径',
      columns: [
        { title: '下级机构代码', value: (row) => row.lower_code },
        { title: '下级机构', value: (row) => row.lower, width: 36 },
        { title: '下级节点类型', value: (row) => kind.get(row.lower_kind) },
        { title: '上级机构代码', value: (row) => row.upper_code },
        { title: '上级机构', value: (row) => row.upper, width: 36 },
        { title: '职称等级', value: (row) => LEVEL_LABELS[row.level] ?? '全部' },
      ],
      rows: everyRowBy(
        linksQuery({
          ...filters,
          status: filters.status ?? 'confirmed',
          pathSet: set?.value ?? '-',
        }) as never,
        'l.id',
        'desc'
      ),
    })
  }

  async store(ctx: HttpContext) {
    const { level, ...link } = await ctx.request.validateUsing(linkValidator)
    await proposeLink(actorContext(ctx), { ...link, level: level ?? '' }, 'admin')
    return done(ctx, { message: '下级机构已新增' })
  }

  async update(ctx: HttpContext) {
    const { level, ...link } = await ctx.request.validateUsing(linkValidator)
    await changeLink(actorContext(ctx), Number(ctx.params.id), { ...link, level: level ?? '' })
    return done(ctx, { message: '已保存' })
  }

  async remove(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(linkReasonValidator)
    await cancelLink(actorContext(ctx), Number(ctx.params.id), reason, 'admin')
    return done(ctx, { message: '已注销' })
  }
}

const shared = (ruleset: Awaited<ReturnType<typeof currentRuleset>>['ruleset']) => ({
  pathSets: pathSetsOf(ruleset),
  levels: levelOptions(),
  kinds: ruleset.organizations.kinds.map(({ id, label, core }) => ({ value: id, label, core })),
})
