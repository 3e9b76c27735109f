import type { HttpContext } from '@adonisjs/core/http'
import {
  answerDraw,
  commitDraw,
  performDraw,
  replayDraw,
  revealDraws,
} from '#evaluations/draws/actions'
import { drawsOf, poolPreview } from '#evaluations/draws/draw_file'
import { listDrawable } from '#evaluations/plans/list_plans'
import { officePlan } from '#evaluations/plans/plan'
import { planFile } from '#evaluations/plans/plan_file'
import { answerValidator, drawValidator } from '#evaluations/validators/plan'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'

/** 抽取评委 (HU-12): committed before, drawn from a frozen pool, published after. */
export default class DrawsController {
  async index({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, ['name', 'committee', 'kind'])
    return page(inertia, 'office/draws/index', {
      filters,
      plans: await listDrawable(actor!, { filters, page: pageOf(request) }),
    })
  }

  async show(ctx: HttpContext) {
    const acting = actorContext(ctx)
    const plan = await officePlan(acting, Number(ctx.params.id))
    const { meeting, members, rules, committee } = await planFile(plan, pageOf(ctx.request))
    if (!rules.draw) throw new NotFound()
    return page(ctx.inertia, 'office/draws/show', {
      plan: { id: plan.id, status: plan.status, flow: plan.flow, needs: plan.needs },
      meeting,
      committee,
      members,
      draws: await drawsOf(plan),
      pool: await poolPreview(acting, plan),
    })
  }

  async commit(ctx: HttpContext) {
    await commitDraw(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '承诺值已登记，可以冻结评委库并抽取' })
  }

  async draw(ctx: HttpContext) {
    const { excludeSameUnit, excludeRelated, exclusions } =
      await ctx.request.validateUsing(drawValidator)
    const { seats, reserves } = await performDraw(actorContext(ctx), Number(ctx.params.id), {
      excludeSameUnit,
      excludeRelated: excludeRelated ?? true,
      exclusions: exclusions ?? [],
    })
    return done(ctx, { message: `已抽取 ${seats} 位评委，备选 ${reserves} 位` })
  }

  async answer(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(answerValidator)
    const next = await answerDraw(actorContext(ctx), Number(ctx.params.id), input)
    if (input.answer === 'confirm') return done(ctx, { message: '已确认参加' })
    return done(ctx, {
      message: next ? `已登记，由 ${next} 递补` : '已登记；没有可递补的备选专家，需要再次抽取',
    })
  }

  async reveal(ctx: HttpContext) {
    const plan = await officePlan(actorContext(ctx), Number(ctx.params.id))
    const count = await revealDraws(actorContext(ctx), plan)
    if (count === 0) throw new Refusal('draw', '没有可以公布密钥的抽取。')
    return done(ctx, { message: '密钥已公布，任何人可以核对抽取结果' })
  }

  async replay(ctx: HttpContext) {
    const plan = await officePlan(actorContext(ctx), Number(ctx.params.id))
    const draws = await drawsOf(plan)
    const drawn = draws.filter(({ drawnAt }) => drawnAt !== null)
    const results = await Promise.all(drawn.map(({ id }) => replayDraw(id)))
    const wrong = results.filter(
      ({ keepsCommitment, sameList, sameMembers }) => !keepsCommitment || !sameList || !sameMembers
    )
    if (drawn.length === 0) throw new Refusal('draw', '还没有抽取。')
    if (wrong.length > 0)
      throw new Refusal(
        'replay',
        `${wrong.length} 次抽取的名单与重新计算的结果不一致，请报告管理员。`
      )
    return done(ctx, { message: `已重新计算 ${drawn.length} 次抽取，与名单完全一致` })
  }
}
