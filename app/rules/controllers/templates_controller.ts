import type { HttpContext } from '@adonisjs/core/http'
import { sampleJob } from '#certificates/rendering/check_template'
import { DocumentRefused, renderDocument } from '#certificates/rendering/render_document'
import { templateFaults } from '#province/lint_template'
import { draftById } from '#rules/queries/drafts'
import { caseData, casesToTry } from '#rules/queries/preview_case'
import { caseSearchValidator, previewValidator } from '#rules/validators/rules'
import { actorContext } from '#web/actor'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** How a template would look, filled with its sample or with a case; nothing is kept. */
export default class TemplatesController {
  async preview(ctx: HttpContext) {
    const { template, source, applicationId } = await ctx.request.validateUsing(previewValidator)
    const draft = await draftById(Number(ctx.params.id))
    // one that was added and is not saved yet begins as the first
    const sample = draft.templates[template]?.sample ?? Object.values(draft.templates)[0]?.sample
    if (!sample) throw new NotFound('没有这个模板。')
    const faults = templateFaults(source, sample)
    if (faults.length > 0) return done(ctx, { message: '', data: { faults, svg: null } })
    const real = applicationId
      ? await caseData(actorContext(ctx), draft, { template, sample }, applicationId)
      : null
    try {
      const { bytes } = await renderDocument(
        { ...sampleJob(source, real?.data ?? sample, 'svg'), photo: real?.photo },
        { lane: 'preview' }
      )
      return done(ctx, { message: '', data: { faults: [], svg: bytes.toString('base64') } })
    } catch (error) {
      if (!(error instanceof DocumentRefused)) throw error
      return done(ctx, { message: '', data: { faults: error.faults, svg: null } })
    }
  }

  async cases({ request, response, actor }: HttpContext) {
    const { q } = await request.validateUsing(caseSearchValidator)
    return response.json({ options: await casesToTry(actor!, q ?? '') })
  }
}
