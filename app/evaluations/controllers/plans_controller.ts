import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import { keptBy } from '#committees/scope'
import { drawsOf } from '#evaluations/draws/draw_file'
import * as plans from '#evaluations/plans/actions'
import {
  kindsOf,
  listAllPlans,
  listOwnPlans,
  listReviewedPlans,
} from '#evaluations/plans/list_plans'
import { officePlan, readablePlan } from '#evaluations/plans/plan'
import { planFile } from '#evaluations/plans/plan_file'
import { submitSheet } from '#evaluations/plans/readiness'
import * as takes from '#evaluations/validators/plan'
import { storeUpload } from '#files/store_file'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { done } from '#web/reply'

const FILTERS = ['name', 'committee', 'kind', 'flow', 'status'] as const

/** Plans: written by the committee's office, reviewed by whom the rules name, looked up from above. */
export default class PlansController {
  /** 评审方案呈报 (HU-11), 评审方案管理 (HB-53) */
  async index({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, FILTERS)
    const waiting = keptBy(
      db
        .from('meetings as g')
        .join('committees as c', 'c.id', 'g.committee_id')
        .leftJoin('plans as p', 'p.meeting_id', 'g.id')
        .where('g.status', 'preparing')
        .where((none) => none.whereNull('p.id').orWhere('p.content', ''))
        .orderBy('g.id', 'desc')
        .limit(100)
        .select('g.id', 'g.name'),
      actor!
    )
    return page(inertia, 'office/plans/index', {
      view: 'own',
      tab: 'all',
      filters,
      kinds: await kinds(),
      meetings: (await waiting) as { id: number; name: string }[],
      plans: await listOwnPlans(actor!, { filters, page: pageOf(request) }),
    })
  }

  /** 呈报方案审核, each kind by its own people (HU-56, HU-58, HB-54) */
  async reviews({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, FILTERS)
    const tab = request.input('tab') === 'done' ? 'done' : 'pending'
    const own = await kindsOf(actor!)
    return page(inertia, 'office/plans/index', {
      view: 'review',
      tab,
      filters,
      kinds: (await kinds()).filter(({ value }) => own.includes(value)),
      meetings: [],
      plans: await listReviewedPlans(actor!, tab, { filters, page: pageOf(request) }),
    })
  }

  /** 呈报方案查询 (HU-73) */
  async query({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, FILTERS)
    return page(inertia, 'office/plans/index', {
      view: 'query',
      tab: 'all',
      filters,
      kinds: await kinds(),
      meetings: [],
      plans: await listAllPlans(actor!, { filters, page: pageOf(request) }),
    })
  }

  async store(ctx: HttpContext) {
    const { meetingId } = await ctx.request.validateUsing(takes.newPlanValidator)
    const id = await plans.createPlan(actorContext(ctx), meetingId)
    return done(ctx, { message: '请填写方案', to: `/plans/${id}` })
  }

  async show(ctx: HttpContext) {
    const acting = actorContext(ctx)
    const plan = await readablePlan(acting, Number(ctx.params.id))
    const writes =
      acting.actor.can('plans.manage') &&
      (await officePlan(acting, plan.id).then(
        () => true,
        () => false
      ))
    const { ruleset } = await currentRuleset()
    const role = ruleset.plans.kinds.find(({ id }) => id === plan.kind)?.reviewerRole
    const reviews =
      plan.status === 'submitted' &&
      plan.reviewerId === acting.actor.organizationId &&
      acting.actor.roles.includes(role ?? '')
    const own = plans.isOwnPlan(acting.actor, plan)
    return page(ctx.inertia, 'office/plans/show', {
      ...(await planFile(plan, pageOf(ctx.request))),
      draws: await drawsOf(plan),
      writes,
      lacks:
        writes && plans.isOpen(plan)
          ? (await plans.planFaults(plan)).map(({ message }) => message)
          : [],
      decides: reviews && !own,
      decidedByOther: reviews && own,
    })
  }

  async save(ctx: HttpContext) {
    const { content, needs, ...input } = await ctx.request.validateUsing(takes.planValidator)
    const version = await plans.savePlan(actorContext(ctx), Number(ctx.params.id), {
      ...input,
      content: content ?? '',
      needs: (needs ?? []).map((need) => ({
        ...need,
        specialty: need.specialty ?? null,
        level: need.level ?? null,
      })),
    })
    return done(ctx, { message: '方案已保存', data: { version } })
  }

  async attach(ctx: HttpContext) {
    const acting = actorContext(ctx)
    const plan = await officePlan(acting, Number(ctx.params.id))
    const file = await storeUpload(acting, ctx.request.file('file'), {
      purpose: 'plan',
      accept: ['pdf', 'jpg', 'png'],
      maxSizeKb: 20_480,
    })
    await plans.attachToPlan(acting, plan.id, file.id)
    return done(ctx, {
      message: '附件已上传',
      data: { id: file.id, name: file.name, mime: file.mime, size: file.size },
    })
  }

  async detach(ctx: HttpContext) {
    await plans.attachToPlan(actorContext(ctx), Number(ctx.params.id), null)
    return done(ctx, { message: '附件已删除' })
  }

  async submit(ctx: HttpContext) {
    await plans.submitPlan(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '方案已呈报，等待审核' })
  }

  async withdraw(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(takes.reasonValidator)
    await plans.withdrawPlan(actorContext(ctx), Number(ctx.params.id), reason)
    return done(ctx, { message: '方案已撤回，可以修改后重新呈报' })
  }

  async decide(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.planDecisionValidator)
    await plans.decidePlan(actorContext(ctx), Number(ctx.params.id), input)
    return done(ctx, {
      message: input.decision === 'approve' ? '方案审核通过' : '方案审核不通过，已退回',
    })
  }

  async submitSheet(ctx: HttpContext) {
    await submitSheet(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '评分标准已提交，等待主任确认' })
  }
}

async function kinds() {
  const { plans: rules } = (await currentRuleset()).ruleset
  return rules.kinds.map(({ id, label }) => ({ value: id as string, label }))
}
