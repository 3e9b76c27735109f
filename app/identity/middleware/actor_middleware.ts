import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { operatorActor } from '#identity/operator_session'
import { actorOfSession, type SessionOfAccount } from '#identity/sessions'

/** Finds who acts. Changed rights, a new password or a closed account end the session at the next request. */
export default class ActorMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if ((ctx as Partial<HttpContext>).session)
      ctx.actor = ctx.tenant ? await this.#account(ctx) : await operatorActor(ctx)
    return next()
  }

  async #account(ctx: HttpContext) {
    const session = ctx.session.get('account') as SessionOfAccount | undefined
    if (!session) return null
    const actor = await actorOfSession(session)
    if (!actor) ctx.session.forget('account')
    return actor
  }
}
