import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { enqueue } from '#jobs/enqueue'
import { decideSupport, grantCard, grantsOf, withdrawSupport } from '#platform/support/grants'
import { supportAnswerValidator } from '#platform/validators/support'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { paged, pageOf } from '#web/paging'
import { done } from '#web/reply'
import { stamp } from '#web/stamp'

/** What the province allows to those who run the instance, and its own data to take along. */
export default class SupportController {
  async index(ctx: HttpContext) {
    const found = await paged<Record<string, any>>(grantsOf() as never, pageOf(ctx.request))
    const exports = await db
      .from('files')
      .where('purpose', 'province_export')
      .where('owner_account_id', ctx.actor!.accountId!)
      .orderBy('id', 'desc')
      .limit(5)
      .select('id', 'name', 'size')
    return page(ctx.inertia, 'tenant_admin/security/support', {
      grants: { meta: found.meta, data: found.data.map((row) => grantCard(row)) },
      mayExport: ctx.actor!.can('province.export'),
      exports: exports.map(({ id, name, size }) => ({
        id: id as number,
        name: name as string,
        megabytes: Math.ceil(Number(size) / 1024 / 1024),
      })),
    })
  }

  async answer(ctx: HttpContext) {
    const { grant, hours } = await ctx.request.validateUsing(supportAnswerValidator)
    await decideSupport(actorContext(ctx), Number(ctx.params.id), { grant, hours: hours ?? 4 })
    return done(ctx, { message: grant ? '已授权，到时自动结束' : '已拒绝' })
  }

  async withdraw(ctx: HttpContext) {
    await withdrawSupport(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '授权已收回' })
  }

  /** All data of the province, for the province itself. */
  async export(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const job = await enqueue(actor, {
      kind: 'platform.export_province',
      key: `platform.export_province:${stamp(actor)}`,
      label: '导出全省数据',
      payload: {},
    })
    await audit(actor, { action: 'province.exported' })
    return done(ctx, { message: '已开始导出', to: `/jobs/${job}` })
  }
}
