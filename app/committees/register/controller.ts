import type { HttpContext } from '@adonisjs/core/http'
import { currentRuleset } from '#batches/queries/rulesets'
import { currentSeries } from '#catalogue/queries/current_series'
import { levelOptions } from '#catalogue/queries/tree'
import * as actions from '#committees/register/actions'
import {
  REGISTER_FILTERS,
  committeeDetails,
  registerQuery,
  registerRow,
} from '#committees/register/queries'
import * as takes from '#committees/register/validators'
import { actorContext } from '#web/actor'
import { everyRowBy, xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { filtersOf, paged, pageOf } from '#web/paging'
import { done } from '#web/reply'

/** 评委会管理 (HU-44…50) and, read only, 评委会查询 (HU-51). */
export default class RegisterController {
  async index({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, REGISTER_FILTERS)
    const found = await paged<Record<string, any>>(registerQuery(filters) as never, pageOf(request))
    const { ruleset } = await currentRuleset()
    return page(inertia, 'tenant_admin/committees/index', {
      filters,
      mayEdit: request.url().endsWith('register') && actor!.abilities.has('committees.register'),
      levels: levelOptions(),
      series: (await currentSeries()).map(({ code, name, specialties }) => ({
        code,
        name,
        specialties,
      })),
      usesNetwork: ruleset.approvals.paths.some(({ kind }) => kind === 'network'),
      committees: { meta: found.meta, data: found.data.map(registerRow) },
    })
  }

  async show({ inertia, request, params, actor }: HttpContext) {
    return page(inertia, 'tenant_admin/committees/show', {
      mayEdit: request.url().includes('register') && actor!.abilities.has('committees.register'),
      feeItems: [...takes.FEE_ITEMS],
      ...(await committeeDetails(Number(params.id))),
    })
  }

  async export(ctx: HttpContext) {
    const filters = filtersOf(ctx.request, REGISTER_FILTERS)
    return xlsxReply<Record<string, any>>(ctx, {
      name: '评委会',
      columns: [
        { title: '评委会代码', value: (row) => row.code },
        { title: '评委会名称', value: (row) => row.name, width: 40 },
        { title: '评审级别', value: (row) => registerRow(row).levelLabel },
        { title: '评审系列', value: (row) => row.series },
        { title: '组建单位', value: (row) => row.body, width: 30 },
        { title: '人数', value: (row) => row.size },
        { title: '有效期起', value: (row) => row.valid_from },
        { title: '有效期止', value: (row) => row.valid_until },
        { title: '备案文号', value: (row) => row.filing_number },
        { title: '联系人', value: (row) => row.contact_name },
        { title: '状态', value: (row) => (row.status === 'active' ? '正常' : '已注销') },
        { title: '注销原因', value: (row) => row.cancel_reason },
      ],
      rows: everyRowBy(registerQuery(filters) as never, 'c.id', 'desc'),
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.registerValidator)
    const slip = await actions.registerCommittee(actorContext(ctx), input)
    return done(ctx, {
      message: '评委会已新增，请把激活码交给联系人',
      data: { slips: [slip] },
    })
  }

  async update(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.registerChangeValidator)
    const slip = await actions.changeCommittee(actorContext(ctx), Number(ctx.params.id), input)
    return done(ctx, {
      message: slip ? '已保存，请把激活码交给新的联系人' : '评委会信息已保存',
      data: { slips: slip ? [slip] : [] },
    })
  }

  async reset(ctx: HttpContext) {
    const slip = await actions.resetOperator(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '已重置，请把新的激活码交给联系人', data: { slips: [slip] } })
  }

  async cancel(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(takes.cancelValidator)
    await actions.cancelCommittee(actorContext(ctx), Number(ctx.params.id), reason)
    return done(ctx, { message: '评委会已注销' })
  }

  async addSpecialty(ctx: HttpContext) {
    const { specialty } = await ctx.request.validateUsing(takes.specialtyOfValidator)
    await actions.addSpecialty(actorContext(ctx), Number(ctx.params.id), specialty)
    return done(ctx, { message: '评审专业已保存' })
  }

  async removeSpecialty(ctx: HttpContext) {
    await actions.removeSpecialty(actorContext(ctx), Number(ctx.params.id), ctx.params.code)
    return done(ctx, { message: '评审专业已删除' })
  }

  async addFounder(ctx: HttpContext) {
    const { organizationId } = await ctx.request.validateUsing(takes.founderValidator)
    await actions.addFounder(actorContext(ctx), Number(ctx.params.id), organizationId)
    return done(ctx, { message: '组建单位已保存' })
  }

  async removeFounder(ctx: HttpContext) {
    const { id, organization } = ctx.params
    await actions.removeFounder(actorContext(ctx), Number(id), Number(organization))
    return done(ctx, { message: '组建单位已删除' })
  }

  async setFee(ctx: HttpContext) {
    const fee = await ctx.request.validateUsing(takes.feeValidator)
    await actions.setFee(actorContext(ctx), Number(ctx.params.id), fee)
    return done(ctx, { message: '缴费标准已保存' })
  }

  async removeFee(ctx: HttpContext) {
    await actions.removeFee(actorContext(ctx), Number(ctx.params.id), Number(ctx.params.fee))
    return done(ctx, { message: '缴费标准已删除' })
  }
}
