import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { currentSeries } from '#catalogue/queries/current_series'
import { levelOptions } from '#catalogue/queries/tree'
import { previewValidator, transferValidator } from '#committees/register/validators'
import { orderTransfer, previewTransfer } from '#committees/transfer/actions'
import { TRANSFER_FILTERS, transferable } from '#committees/transfer/query'
import { LEVEL_LABELS } from '#province/facts'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, paged, pageOf } from '#web/paging'
import { done } from '#web/reply'

/** 职称申报转换评委会: the ticked ones (HU-77) or all that match, over all pages (HU-78). */
export default class TransferController {
  async index({ inertia, request }: HttpContext) {
    const filters = filtersOf(request, TRANSFER_FILTERS)
    const found = await paged<Record<string, any>>(
      transferable(filters)
        .orderBy('a.id', 'desc')
        .select(
          'a.id',
          'a.code',
          'a.person_name',
          'a.series_name',
          'a.specialty_name',
          'a.title_name',
          'a.level',
          'a.stage',
          'b.year',
          'o.name as unit',
          'c.name as committee'
        ) as never,
      pageOf(request)
    )
    const years = await db.from('batches').distinct('year').orderBy('year', 'desc')
    const committees = await db
      .from('committees')
      .whereIn('id', db.from('applications').whereNotNull('committee_id').distinct('committee_id'))
      .orderBy('id')
      .select('id', 'name')
    return page(inertia, 'tenant_admin/committees/transfer', {
      filters,
      levels: levelOptions(),
      series: (await currentSeries()).map(({ code, name }) => ({ value: code, label: name })),
      years: years.map(({ year }) => ({ value: String(year), label: `${year} 年度` })),
      committees: committees.map(({ id, name }) => ({ value: String(id), label: name as string })),
      applications: {
        meta: found.meta,
        data: found.data.map((row) => ({
          id: row.id as number,
          code: row.code as string,
          name: row.person_name as string,
          unit: row.unit as string,
          year: row.year as number,
          series: row.series_name as string | null,
          specialty: row.specialty_name as string | null,
          title: row.title_name as string | null,
          level: LEVEL_LABELS[row.level] ?? null,
          stage: row.stage as string,
          committee: row.committee as string | null,
        })),
      },
    })
  }

  async preview(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(previewValidator)
    return done(ctx, { message: '', data: await previewTransfer(input) })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(transferValidator)
    const jobId = await orderTransfer(actorContext(ctx), input)
    return done(ctx, { message: `正在转换 ${input.expected} 份申报`, to: `/jobs/${jobId}` })
  }
}
