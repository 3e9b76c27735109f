import type { HttpContext } from '@adonisjs/core/http'
import { sampleJob } from '#certificates/rendering/check_template'
import { DocumentRefused, renderDocument } from '#certificates/rendering/render_document'
import { templateFaults } from '#province/lint_template'
import { draftById } from '#rules/queries/drafts'
import { previewValidator } from '#rules/validators/rules'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** How a template would look, filled with its sample; nothing is kept. */
export default class TemplatesController {
  async preview(ctx: HttpContext) {
    const { template, source } = await ctx.request.validateUsing(previewValidator)
    const { templates } = await draftById(Number(ctx.params.id))
    const sample = templates[template]?.sample ?? Object.values(templates)[0]?.sample
    if (!sample) throw new NotFound('没有这个模板。')
    const faults = templateFaults(source, sample)
    if (faults.length > 0) return done(ctx, { message: '', data: { faults, svg: null } })
    try {
      const { bytes } = await renderDocument(sampleJob(source, sample, 'svg'), { lane: 'preview' })
      return done(ctx, { message: '', data: { faults: [], svg: bytes.toString('base64') } })
    } catch (error) {
      if (!(error instanceof DocumentRefused)) throw error
      return done(ctx, { message: '', data: { faults: error.faults, svg: null } })
    }
  }
}
