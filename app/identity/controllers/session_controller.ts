import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import activate from '#identity/actions/activate'
import setPassword from '#identity/actions/set_password'
import signIn, { CAPTCHA_AFTER } from '#identity/actions/sign_in'
import { checkCaptcha } from '#identity/captcha'
import Account from '#identity/models/account'
import { afterPassword } from '#identity/controllers/second_factor_controller'
import { readProvider } from '#identity/oidc'
import { endSession, openSession, type SessionOfAccount } from '#identity/sessions'
import hash from '@adonisjs/core/services/hash'
import { activateValidator, passwordValidator, signInValidator } from '#identity/validators/session'
import { page } from '#web/page'
import { Refusal } from '#web/refusal'
import { done } from '#web/reply'

/** Where each kind of account starts. */
export const HOME: Record<string, string> = {
  applicant: '/apply',
  staff: '/home',
  committee: '/home',
  tenant_admin: '/home',
  expert: '/expert',
}

/** Which of the page's three tabs a link leads to. */
const DOORS = ['person', 'unit', 'expert'] as const

export default class SessionController {
  async create({ inertia, request, actor, response }: HttpContext) {
    if (actor) return response.redirect().toPath(HOME[actor.kind] ?? '/')
    const { value: provider } = await readProvider()
    return page(inertia, 'public/sign_in', {
      to: safePath(request.input('to')),
      as: DOORS.find((door) => door === request.input('as')),
      provider: provider.enabled ? provider.label : null,
    })
  }

  async store(ctx: HttpContext) {
    const { login, password, captcha, to } = await ctx.request.validateUsing(signInValidator)
    const key = `signin:${ctx.tenant!.slug}:${ctx.request.ip()}`
    const attempts = limiter.use({ requests: 30, duration: '10 mins', blockDuration: '10 mins' })
    if (await attempts.isBlocked(key))
      throw new Refusal('too_many', '尝试次数过多，请 10 分钟后再试。')
    const failures = `failures:${ctx.tenant!.slug}:${login.trim().toLowerCase()}`
    const counter = limiter.use({ requests: 50, duration: '15 mins' })
    const failed = (await counter.get(failures))?.consumed ?? 0
    if (failed >= CAPTCHA_AFTER && !(await checkCaptcha(captcha)))
      throw new Refusal('captcha', '请先完成人机验证。', [
        { field: 'captcha', message: '请完成人机验证' },
      ])
    let account: Account
    try {
      account = await signIn({ login, password })
    } catch (error) {
      await attempts.increment(key)
      await counter.increment(failures)
      throw error
    }
    await counter.delete(failures)
    const next = account.mustChangePassword ? '/password' : (safePath(to) ?? HOME[account.kind])
    return afterPassword(ctx, account, next, `欢迎，${account.name}`)
  }

  async destroy(ctx: HttpContext) {
    const { code } = ctx.session.get('account') as SessionOfAccount
    await endSession({ code }, ctx.actor!.name)
    ctx.session.forget('account')
    ctx.session.regenerate()
    return done(ctx, { message: '已退出登录', to: '/' })
  }

  activation({ inertia, request }: HttpContext) {
    return page(inertia, 'public/activate', { login: String(request.input('login', '') ?? '') })
  }

  async activate(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(activateValidator)
    const key = `activate:${ctx.tenant!.slug}:${ctx.request.ip()}`
    const attempts = limiter.use({ requests: 20, duration: '10 mins' })
    if ((await attempts.remaining(key)) <= 0)
      throw new Refusal('too_many', '尝试次数过多，请 10 分钟后再试。')
    await attempts.increment(key)
    const account = await activate(input)
    return afterPassword(ctx, account, HOME[account.kind], '账号已激活')
  }

  password({ inertia }: HttpContext) {
    return page(inertia, 'public/change_password', {})
  }

  async changePassword(ctx: HttpContext) {
    const { current, password } = await ctx.request.validateUsing(passwordValidator)
    const account = await Account.findOrFail(ctx.actor!.accountId)
    if (!account.password || !(await hash.verify(account.password, current)))
      throw new Refusal('password', '请核对当前密码', [
        { field: 'current', message: '当前密码不正确' },
      ])
    await setPassword(account, password)
    await openSession(ctx, account)
    return done(ctx, { message: '密码已修改，其他设备上的登录已退出', to: HOME[account.kind] })
  }
}

/** A path of our own site, or nothing. */
export const safePath = (to: unknown) =>
  typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : undefined
