import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { stepAfterFirst } from '#identity/controllers/second_factor_controller'
import { HOME, safePath } from '#identity/controllers/session_controller'
import { beginJourney, endJourney, readProvider, sealSecret, type Journey } from '#identity/oidc'
import { providerValidator } from '#identity/validators/roles'
import { actorContext } from '#web/actor'
import { Refusal, SignedOut } from '#web/refusal'
import { done } from '#web/reply'
import { writeSetting } from '#web/settings'

/** Sign-in at the province's own identity provider (OpenID Connect). */
export default class OidcController {
  async begin(ctx: HttpContext) {
    const attempts = limiter.use({ requests: 60, duration: '10 mins' })
    const key = `oidc:${ctx.tenant!.slug}:${ctx.request.ip()}`
    if ((await attempts.attempt(key, () => true)) === undefined)
      throw new Refusal('too_many', '尝试次数过多，请 10 分钟后再试。')
    const { address, journey } = await beginJourney(safePath(ctx.request.input('to')) ?? null)
    ctx.session.put('oidc', journey)
    return ctx.response.redirect().toPath(address)
  }

  async end(ctx: HttpContext) {
    const journey = ctx.session.get('oidc') as Journey | undefined
    ctx.session.forget('oidc')
    if (!journey) throw new SignedOut('登录已过期，请重新登录。')
    const account = await endJourney(journey, ctx.request.parsedUrl.query ?? '')
    const to = await stepAfterFirst(ctx, account, journey.to ?? HOME[account.kind])
    return ctx.response.redirect().toPath(to)
  }

  /** Saved by the security administrator; an empty secret keeps the one that is there. */
  async save(ctx: HttpContext) {
    const { version, secret, ...input } = await ctx.request.validateUsing(providerValidator)
    const known = (await readProvider()).value.secret
    const actor = actorContext(ctx)
    await db.transaction(async (trx) => {
      await writeSetting(actor, trx, 'oidc', {
        value: { ...input, secret: secret ? sealSecret(secret) : known },
        version,
      })
      await audit(
        actor,
        {
          action: 'identity_provider.changed',
          detail: { enabled: input.enabled, issuer: input.issuer },
        },
        trx
      )
    })
    return done(ctx, { message: input.enabled ? '统一身份认证已启用' : '统一身份认证已停用' })
  }
}
