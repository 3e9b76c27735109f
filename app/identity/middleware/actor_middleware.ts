import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { actorOfAccount } from '#identity/actor_of_account'
import Account from '#identity/models/account'
import { operatorActor } from '#identity/operator_session'

export interface SessionOfAccount {
  id: number
  epoch: number
  /** seconds; a session ends for good after twelve hours */
  since: number
}
const ABSOLUTE_SECONDS = 12 * 3600

/** Finds who acts. Changed rights, a new password or a closed account end the session at the next request. */
export default class ActorMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.actor = ctx.tenant ? await this.#account(ctx) : await operatorActor(ctx)
    return next()
  }

  async #account(ctx: HttpContext) {
    const session = ctx.session.get('account') as SessionOfAccount | undefined
    if (!session) return null
    const account = await Account.find(session.id)
    const over = Date.now() / 1000 - session.since > ABSOLUTE_SECONDS
    if (!account || over || account.status !== 'active' || account.sessionEpoch !== session.epoch) {
      ctx.session.forget('account')
      return null
    }
    return actorOfAccount(account)
  }
}

/** Opens the session of an account under a new session id (ASVS 7.2.4). */
export function openSession(ctx: HttpContext, account: Account) {
  ctx.session.regenerate()
  ctx.session.put('account', {
    id: account.id,
    epoch: account.sessionEpoch,
    since: Math.floor(Date.now() / 1000),
  } satisfies SessionOfAccount)
}
