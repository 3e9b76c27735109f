import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { reportSources } from '#approvals/queries/general_form'
import { templatesOf } from '#approvals/queries/report_templates'
import { templateValidator } from '#approvals/validators/review'
import { currentRuleset } from '#batches/queries/rulesets'
import { page } from '#web/page'
import { actorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'
import { stamp } from '#web/stamp'

/** 报盘模板管理: the columns of the exported general form, year by year (HB-12). */
export default class ReportTemplatesController {
  async index({ inertia, actor }: HttpContext) {
    const { ruleset } = await currentRuleset()
    return page(inertia, 'office/cases/templates', {
      templates: await templatesOf(actor!),
      sources: reportSources(ruleset),
    })
  }

  async store(ctx: HttpContext) {
    const organizationId = ctx.actor!.organizationId
    if (!organizationId) throw new Forbidden('只有机构账号可以维护报盘模板。')
    await this.#save(ctx, null, organizationId)
    return done(ctx, { message: '模板已保存' })
  }

  async update(ctx: HttpContext) {
    const { id, organization_id: organizationId } = await ownTemplate(ctx)
    await this.#save(ctx, id, organizationId)
    return done(ctx, { message: '模板已保存' })
  }

  async destroy(ctx: HttpContext) {
    const { id } = await ownTemplate(ctx)
    await db.from('report_templates').where('id', id).delete()
    return done(ctx, { message: '模板已删除' })
  }

  async #save(ctx: HttpContext, id: number | null, organizationId: number) {
    const input = await ctx.request.validateUsing(templateValidator)
    const known = new Set(
      reportSources((await currentRuleset()).ruleset).map(({ source }) => source)
    )
    if (input.columns.some(({ source }) => !known.has(source)))
      throw new Refusal('columns', '所选列已不在申报表中，请刷新后重新选择。')
    const at = stamp(actorContext(ctx))
    const row = {
      organization_id: organizationId,
      year: input.year,
      name: input.name,
      columns: JSON.stringify(input.columns),
      is_default: input.isDefault,
      updated_at: at,
    }
    await db.transaction(async (trx) => {
      const twin = await trx
        .from('report_templates')
        .where({ organization_id: organizationId, year: input.year, name: input.name })
        .whereNot('id', id ?? 0)
        .first()
      if (twin)
        throw new Refusal('name_taken', '请更换模板名称', [
          { field: 'name', message: '本年度已有同名模板' },
        ])
      if (input.isDefault)
        await trx
          .from('report_templates')
          .where('organization_id', organizationId)
          .update({ is_default: false })
      if (id) await trx.from('report_templates').where('id', id).update(row)
      else await trx.table('report_templates').insert({ ...row, created_at: at })
    })
  }
}

async function ownTemplate({ params, actor }: HttpContext) {
  const found = await db
    .from('report_templates')
    .where({ id: Number(params.id), organization_id: actor!.organizationId ?? 0 })
    .first()
  if (!found) throw new NotFound()
  return found as { id: number; organization_id: number }
}
