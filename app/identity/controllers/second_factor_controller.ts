import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import qrcode from 'qrcode'
import { recordEntry } from '#audit/audit'
import { HOME } from '#identity/controllers/session_controller'
import Account from '#identity/models/account'
import { beginSecondFactor, checkCode, secondStep } from '#identity/second_factor'
import { openSession } from '#identity/sessions'
import { codeValidator } from '#identity/validators/session'
import { page } from '#web/page'
import { Refusal, SignedOut } from '#web/refusal'
import { done } from '#web/reply'

/** A right password waits this long for its second factor */
const WAITING_SECONDS = 600

interface Waiting {
  id: number
  epoch: number
  since: number
  to: string
}

/** After a right password: a session where one factor is enough, otherwise the question for the second. */
export async function afterPassword(
  ctx: HttpContext,
  account: Account,
  to: string,
  message: string
) {
  const next = await stepAfterFirst(ctx, account, to)
  return done(ctx, { message: next === to ? message : '请输入动态口令', to: next })
}

/** Opens the session, or leaves the account waiting for its second factor; answers where to go on. */
export async function stepAfterFirst(ctx: HttpContext, account: Account, to: string) {
  if ((await secondStep(account)) === 'none') {
    await openSession(ctx, account)
    return to
  }
  ctx.session.regenerate()
  ctx.session.forget('account')
  ctx.session.put('waiting', {
    id: account.id,
    epoch: account.sessionEpoch,
    since: Math.floor(Date.now() / 1000),
    to,
  } satisfies Waiting)
  return '/sign-in/code'
}

async function waiting(ctx: HttpContext) {
  const found = ctx.session.get('waiting') as Waiting | undefined
  const account = found ? await Account.find(found.id) : null
  const isLate = !found || Date.now() / 1000 - found.since > WAITING_SECONDS
  if (isLate || account?.status !== 'active' || account.sessionEpoch !== found.epoch)
    throw new SignedOut('登录已过期，请重新输入密码。')
  return { account, to: found.to }
}

export default class SecondFactorController {
  /** Asks for the code; who has none yet gets the square to scan first. */
  async show(ctx: HttpContext) {
    const { account } = await waiting(ctx)
    const isNew = (await secondStep(account)) === 'set_up'
    return page(ctx.inertia, 'public/second_factor', {
      setUp: isNew ? await setUpOf(account) : null,
    })
  }

  async store(ctx: HttpContext) {
    const { code } = await ctx.request.validateUsing(codeValidator)
    const { account, to } = await waiting(ctx)
    await refuseWrongCode(account, code, ctx.tenant!.slug)
    await openSession(ctx, account)
    return done(ctx, { message: `欢迎，${account.name}`, to: to || HOME[account.kind] })
  }
}

/** The square and the words of a factor that is being set up. */
export async function setUpOf(account: { id: number; name: string }) {
  const { secret, address } = await beginSecondFactor(account)
  return { secret, picture: await squareOf(address) }
}

export async function squareOf(address: string) {
  const svg = await qrcode.toString(address, { type: 'svg', margin: 1 })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

/** Guessing is bounded for each account. */
export async function refuseWrongCode(account: Account, code: string, tenant: string) {
  const guesses = limiter.use({ requests: 6, duration: '15 mins', blockDuration: '15 mins' })
  const key = `code:${tenant}:${account.id}`
  if (await guesses.isBlocked(key))
    throw new Refusal('too_many', '动态口令多次输错，请 15 分钟后再试。')
  if (await checkCode(account.id, code)) return guesses.delete(key)
  await guesses.increment(key)
  await recordEntry({
    accountId: account.id,
    actorName: account.name,
    action: 'session.code_refused',
    outcome: 'refused',
  })
  throw new Refusal('code', '请核对动态口令', [
    { field: 'code', message: '动态口令不正确或已使用过，请等下一个口令' },
  ])
}
