import type { HttpContext } from '@adonisjs/core/http'
import { currentRuleset } from '#batches/queries/rulesets'
import { addReceiver, cancelReceiver, changeReceiver } from '#catalogue/actions/receiving_bodies'
import { RECEIVER_FILTERS, receivers } from '#catalogue/queries/registers'
import { levelOptions } from '#catalogue/queries/tree'
import { reasonValidator, receiverValidator } from '#catalogue/validators/catalogue'
import { LEVEL_LABELS } from '#province/facts'
import { actorContext } from '#web/actor'
import { everyRowBy, xlsxReply } from '#web/excel'
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

  async export(ctx: HttpContext) {
    const { organizations, application } = (await currentRuleset()).ruleset
    const kinds = new Map(organizations.kinds.map(({ id, label }) => [id, label]))
    const ways = new Map(application.acquisitions.map(({ value, label }) => [value, label]))
    return xlsxReply<Record<string, any>>(ctx, {
      name: '初定认定受理机构',
      columns: [
        { title: '机构代码', value: (row) => row.code },
        { title: '机构名称', value: (row) => row.name, width: 36 },
        { title: '受理节点类型', value: (row) => kinds.get(row.kind) },
        { title: '职称等级', value: (row) => LEVEL_LABELS[row.level] },
        { title: '取得方式', value: (row) => ways.get(row.acquisition) },
        { title: '打在证书上的机构名称', value: (row) => row.printed_name, width: 36 },
        { title: '联系人', value: (row) => row.contact },
        { title: '联系电话', value: (row) => row.phone },
        { title: '申报须知', value: (row) => row.notice, width: 50 },
        { title: '状态', value: (row) => (row.status === 'active' ? '正常' : '已注销') },
      ],
      rows: everyRowBy(
        receivers(filtersOf(ctx.request, RECEIVER_FILTERS)) as never,
        'r.id',
        'desc'
      ),
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
