import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { currentRuleset } from '#batches/queries/rulesets'
import { addRange, issuersOf } from '#certificates/numbers/add_range'
import {
  NUMBER_FILTERS,
  POOL_FILTERS,
  listNumbers,
  listPools,
  numbersQuery,
  type NumberTab,
} from '#certificates/numbers/list_numbers'
import { assignValidator, rangeValidator } from '#certificates/numbers/validators'
import { enqueue } from '#jobs/enqueue'
import Organization from '#organizations/models/organization'
import { NUMBER_COLUMNS, exportName } from '#results/queries/people_columns'
import { withRole } from '#results/roles'
import { actorContext } from '#web/actor'
import { everyRow, xlsxReply } from '#web/excel'
import { containing } from '#web/like'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'

const MOST = 5000

/** 生成证书编号、证书编号管理 and the pools the numbers come from. */
export default class NumbersController {
  async index({ inertia, request, actor }: HttpContext) {
    const tab: NumberTab = request.input('tab') === 'numbered' ? 'numbered' : 'waiting'
    const filters = filtersOf(request, NUMBER_FILTERS)
    const { ruleset } = await currentRuleset()
    return page(inertia, 'office/numbers/index', {
      tab,
      filters,
      filing: ruleset.results.filing.required ? ruleset.results.filing.label : null,
      series: ruleset.catalogue.series.map(({ code, name }) => ({ value: code, label: name })),
      people: await listNumbers(actor!, tab, filters, pageOf(request)),
    })
  }

  async export(ctx: HttpContext) {
    const filters = filtersOf(ctx.request, NUMBER_FILTERS)
    return xlsxReply(ctx, {
      name: exportName('证书编号'),
      columns: NUMBER_COLUMNS,
      rows: everyRow<Record<string, any>>(numbersQuery(ctx.actor!, 'numbered', filters) as never),
    })
  }

  /** Chosen persons, or everyone the filters find, in the order of the list. */
  async assign(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(assignValidator)
    const actor = actorContext(ctx)
    const query = numbersQuery(actor.actor, 'waiting', input.filters ?? {}).limit(MOST)
    if (input.ids) {
      const own = await withRole(actor.actor, input.ids, 'generator')
      if (own.size < input.ids.length) throw new NotFound('所选人员中有不由您的机构编号的。')
      query.whereIn('a.id', input.ids)
    }
    const ids = (await query).map((row) => Number(row.id))
    if (ids.length === 0) throw new Refusal('none', '没有等待编号的人员，可能已经生成。')
    const jobId = await enqueue(actor, {
      kind: 'certificates.number',
      key: `certificates.number:${randomUUID()}`,
      label: `批量生成证书编号（${ids.length} 人）`,
      payload: { ids },
      total: ids.length,
    })
    return done(ctx, { message: `开始生成 ${ids.length} 个证书编号`, to: `/jobs/${jobId}` })
  }

  async pools({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, POOL_FILTERS)
    const { ruleset } = await currentRuleset()
    const { poolBy, poolSize, numberPattern } = ruleset.certificates
    return page(inertia, 'office/numbers/pools', {
      filters,
      poolBy,
      poolSize,
      pattern: numberPattern,
      series: ruleset.catalogue.series.map(({ code, name }) => ({ value: code, label: name })),
      pools: await listPools(actor!, filters, pageOf(request)),
    })
  }

  async addRange(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(rangeValidator)
    await addRange(actorContext(ctx), input)
    return done(ctx, { message: `已生成 ${input.to - input.from + 1} 个证号` })
  }

  /** Issuing bodies by part of the name (HU-61). */
  async issuers({ request, response, actor }: HttpContext) {
    const own = await Organization.find(actor!.organizationId ?? 0)
    const words = String(request.input('q', ''))
    const rows = own
      ? await issuersOf(own)
          .where('name', 'like', containing(words))
          .orderBy('id')
          .limit(20)
          .select('id', 'name', 'issuer_code')
      : []
    return response.json({
      options: rows.map((row) => ({
        value: row.id,
        label: row.name,
        hint: `发证编码 ${row.issuer_code}`,
      })),
    })
  }
}
