import type { HttpContext } from '@adonisjs/core/http'
import audit, { firstBrokenEntry } from '#audit/audit'
import {
  actionsSeen,
  AUDIT_FILTERS,
  entriesOf,
  entryReader,
  objectsSeen,
} from '#audit/queries/list_entries'
import { actorContext } from '#web/actor'
import { everyRow, xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { filtersOf, paged, pageOf } from '#web/paging'
import { done } from '#web/reply'

/** The tamper-evident log: searched, exported, proved. */
export default class AuditController {
  async index(ctx: HttpContext) {
    const filters = filtersOf(ctx.request, AUDIT_FILTERS)
    const found = await paged(entriesOf(filters), pageOf(ctx.request))
    const readEntry = await entryReader()
    return page(ctx.inertia, 'tenant_admin/audit/index', {
      filters,
      actions: await actionsSeen(),
      objects: await objectsSeen(),
      entries: { meta: found.meta, data: found.data.map(readEntry) },
    })
  }

  async export(ctx: HttpContext) {
    const filters = filtersOf(ctx.request, AUDIT_FILTERS)
    await audit(actorContext(ctx), { action: 'audit.exported', detail: filters })
    const readEntry = await entryReader()
    // the log grows while its rows are read
    const { last } = await entriesOf({}).clearOrder().max('id as last').first()
    return xlsxReply(ctx, {
      name: '审计日志',
      rows: everyRow(entriesOf(filters).where('id', '<=', last)),
      columns: [
        { title: '编号', value: (row) => row.id },
        { title: '时间', width: 20, value: (row) => readEntry(row).at },
        { title: '操作人', value: (row) => row.actor_name },
        { title: '操作', width: 24, value: (row) => readEntry(row).action },
        { title: '对象', width: 20, value: (row) => readEntry(row).object },
        { title: '结果', value: (row) => (row.outcome === 'done' ? '完成' : '被拒绝') },
        { title: '详情', width: 40, value: (row) => readEntry(row).detail },
        {
          title: '原始详情',
          width: 40,
          value: (row) =>
            typeof row.detail === 'string' ? row.detail : JSON.stringify(row.detail),
        },
        { title: '摘要', width: 66, value: (row) => row.hash },
      ],
    })
  }

  /** Walks the whole chain of hashes. */
  async verify(ctx: HttpContext) {
    const broken = await firstBrokenEntry()
    await audit(actorContext(ctx), {
      action: 'audit.verified',
      outcome: broken === null ? 'done' : 'refused',
      detail: broken === null ? {} : { entry: broken },
    })
    return done(ctx, { message: '', data: { broken } })
  }
}
