import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import { currentSeries } from '#catalogue/queries/current_series'
import { committeeSlip } from '#committees/actions/committee_account'
import createCommittee, { updateCommittee } from '#committees/actions/create_committee'
import { COMMITTEE_TABS, listCommittees } from '#committees/queries/list_committees'
import { authorisedCommittee, authoriser } from '#committees/scope'
import { committeeChangeValidator, committeeValidator } from '#committees/validators/committee'
import { LEVEL_LABELS } from '#province/facts'
import { actorContext, today, type Actor } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { Forbidden, Refusal } from '#web/refusal'
import { done } from '#web/reply'

const FILTERS = ['name', 'code', 'level', 'series', 'organization'] as const

/** Committees a title office authorises in its own body and below (HB-45, HB-46); bodies that keep one see it. */
export default class CommitteesController {
  async index(ctx: HttpContext) {
    const { request, actor } = ctx
    const tab = COMMITTEE_TABS.find((each) => each === request.input('tab')) ?? 'active'
    const filters = filtersOf(request, FILTERS)
    const { ruleset } = await currentRuleset()
    const body = await authoriser(actor!)
    return page(ctx.inertia, 'office/committees/index', {
      tab,
      filters,
      authorises: body?.name ?? null,
      levels: Object.entries(LEVEL_LABELS).map(([value, label]) => ({ value, label })),
      series: (await currentSeries()).map(({ code, name, specialties }) => ({
        code,
        name,
        specialties,
      })),
      usesNetwork: ruleset.approvals.paths.some(({ kind }) => kind === 'network'),
      validityYears: ruleset.committees.validityYears,
      committees: await listCommittees(actor!, {
        tab,
        filters,
        today: today(actorContext(ctx)),
        page: pageOf(request),
      }),
    })
  }

  async store(ctx: HttpContext) {
    const { organization, office, ...input } = await ctx.request.validateUsing(committeeValidator)
    const acting = actorContext(ctx)
    const committee = await createCommittee(acting, {
      ...input,
      ...(await bodiesOf(acting.actor, organization, office)),
    })
    return done(ctx, {
      message: '评委会已建立，请把激活码交给评委会',
      data: { slips: [await committeeSlip(acting, committee)] },
    })
  }

  async update(ctx: HttpContext) {
    const { organization, office, ...input } =
      await ctx.request.validateUsing(committeeChangeValidator)
    const acting = actorContext(ctx)
    const committee = await authorisedCommittee(acting.actor, Number(ctx.params.id))
    await updateCommittee(acting, committee, {
      ...input,
      ...(await bodiesOf(acting.actor, organization, office)),
    })
    return done(ctx, { message: '评委会信息已保存' })
  }

  async reset(ctx: HttpContext) {
    const acting = actorContext(ctx)
    const committee = await authorisedCommittee(acting.actor, Number(ctx.params.id))
    return done(ctx, {
      message: '已重置，请把新的激活码交给评委会',
      data: { slips: [await committeeSlip(acting, committee)] },
    })
  }
}

/** Bodies by name; the one that sets the committee up stands at or below the authorising body. */
async function bodiesOf(actor: Actor, organization: string, office: string | null | undefined) {
  const own = await authoriser(actor)
  if (!own) throw new Forbidden('您的机构没有评委会创建权。')
  const below = () =>
    db.from('organizations').where('tree', 'like', `${own.tree}%`).where('status', 'active')
  const body = await below().where('name', organization).select('id').first()
  const node = office ? await below().where('name', office).select('id').first() : null
  const errors = [
    ...(body ? [] : [{ field: 'organization', message: '没有这个本级或下级单位，请从列表中选择' }]),
    ...(office && !node ? [{ field: 'office', message: '没有这个节点，请从列表中选择' }] : []),
  ]
  if (errors.length > 0) throw new Refusal('bodies', '请更正评委会信息', errors)
  return {
    organizationId: Number(body.id),
    ...(office !== undefined && { officeId: node ? Number(node.id) : null }),
  }
}
