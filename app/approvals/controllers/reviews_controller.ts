import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import review, { holdsItem, reviewFieldsOf } from '#approvals/actions/review'
import reviewMany from '#approvals/actions/review_many'
import { filterNames } from '#approvals/queries/case_filters'
import { reviewDesk } from '#approvals/queries/review_desk'
import { filterDefs } from '#approvals/queries/filter_defs'
import { caseHints } from '#approvals/queries/case_hints'
import {
  WORK_TABS,
  countWork,
  listWork,
  workItems,
  type Desk,
  type WorkTab,
} from '#approvals/queries/list_work'
import { generalForm, plainColumns, xlsxColumns } from '#approvals/queries/general_form'
import { templateFor, templatesOf } from '#approvals/queries/report_templates'
import { readableCase } from '#approvals/scope'
import { bulkValidator, reviewValidator } from '#approvals/validators/review'
import { applicationCard } from '#applications/queries/application_card'
import { mayExtend } from '#approvals/actions/extend_correction'
import { lastChanges } from '#applications/queries/last_changes'
import { applicationFile } from '#applications/queries/application_file'
import { currentRuleset, rulesetById } from '#batches/queries/rulesets'
import { batchYears } from '#batches/queries/batch_years'
import { timeline } from '#lifecycle/timeline'
import { everyRowBy, xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { actorContext, today } from '#web/actor'
import { filtersOf, pageOf, idOf } from '#web/paging'
import { Refusal } from '#web/refusal'
import { done } from '#web/reply'

const MOST_TICKED = 500

export default class ReviewsController {
  /** 审核申报材料 */
  async index(ctx: HttpContext) {
    return desk(ctx, await reviewDesk(ctx.actor!))
  }

  /** 评委会审查申报材料: the committee's own check before its meeting (HB-12) */
  qualify(ctx: HttpContext) {
    return desk(ctx, 'qualify')
  }

  async show(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const application = await readableCase(actor.actor, Number(ctx.params.id))
    const { ruleset } = await rulesetById(application.rulesetId)
    const item = await openItem(application.id)
    const phrases = await db
      .from('stock_phrases')
      .where('account_id', actor.actor.accountId!)
      .orderBy('id')
      .select('id', 'text')
    const mine = item ? holdsItem(actor, item) : false
    const next = application.route[application.routeStep + 1]
    return page(ctx.inertia, 'office/reviews/show', {
      application: await applicationCard(application),
      file: await applicationFile(application, 'authority'),
      changes: await lastChanges(application, 'authority'),
      canExtend: await mayExtend(actor.actor, application),
      timeline: await timeline(application, 'office'),
      task: mine ? (item.task as string) : null,
      held: item?.status === 'held',
      canHold: ruleset.approvals.hold,
      returnPolicy: ruleset.approvals.returnPolicy,
      publicityDays: ruleset.approvals.unitPublicityWorkingDays,
      correctionDays: ruleset.application.correctionWorkingDays,
      fields: mine ? await reviewFieldsOf(application, ruleset) : [],
      next: mine && next ? { organization: next.organizationName, label: next.label } : null,
      sentBack: mine ? await sentBackWith(application.id) : null,
      hints: mine ? await caseHints(application, ruleset, today(actor)) : [],
      phrases,
    })
  }

  /** 流转日志 of one case, opened from a list. */
  async log(ctx: HttpContext) {
    const application = await readableCase(ctx.actor!, Number(ctx.params.id))
    return ctx.response.json({ entries: await timeline(application, 'office') })
  }

  async decide(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(reviewValidator)
    const actor = actorContext(ctx)
    await readableCase(actor.actor, Number(ctx.params.id))
    const item = await openItem(Number(ctx.params.id))
    const application = await review(actor, Number(ctx.params.id), input as never, input.version)
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
    // back to the list the case was taken from
    return done(ctx, { message, to: item?.desk === 'qualify' ? '/qualification' : '/reviews' })
  }

  /** Several cases with one opinion (HB-16, HB-17), as a job that shows how far it is. */
  async decideMany(ctx: HttpContext) {
    const order = await ctx.request.validateUsing(bulkValidator)
    const { ruleset } = await currentRuleset()
    if (!ruleset.approvals.batch) throw new Refusal('batch', '本省规则不允许批量审核。')
    const id = await reviewMany(actorContext(ctx), order)
    return done(ctx, { message: `已开始处理 ${order.ids.length} 份`, to: `/jobs/${id}` })
  }

  /** 全部导出通用表 and 批量导出通用表 (HB-11): what the filters find, or the ticked ones. */
  async export(ctx: HttpContext) {
    const { ruleset } = await currentRuleset()
    const { searches } = ruleset.approvals
    const items = workItems(ctx.actor!, {
      ...askedWork(ctx.request, deskOf(ctx.request.input('desk'))),
      filters: filtersOf(ctx.request, filterNames(searches)),
      searches,
    }).select('w.id', 'w.application_id')
    const ticked = String(ctx.request.input('ids', ''))
      .split(',')
      .map(Number)
      .filter((id) => Number.isSafeInteger(id) && id > 0)
      .slice(0, MOST_TICKED)
    if (ticked.length > 0) items.whereIn('w.application_id', ticked)
    const template = await templateFor(ctx.actor!, idOf(ctx.request, 'template'))
    const columns = template?.columns ?? plainColumns()
    return xlsxReply(ctx, {
      name: template?.name ?? '通用表',
      columns: xlsxColumns(columns, ruleset),
      rows: generalForm(idsOf(everyRowBy(items as never, 'w.id')), columns),
    })
  }
}

/** The upper body's opinion, when its return was the last thing that happened (HU-54). */
async function sentBackWith(applicationId: number): Promise<string | null> {
  const last = await db
    .from('application_events')
    .where('application_id', applicationId)
    .orderBy('sequence', 'desc')
    .select('type', 'payload', 'stage_after')
    .first()
  if (last?.type !== 'return' || last.stage_after !== 'in_approval') return null
  return (typeof last.payload === 'string' ? JSON.parse(last.payload) : last.payload).opinion
}

const deskOf = (name: unknown): Desk | undefined =>
  name === 'qualify' || name === 'review' ? name : undefined

const openItem = (applicationId: number) =>
  db
    .from('work_items')
    .where('application_id', applicationId)
    .whereIn('status', ['open', 'held'])
    .first()

async function* idsOf(rows: AsyncIterable<{ id: number; application_id: number }>) {
  const seen = new Set<number>()
  for await (const { application_id: id } of rows) if (!seen.has(id) && seen.add(id)) yield id
}

function askedWork(request: HttpContext['request'], of: Desk | undefined) {
  const tab = request.input('tab')
  return { desk: of, tab: (WORK_TABS.includes(tab) ? tab : 'open') as WorkTab }
}

async function desk(ctx: HttpContext, of: Desk | undefined) {
  const { actor, request, inertia } = ctx
  const { ruleset } = await currentRuleset()
  const { searches, batch, hold, returnPolicy, reviewFields } = ruleset.approvals
  const filters = filtersOf(request, filterNames(searches))
  const asked = { ...askedWork(request, of), filters, searches }
  if (request.accepts(['html', 'json']) === 'json' && !request.header('x-inertia'))
    return listWork(actor!, asked, pageOf(request))
  const [work, counts, years] = await Promise.all([
    listWork(actor!, asked, pageOf(request)),
    countWork(actor!, of, returnPolicy === 'one_level'),
    batchYears(),
  ])
  return page(inertia, 'office/reviews/index', {
    desk: of ?? 'all',
    title: of === 'qualify' ? '评委会审查申报材料' : '审核申报材料',
    tab: asked.tab,
    filters: filters as Record<string, string>,
    defs: filterDefs(ruleset, years),
    counts,
    work,
    canBatch: batch,
    canHold: hold,
    returnPolicy,
    reviewFields: reviewFields.map(({ id, label, maxLength }) => ({ id, label, maxLength })),
    templates: await templatesOf(actor!),
    phrases: await db
      .from('stock_phrases')
      .where('account_id', actor!.accountId!)
      .orderBy('id')
      .select('id', 'text'),
  })
}
