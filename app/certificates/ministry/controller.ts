import type { HttpContext } from '@adonisjs/core/http'
import { currentRuleset } from '#batches/queries/rulesets'
import {
  REPORT_FILTERS,
  REPORT_TABS,
  countReports,
  listReports,
  type ReportTab,
} from '#certificates/ministry/list_reports'
import { reportToMinistry } from '#certificates/ministry/report'
import { ministrySender } from '#certificates/ministry/sender'
import { ministryValidator } from '#certificates/validators/certificates'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** 证书报送: by tick, or all that were not reported (HU-64). */
export default class MinistryController {
  async index({ inertia, request, actor }: HttpContext) {
    const label = await reportLabel()
    if (!label) throw new NotFound('没有这个页面。')
    const asked = String(request.input('tab', ''))
    const tab: ReportTab = REPORT_TABS.find((each) => each === asked) ?? 'waiting'
    const filters = filtersOf(request, REPORT_FILTERS)
    const { name, isTrial } = ministrySender()
    return page(inertia, 'office/certificates/ministry', {
      label,
      tab,
      filters,
      counts: await countReports(actor!),
      certificates: await listReports(actor!, tab, filters, pageOf(request)),
      sender: { name, isTrial },
    })
  }

  async store(ctx: HttpContext) {
    const { ids, all } = await ctx.request.validateUsing(ministryValidator)
    if (!(await reportLabel())) throw new NotFound('没有这个页面。')
    const { total, jobId } = await reportToMinistry(actorContext(ctx), {
      ids: all ? undefined : (ids ?? []),
    })
    return done(ctx, { message: `正在上报 ${total} 份证书`, to: `/jobs/${jobId}` })
  }
}

/** The province's word for it; none where the rules want no reports. */
export const reportLabel = async () =>
  (await currentRuleset()).ruleset.certificates.reportLabel ?? null
