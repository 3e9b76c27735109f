import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { enqueue } from '#jobs/enqueue'
import { LEVEL_LABELS } from '#province/facts'
import {
  countsBy,
  countsByMonth,
  countsByStage,
  countsByUnit,
  meetingProgress,
  unitGroups,
  waiting,
  type Group,
} from '#reporting/queries/counts'
import { actorContext, today } from '#web/actor'
import { everyRow, xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'
import { stamp } from '#web/stamp'

const levelled = (groups: Group[]) =>
  groups.map((group) => ({ ...group, name: LEVEL_LABELS[group.name] ?? group.name }))

/** Figures of a batch: how many, how far, with what outcome, and where they wait. */
export default class ReportsController {
  async index(ctx: HttpContext) {
    const batches = await db.from('batches').orderBy('id', 'desc').limit(30).select('id', 'name')
    const asked = Number(ctx.request.input('batch'))
    const batch = batches.find(({ id }) => id === asked) ?? batches[0] ?? { id: 0 }
    const [stages, series, levels, months, units, open, meetings] = await Promise.all([
      countsByStage(batch.id),
      countsBy('series_name', batch.id),
      countsBy('level', batch.id),
      countsByMonth(batch.id),
      countsByUnit(batch.id, pageOf(ctx.request)),
      waiting(today(actorContext(ctx))),
      meetingProgress(batch.id),
    ])
    return page(ctx.inertia, 'tenant_admin/reports/index', {
      batch: batch.id,
      batches: batches.map(({ id, name }) => ({ value: id as number, label: name as string })),
      stages,
      series,
      levels: levelled(levels),
      months,
      units,
      waiting: open,
      meetings,
    })
  }

  /** Everything about a committee for who supervises it, as one ZIP. */
  async pack(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const committee = await db.from('committees').where('id', Number(ctx.params.id)).first()
    if (!committee) throw new NotFound('没有这个评委会。')
    const job = await enqueue(actor, {
      kind: 'reports.supervision_pack',
      key: `reports.supervision_pack:${committee.id}:${stamp(actor)}`,
      label: `监督检查材料：${committee.name}`,
      payload: { committeeId: Number(committee.id) },
    })
    await audit(actor, {
      action: 'pack.exported',
      objectType: 'committee',
      objectId: Number(committee.id),
    })
    return done(ctx, { message: '已开始汇集材料', to: `/jobs/${job}` })
  }

  /** What waits where, and how far the committees are, as Excel. */
  async exportState(ctx: HttpContext) {
    const { what, id } = ctx.params
    await audit(actorContext(ctx), { action: 'report.exported', detail: { what } })
    if (what === 'waiting')
      return xlsxReply<any>(ctx, {
        name: '等待办理',
        rows: await waiting(today(actorContext(ctx))),
        columns: [
          { title: '机构', width: 40, value: (row) => row.name },
          { title: '待办', value: (row) => row.open },
          { title: '已超期', value: (row) => row.overdue },
          { title: '最长已等待（天）', value: (row) => row.days },
        ],
      })
    return xlsxReply<any>(ctx, {
      name: '评审会议进度',
      rows: await meetingProgress(Number(id)),
      columns: [
        { title: '会议', width: 40, value: (row) => row.name },
        { title: '评委会', width: 40, value: (row) => row.committee },
        { title: '参评', value: (row) => row.cases },
        { title: '已上报', value: (row) => row.reported },
      ],
    })
  }

  /** The same figures by unit, series or level as Excel. */
  async export(ctx: HttpContext) {
    const batch = await db.from('batches').where('id', Number(ctx.params.id)).first()
    const by = String(ctx.params.by)
    if (!batch) throw new NotFound()
    await audit(actorContext(ctx), { action: 'report.exported', detail: { batch: batch.id, by } })
    const rows =
      by === 'units'
        ? everyRow(unitGroups(batch.id))
        : by === 'series'
          ? await countsBy('series_name', batch.id)
          : levelled(await countsBy('level', batch.id))
    return xlsxReply<any>(ctx, {
      name: `${batch.name}按${{ units: '单位', series: '系列' }[by] ?? '级别'}统计`,
      rows,
      columns: [
        { title: '名称', width: 40, value: (row) => row.name ?? '未选择' },
        { title: '申报', value: (row) => Number(row.total) },
        { title: '已有结果', value: (row) => Number(row.decided) },
        { title: '通过', value: (row) => Number(row.passed) },
        {
          title: '通过率',
          value: (row) =>
            Number(row.decided) > 0
              ? `${Math.round((1000 * Number(row.passed)) / Number(row.decided)) / 10}%`
              : '',
        },
      ],
    })
  }
}
