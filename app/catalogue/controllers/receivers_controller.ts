import type { HttpContext } from '@adonisjs/core/http'
import { currentRuleset } from '#batches/queries/rulesets'
import { addReceiver, cancelReceiver, changeReceiver } from '#catalogue/actions/receiving_bodies'
import { RECEIVER_FILTERS, receivers } from '#catalogue/queries/registers'
import { levelOptions } from '#catalogue/queries/tree'
import { reasonValidator, receiverValidator } from '#catalogue/validators/catalogue'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, paged, pageOf } from '#web/paging'
import { done } from '#web/reply'

/** Bodies that receive and decide initial titles and recognitions (HU-32, 33, 35). */
export default class ReceiversController {
  async index({ inertia, request }: HttpContext) {
    const filters = filtersOf(request, RECEIVER_FILTERS)
    const found = await paged<Record<string, any>>(receivers(filters) as never, pageOf(request))
    const { organizations, application } = (await currentRuleset()).ruleset
    return page(inertia, 'tenant_admin/catalogue/receivers', {
      filters,
      kinds: organizations.kinds.map(({ id, label }) => ({ value: id, label })),
      levels: levelOptions(),
      acquisitions: application.acquisitions.map(({ value, label }) => ({ value, label })),
      receivers: {
        meta: found.meta,
        data: found.data.map((row) => ({
          id: row.id as number,
          version: row.version as number,
          organizationId: row.organization_id as number,
          name: row.name as string,
          kind: row.kind as string,
          level: row.level as string,
          acquisition: row.acquisition as string,
          printedName: row.printed_name as string,
          notice: row.notice as string | null,
          contact: row.contact as string | null,
          phone: row.phone as string | null,
          address: row.address as string | null,
          status: row.status as string,
          reason: row.reason as string | null,
        })),
      },
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(receiverValidator)
    await addReceiver(actorContext(ctx), input)
    return done(ctx, { message: '受理机构已新增' })
  }

  async update(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(receiverValidator)
    await changeReceiver(actorContext(ctx), Number(ctx.params.id), input)
    return done(ctx, { message: '受理机构已保存' })
  }

  async cancel(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonValidator)
    await cancelReceiver(actorContext(ctx), Number(ctx.params.id), reason)
    return done(ctx, { message: '受理机构已注销' })
  }
}
