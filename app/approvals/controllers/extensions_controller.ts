import type { HttpContext } from '@adonisjs/core/http'
import extendCorrection from '#approvals/actions/extend_correction'
import { readableCase } from '#approvals/scope'
import { extensionValidator } from '#approvals/validators/extension'
import { actorContext } from '#web/actor'
import { done } from '#web/reply'

export default class ExtensionsController {
  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(extensionValidator)
    const actor = actorContext(ctx)
    const application = await readableCase(actor.actor, Number(ctx.params.id))
    await extendCorrection(actor, application, input)
    return done(ctx, { message: `补正期限已延长至 ${input.dueOn}` })
  }
}
