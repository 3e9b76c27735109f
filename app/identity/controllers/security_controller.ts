import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { refuseWrongCode, setUpOf } from '#identity/controllers/second_factor_controller'
import Account from '#identity/models/account'
import { listSessions } from '#identity/queries/list_sessions'
import { hasSecondFactor, removeSecondFactor, secondStep } from '#identity/second_factor'
import { endSession, type SessionOfAccount } from '#identity/sessions'
import { codeValidator } from '#identity/validators/session'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { pageOf } from '#web/paging'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'

/** A person's own second factor and sessions. */
export default class SecurityController {
  async show(ctx: HttpContext) {
    const id = ctx.actor!.accountId!
    return page(ctx.inertia, 'shared/security', {
      hasSecondFactor: await hasSecondFactor(id),
      sessions: await listSessions(pageOf(ctx.request), { accountId: id }, codeOf(ctx)),
    })
  }

  async begin(ctx: HttpContext) {
    const { accountId: id, name } = ctx.actor!
    if (await hasSecondFactor(id!))
      throw new Refusal('known', '已绑定动态口令；更换设备请先解除绑定。')
    return done(ctx, { message: '', data: await setUpOf({ id: id!, name }) })
  }

  async confirm(ctx: HttpContext) {
    const { code } = await ctx.request.validateUsing(codeValidator)
    const account = await Account.findOrFail(ctx.actor!.accountId)
    await refuseWrongCode(account, code, ctx.tenant!.slug)
    await audit(actorContext(ctx), { action: 'second_factor.bound' })
    return done(ctx, { message: '已绑定，下次登录时需要动态口令' })
  }

  /** Only who still has the device may take the factor away himself, and only where the policy does not ask for it. */
  async remove(ctx: HttpContext) {
    const { code } = await ctx.request.validateUsing(codeValidator)
    const account = await Account.findOrFail(ctx.actor!.accountId)
    await refuseWrongCode(account, code, ctx.tenant!.slug)
    await db.transaction(async (trx) => {
      await removeSecondFactor(trx, account.id)
      await audit(actorContext(ctx), { action: 'second_factor.removed' }, trx)
    })
    const isAsked = (await secondStep(account)) === 'set_up'
    return done(ctx, {
      message: isAsked ? '已解除，下次登录时须重新绑定' : '已解除绑定',
    })
  }

  async endSession(ctx: HttpContext) {
    const session = await db
      .from('account_sessions')
      .where({ id: Number(ctx.params.id), account_id: ctx.actor!.accountId! })
      .first()
    if (!session) throw new NotFound()
    await endSession({ id: session.id }, ctx.actor!.name)
    return done(ctx, { message: '已退出该设备上的登录' })
  }
}

const codeOf = (ctx: HttpContext) => (ctx.session.get('account') as SessionOfAccount).code
