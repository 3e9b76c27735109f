import type { HttpContext } from '@adonisjs/core/http'
import { ownApplication } from '#applications/actions/save_section'
import { applicationCard } from '#applications/queries/application_card'
import { rulesetById } from '#batches/queries/rulesets'
import { renderDocument } from '#certificates/rendering/render_document'
import { actorContext, today } from '#web/actor'
import { NotFound } from '#web/refusal'

/** Blank forms that materials are made from (HB-25), with name and unit already in them. */
export default class BlankFormsController {
  async show(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const application = await ownApplication(actor, Number(ctx.params.id))
    const { ruleset, templates } = await rulesetById(application.rulesetId)
    const material = ruleset.application.materials.find(({ id }) => id === ctx.params.material)
    const template = material?.template ? templates[material.template] : undefined
    if (!template) throw new NotFound()
    const { name, unit } = await applicationCard(application)
    const { bytes } = await renderDocument(
      { template: template.source, data: { name, unit }, day: today(actor), output: 'pdf' },
      { lane: 'preview' }
    )
    ctx.response.header('content-type', 'application/pdf')
    ctx.response.header('cache-control', 'private, no-store')
    ctx.response.header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(`${template.label}.pdf`)}`
    )
    return ctx.response.send(bytes)
  }
}
