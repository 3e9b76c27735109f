import type { HttpContext } from '@adonisjs/core/http'
import rollBack from '#approvals/actions/roll_back'
import { filterNames } from '#approvals/queries/case_filters'
import { followedCases, type Asked } from '#approvals/queries/followed_cases'
import { filterDefs } from '#approvals/queries/filter_defs'
import { caseRows } from '#approvals/queries/case_rows'
import { generalForm, plainColumns, xlsxColumns } from '#approvals/queries/general_form'
import { templateFor } from '#approvals/queries/report_templates'
import { stuckBodies } from '#approvals/queries/stuck_bodies'
import { followedCase, mayRead } from '#approvals/scope'
import { rollbackValidator } from '#approvals/validators/rollback'
import { applicationCard } from '#applications/queries/application_card'
import { applicationFile } from '#applications/queries/application_file'
import { batchYears } from '#batches/queries/batch_years'
import { currentRuleset } from '#batches/queries/rulesets'
import { STAGES } from '#lifecycle/stages'
import { timeline } from '#lifecycle/timeline'
import { actorContext } from '#web/actor'
import { everyRowBy, xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { COUNTED, filtersOf, pageOf, paged } from '#web/paging'
import { done } from '#web/reply'

/** Where cases stand: one's own and lower units', and those that passed one's desk (HU-74). */
export default class CasesController {
  async index({ inertia, request, actor }: HttpContext) {
    const { ruleset } = await currentRuleset()
    const years = await batchYears()
    const asked = askedCases(request, actor!, ruleset.approvals.searches, years)
    const { query } = await followedCases(actor!, asked, ruleset.approvals.searches)
    const found = await paged<{ id: number }>(
      query.select('a.id').orderBy('a.id', 'desc') as never,
      pageOf(request),
      COUNTED
    )
    const rows = await caseRows(found.data.map(({ id }) => id))
    return page(inertia, 'office/cases/index', {
      scope: asked.of,
      hasScopes: actor!.organizationId !== null,
      filters: asked.filters as Record<string, string>,
      defs: filterDefs(ruleset, years),
      stages: STAGES.filter((stage) => stage !== 'draft'),
      cases: { meta: found.meta, data: found.data.flatMap(({ id }) => rows.get(id) ?? []) },
    })
  }

  /** 申报人员信息: the person, the way and the log; the file for bodies on the way (HU-09). */
  async show({ inertia, params, actor }: HttpContext) {
    const application = await followedCase(actor!, Number(params.id))
    const rows = await caseRows([application.id])
    return page(inertia, 'office/cases/show', {
      application: await applicationCard(application),
      facts: rows.get(application.id)!,
      file: mayRead(actor!, application) ? await applicationFile(application, 'authority') : null,
      timeline: await timeline(application, 'office'),
      rollsBack: actor!.can('approvals.rollback'),
    })
  }

  /** 职称申报资格复核回退 (HU-71) */
  async rollback(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(rollbackValidator)
    const acting = actorContext(ctx)
    const application = await followedCase(acting.actor, Number(ctx.params.id))
    const label = await rollBack(acting, application, input)
    return done(ctx, { message: `已回退“${label}”` })
  }

  /** 过程跟踪 */
  async log({ params, actor, response }: HttpContext) {
    const application = await followedCase(actor!, Number(params.id))
    return response.json({ entries: await timeline(application, 'office') })
  }

  async export(ctx: HttpContext) {
    const { ruleset } = await currentRuleset()
    const { searches } = ruleset.approvals
    const asked = askedCases(ctx.request, ctx.actor!, searches, await batchYears())
    const { query } = await followedCases(ctx.actor!, asked, searches)
    const template = await templateFor(ctx.actor!, 0)
    const columns = template?.columns ?? plainColumns()
    return xlsxReply(ctx, {
      name: template?.name ?? '今年申报材料',
      columns: xlsxColumns(columns, ruleset),
      rows: generalForm(
        idsOf(everyRowBy<{ id: number }>(query.select('a.id') as never, 'a.id')),
        columns
      ),
    })
  }

  /** Where cases wait, and since when. */
  async stuck({ inertia, actor }: HttpContext) {
    return page(inertia, 'office/cases/stuck', { bodies: await stuckBodies(actor!) })
  }
}

type Actor = NonNullable<HttpContext['actor']>
type Searches = Awaited<ReturnType<typeof currentRuleset>>['ruleset']['approvals']['searches']

function askedCases(
  request: HttpContext['request'],
  actor: Actor,
  searches: Searches,
  years: number[]
): Asked {
  const scope = request.input('scope')
  const filters = filtersOf(request, [...filterNames(searches), 'stage', 'holder'])
  // this year's, unless another is asked for
  if (!filters.year && request.input('year') === undefined && years.length > 0)
    filters.year = String(years[0])
  return {
    of: scope === 'below' || scope === 'passed' ? scope : actor.committeeId ? 'passed' : 'below',
    filters,
  }
}

async function* idsOf(rows: AsyncIterable<{ id: number }>) {
  for await (const { id } of rows) yield id
}
