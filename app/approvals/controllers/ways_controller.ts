import type { HttpContext } from '@adonisjs/core/http'
import { waysOfTarget } from '#approvals/queries/ways_of_target'
import { waysValidator } from '#approvals/validators/ways'
import Batch from '#batches/models/batch'
import { rulesetById } from '#batches/queries/rulesets'
import { currentSeries } from '#catalogue/queries/current_series'
import { Forbidden, NotFound } from '#web/refusal'

/** Which committees and bodies an applicant could go to with what he is about to choose. */
export default class WaysController {
  async index({ request, response, actor }: HttpContext) {
    if (!actor!.organizationId) throw new Forbidden('只有申报人账号可以申报。')
    const { batch: batchId, ...target } = await waysValidator.validate(request.qs())
    const batch = await Batch.find(batchId)
    const title = (await currentSeries())
      .find(({ code }) => code === target.series)
      ?.titles.find(({ code }) => code === target.title)
    if (!batch || !title) throw new NotFound()
    const { ruleset } = await rulesetById(batch.rulesetId)
    return response.json({
      ways: await waysOfTarget(
        actor!.organizationId,
        { ...target, category: target.category ?? null, level: title.level },
        ruleset
      ),
    })
  }
}
