import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import Account from '#identity/models/account'
import { listSessions } from '#identity/queries/list_sessions'
import { endSession, type SessionOfAccount } from '#identity/sessions'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** Who is signed in, and the way to end it. */
export default class SessionsController {
  async index(ctx: HttpContext) {
    const filters = filtersOf(ctx.request, ['name', 'login', 'kind'])
    const { code } = ctx.session.get('account') as SessionOfAccount
    return page(ctx.inertia, 'tenant_admin/security/sessions', {
      filters,
      sessions: await listSessions(pageOf(ctx.request), filters, code),
    })
  }

  async end(ctx: HttpContext) {
    const session = await db.from('account_sessions').where('id', Number(ctx.params.id)).first()
    if (!session) throw new NotFound()
    await db.transaction(async (trx) => {
      await endSession({ id: session.id }, ctx.actor!.name, trx)
      await audit(
        actorContext(ctx),
        { action: 'session.ended', objectType: 'account', objectId: session.account_id },
        trx
      )
    })
    return done(ctx, { message: '登录已结束' })
  }

  /** All sessions of an account: its next request needs a sign-in. */
  async endAll(ctx: HttpContext) {
    const account = await Account.find(Number(ctx.params.id))
    if (!account) throw new NotFound()
    await db.transaction(async (trx) => {
      await account
        .useTransaction(trx)
        .merge({ sessionEpoch: account.sessionEpoch + 1 })
        .save()
      await trx
        .from('account_sessions')
        .where('account_id', account.id)
        .whereNull('ended_at')
        .update({ ended_at: new Date(), ended_by: ctx.actor!.name })
      await audit(
        actorContext(ctx),
        {
          action: 'session.ended',
          objectType: 'account',
          objectId: account.id,
        },
        trx
      )
    })
    return done(ctx, { message: `已结束 ${account.name} 的全部登录` })
  }
}
