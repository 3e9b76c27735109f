import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import addExpert from '#committees/actions/add_expert'
import { recordCredit, releaseCredit } from '#committees/actions/credits'
import { issueSlips, waitingAccounts } from '#committees/actions/issue_slips'
import removeExpert from '#committees/actions/remove_expert'
import { expertFile } from '#committees/queries/expert_file'
import { listPool } from '#committees/queries/list_experts'
import { expertFor, keptBy, keptCommittee } from '#committees/scope'
import { expertValidator, reasonValidator, removalValidator } from '#committees/validators/expert'
import resetActivation from '#identity/actions/reset_activation'
import Account from '#identity/models/account'
import { LEVEL_LABELS } from '#province/facts'
import { actorContext, today } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'

/** The expert pools of a committee's account, or of the body that keeps committees (HB-47). */
export default class PoolController {
  async index(ctx: HttpContext) {
    const { request } = ctx
    const acting = actorContext(ctx)
    const filters = filtersOf(request, ['name', 'unit', 'specialty', 'status', 'committeeId'])
    const committees = db
      .from('committees as c')
      .where('c.status', 'active')
      .orderBy('c.id')
      .select('c.id', 'c.name')
    const { ruleset } = await currentRuleset()
    const [{ waiting }] = await waitingAccounts(acting.actor).count('* as waiting')
    return page(ctx.inertia, 'office/experts/index', {
      filters,
      committees: await keptBy(committees, acting.actor),
      levels: Object.entries(LEVEL_LABELS).map(([value, label]) => ({ value, label })),
      ownAccounts: ruleset.accounts.experts === 'own',
      waiting: Number(waiting),
      experts: await listPool(acting.actor, {
        filters,
        page: pageOf(request),
        today: today(acting),
      }),
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(expertValidator)
    const acting = actorContext(ctx)
    await keptCommittee(acting.actor, input.committeeId)
    const { slip } = await addExpert(acting, input)
    return done(ctx, {
      message: slip ? '专家已加入，请把激活码交给本人完善信息' : '专家已加入评委库',
      data: { slips: slip ? [slip] : [] },
    })
  }

  async show(ctx: HttpContext) {
    const acting = actorContext(ctx)
    const row = await expertFor(acting.actor, Number(ctx.params.id))
    return page(ctx.inertia, 'office/experts/show', {
      ...(await expertFile(row.id)),
      today: today(acting),
      mayDecide: row.status === 'pending' && acting.actor.can('experts.review'),
      mayKeep: acting.actor.can('committees.pool'),
    })
  }

  async reset(ctx: HttpContext) {
    const acting = actorContext(ctx)
    const { id } = await expertFor(acting.actor, Number(ctx.params.id))
    const account = await Account.findBy({ expertId: id, kind: 'expert', meetingId: null })
    if (!account) throw new NotFound('该专家没有本人账号。')
    const secret = await resetActivation(acting, account)
    return done(ctx, {
      message: '已重置，请把新的激活码交给本人',
      data: { slips: [{ name: account.name, login: account.login, secret }] },
    })
  }

  async slips(ctx: HttpContext) {
    const slips = await issueSlips(actorContext(ctx))
    if (slips.length === 0) throw new Refusal('none', '没有待激活的专家账号。')
    return done(ctx, { message: `已发放 ${slips.length} 个激活码`, data: { slips } })
  }

  async remove(ctx: HttpContext) {
    const { committeeId, reason } = await ctx.request.validateUsing(removalValidator)
    const acting = actorContext(ctx)
    await keptCommittee(acting.actor, committeeId)
    await removeExpert(acting, { committeeId, expertId: Number(ctx.params.id), reason })
    return done(ctx, { message: '已移出评委库' })
  }

  async recordCredit(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonValidator)
    const acting = actorContext(ctx)
    const { id } = await expertFor(acting.actor, Number(ctx.params.id))
    await recordCredit(acting, id, reason)
    return done(ctx, { message: '已登记，期限内不能抽取或参加评审' })
  }

  async releaseCredit(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonValidator)
    const acting = actorContext(ctx)
    const { id } = await expertFor(acting.actor, Number(ctx.params.id))
    await releaseCredit(acting, id, reason)
    return done(ctx, { message: '失信记录已解除' })
  }
}
