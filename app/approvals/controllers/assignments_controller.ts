import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import assignCommittee from '#approvals/actions/assign_committee'
import { filterCases, filterNames } from '#approvals/queries/case_filters'
import { filterDefs } from '#approvals/queries/filter_defs'
import { caseRows } from '#approvals/queries/case_rows'
import { followedBy } from '#approvals/scope'
import { assignmentValidator } from '#approvals/validators/review'
import { batchYears } from '#batches/queries/batch_years'
import { currentRuleset } from '#batches/queries/rulesets'
import { page } from '#web/page'
import { actorContext } from '#web/actor'
import { COUNTED, filtersOf, pageOf, paged } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** 预分配评委会 (HB-12). */
export default class AssignmentsController {
  async index({ inertia, request, actor }: HttpContext) {
    const { ruleset } = await currentRuleset()
    const { searches } = ruleset.approvals
    const filters = filtersOf(request, filterNames(searches))
    const tab = request.input('tab') === 'assigned' ? 'assigned' : 'open'
    const query = filterCases(assignable(actor!), filters, searches)
    if (tab === 'open') query.whereNull('a.committee_id')
    else query.whereNotNull('a.committee_id')
    const found = await paged<{ id: number }>(
      query.select('a.id').orderBy('a.id') as never,
      pageOf(request),
      COUNTED
    )
    const rows = await caseRows(found.data.map(({ id }) => id))
    const committees = await db
      .from('committees')
      .where('status', 'active')
      .orderBy('id')
      .limit(500)
      .select('id', 'name')
    return page(inertia, 'office/cases/assignments', {
      tab,
      filters: filters as Record<string, string>,
      defs: filterDefs(ruleset, await batchYears()),
      committees: committees.map(({ id, name }) => ({ value: Number(id), label: String(name) })),
      cases: { meta: found.meta, data: found.data.flatMap(({ id }) => rows.get(id) ?? []) },
    })
  }

  async store(ctx: HttpContext) {
    const { ids, committeeId } = await ctx.request.validateUsing(assignmentValidator)
    const own = await assignable(ctx.actor!).whereIn('a.id', ids).select('a.id')
    if (own.length < ids.length) throw new NotFound()
    const { assigned, failures } = await assignCommittee(actorContext(ctx), ids, committeeId)
    const rest =
      failures.length > 0
        ? `，${failures.length} 份未分配：${failures[0].name}，${failures[0].reason}`
        : ''
    return done(ctx, { message: `已分配 ${assigned} 份${rest}`, data: { assigned, failures } })
  }
}

/** Cases under review or just through it, of one's own unit and those below. */
function assignable(actor: NonNullable<HttpContext['actor']>) {
  const query = followedBy(actor, 'below', db.from('applications as a'))
  return query.whereIn('a.stage', ['in_approval', 'on_hold', 'qualified'])
}
