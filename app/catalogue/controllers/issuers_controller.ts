import type { HttpContext } from '@adonisjs/core/http'
import { addIssuingCode, cancelIssuingCode } from '#catalogue/actions/issuing_codes'
import { ISSUER_FILTERS, issuers } from '#catalogue/queries/registers'
import { issuerValidator, reasonValidator } from '#catalogue/validators/catalogue'
import { regionLabel } from '#organizations/regions'
import { actorContext } from '#web/actor'
import { everyRowBy, xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { filtersOf, paged, pageOf } from '#web/paging'
import { done } from '#web/reply'

/** Codes of the bodies that issue certificates (HU-41, HU-42). */
export default class IssuersController {
  async index({ inertia, request }: HttpContext) {
    const filters = filtersOf(request, ISSUER_FILTERS)
    const found = await paged<Record<string, any>>(issuers(filters) as never, pageOf(request))
    return page(inertia, 'tenant_admin/catalogue/issuers', {
      filters,
      issuers: {
        meta: found.meta,
        data: found.data.map((row) => ({
          id: row.id as number,
          code: row.code as string,
          name: row.name as string,
          region: regionLabel(row.region_code),
          status: row.status as string,
          reason: row.reason as string | null,
        })),
      },
    })
  }

  /** HU-43 */
  async export(ctx: HttpContext) {
    return xlsxReply<Record<string, any>>(ctx, {
      name: '发证单位编码',
      columns: [
        { title: '发证单位编码', value: (row) => row.code },
        { title: '单位名称', value: (row) => row.name, width: 36 },
        { title: '所属统筹区', value: (row) => regionLabel(row.region_code) },
        { title: '状态', value: (row) => (row.status === 'active' ? '正常' : '已注销') },
        { title: '注销原因', value: (row) => row.reason, width: 30 },
      ],
      rows: everyRowBy(issuers(filtersOf(ctx.request, ISSUER_FILTERS)) as never, 'i.id', 'desc'),
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(issuerValidator)
    await addIssuingCode(actorContext(ctx), input)
    return done(ctx, { message: '发证单位编码已新增' })
  }

  async cancel(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonValidator)
    await cancelIssuingCode(actorContext(ctx), Number(ctx.params.id), reason)
    return done(ctx, { message: '发证单位编码已注销' })
  }
}
