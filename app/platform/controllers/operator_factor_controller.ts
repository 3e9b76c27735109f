import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import { squareOf } from '#identity/controllers/second_factor_controller'
import Operator from '#identity/models/operator'
import {
  beginOperatorFactor,
  checkOperatorCode,
  hasOperatorFactor,
  operatorStep,
  recoveryCodesLeft,
  removeOperatorFactor,
  renewRecoveryCodes,
  useRecoveryCode,
} from '#identity/operator_factor'
import { openOperatorSession } from '#identity/operator_session'
import { logOperator } from '#platform/operator_log'
import { operatorCodeValidator } from '#platform/validators/operator'
import { page } from '#web/page'
import { Refusal, SignedOut } from '#web/refusal'
import { done } from '#web/reply'

/** A right password waits this long for its second factor */
const WAITING_SECONDS = 600
const WAITING = 'operator_waiting'

interface Waiting {
  id: number
  epoch: number
  since: number
}

/** After a right password: the session, or the question for the second factor. */
export async function afterOperatorPassword(ctx: HttpContext, operator: Operator, message: string) {
  if ((await operatorStep(operator)) === 'none') {
    openOperatorSession(ctx, operator)
    return done(ctx, { message, to: '/operator' })
  }
  ctx.session.regenerate()
  ctx.session.forget('operator')
  ctx.session.put(WAITING, {
    id: operator.id,
    epoch: operator.sessionEpoch,
    since: Math.floor(Date.now() / 1000),
  } satisfies Waiting)
  return done(ctx, { message: '请输入动态口令', to: '/operator/sign-in/code' })
}

async function waiting(ctx: HttpContext) {
  const found = ctx.session.get(WAITING) as Waiting | undefined
  const operator = found ? await Operator.find(found.id) : null
  const isLate = !found || Date.now() / 1000 - found.since > WAITING_SECONDS
  if (isLate || operator?.status !== 'active' || operator.sessionEpoch !== found.epoch)
    throw new SignedOut('登录已过期，请重新输入密码。')
  return operator
}

async function setUpOf(operator: Operator) {
  const { secret, address } = await beginOperatorFactor(operator)
  return { secret, picture: await squareOf(address) }
}

/** 动态口令 of operators: at signing in, and on their page of account security. */
export default class OperatorFactorController {
  async show(ctx: HttpContext) {
    const operator = await waiting(ctx)
    const isNew = (await operatorStep(operator)) === 'set_up'
    return page(ctx.inertia, 'public/operator_code', {
      setUp: isNew ? await setUpOf(operator) : null,
    })
  }

  async store(ctx: HttpContext) {
    const operator = await waiting(ctx)
    const isNew = !(await hasOperatorFactor(operator.id))
    const way = await rightCode(ctx, operator)
    ctx.session.forget(WAITING)
    openOperatorSession(ctx, operator)
    if (isNew)
      return done(ctx, { message: '已绑定动态口令', data: { codes: await bound(operator) } })
    if (way === 'recovery') await logOperator(operator, { action: '用恢复码登录' })
    return done(ctx, { message: `欢迎，${operator.name}`, to: '/operator' })
  }

  async security(ctx: HttpContext) {
    const { id } = await own(ctx)
    return page(ctx.inertia, 'operator/security', {
      isBound: await hasOperatorFactor(id),
      codesLeft: await recoveryCodesLeft(id),
    })
  }

  async begin(ctx: HttpContext) {
    return done(ctx, { message: '', data: await setUpOf(await own(ctx)) })
  }

  async confirm(ctx: HttpContext) {
    const operator = await own(ctx)
    if (await hasOperatorFactor(operator.id)) throw new Refusal('known', '已绑定动态口令。')
    await rightCode(ctx, operator)
    return done(ctx, { message: '已绑定动态口令', data: { codes: await bound(operator) } })
  }

  async renew(ctx: HttpContext) {
    const operator = await own(ctx)
    await rightCode(ctx, operator)
    await logOperator(operator, { action: '更换恢复码' })
    const codes = await renewRecoveryCodes(operator.id)
    return done(ctx, { message: '恢复码已更换，原来的不再有效', data: { codes } })
  }

  /** Another device is bound at the next sign-in; sessions on other machines end. */
  async remove(ctx: HttpContext) {
    const operator = await own(ctx)
    await rightCode(ctx, operator)
    await removeOperatorFactor(operator.id)
    await logOperator(operator, { action: '解除动态口令' })
    openOperatorSession(
      ctx,
      await operator.merge({ sessionEpoch: operator.sessionEpoch + 1 }).save()
    )
    return done(ctx, { message: '已解除绑定，请绑定新的设备' })
  }
}

const own = (ctx: HttpContext) => Operator.findOrFail(ctx.actor!.accountId)

async function bound(operator: Operator) {
  await logOperator(operator, { action: '绑定动态口令' })
  return renewRecoveryCodes(operator.id)
}

/** Guessing is bounded for each operator. */
async function rightCode(ctx: HttpContext, operator: Operator): Promise<'device' | 'recovery'> {
  const { code } = await ctx.request.validateUsing(operatorCodeValidator)
  const guesses = limiter.use({ requests: 6, duration: '15 mins', blockDuration: '15 mins' })
  const key = `operator_code:${operator.id}`
  if (await guesses.isBlocked(key))
    throw new Refusal('too_many', '口令多次输错，请 15 分钟后再试。')
  const isOfDevice = /^[\d ]+$/.test(code) && code.replace(/\s/g, '').length === 6
  const isRight = isOfDevice
    ? await checkOperatorCode(operator.id, code)
    : await useRecoveryCode(operator.id, code)
  if (isRight) {
    await guesses.delete(key)
    return isOfDevice ? 'device' : 'recovery'
  }
  await guesses.increment(key)
  await logOperator(operator, { action: '动态口令被拒' })
  throw new Refusal('code', '请核对口令', [
    {
      field: 'code',
      message: isOfDevice ? '动态口令不正确或已使用过，请等下一个口令' : '恢复码不正确或已使用过',
    },
  ])
}
