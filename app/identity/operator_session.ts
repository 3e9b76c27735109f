import { timingSafeEqual } from 'node:crypto'
import hash from '@adonisjs/core/services/hash'
import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { newSecret, secretHash } from '#identity/activation_secret'
import Operator from '#identity/models/operator'
import { removeOperatorFactor } from '#identity/operator_factor'
import { passwordFault } from '#identity/password_rules'
import type { Actor } from '#web/actor'
import { Refusal } from '#web/refusal'

const FAILURES = 5
const LOCKED_MINUTES = 15
const ACTIVATION_DAYS = 3
const ABSOLUTE_SECONDS = 12 * 3600

interface SessionOfOperator {
  id: number
  epoch: number
  since: number
}

/** Operators run the instance on its own host; they have no ability inside a province. */
export async function operatorActor(ctx: HttpContext): Promise<Actor | null> {
  const session = ctx.session.get('operator') as SessionOfOperator | undefined
  const operator = session ? await Operator.find(session.id) : null
  if (
    !session ||
    operator?.status !== 'active' ||
    operator.sessionEpoch !== session.epoch ||
    Date.now() / 1000 - session.since > ABSOLUTE_SECONDS
  )
    return null
  const abilities = new Set(['operator'])
  return {
    accountId: operator.id,
    name: operator.name,
    kind: 'operator',
    personId: null,
    organizationId: null,
    organizationName: null,
    committeeId: null,
    expertId: null,
    roles: ['operator'],
    abilities,
    can: (name) => abilities.has(name),
  }
}

export function openOperatorSession(ctx: HttpContext, operator: Operator) {
  ctx.session.regenerate()
  ctx.session.put('operator', {
    id: operator.id,
    epoch: operator.sessionEpoch,
    since: Math.floor(Date.now() / 1000),
  } satisfies SessionOfOperator)
}

// verified when no operator has the login, so that both cases take the same time
let decoy: Promise<string> | null = null

export async function signInOperator(input: { login: string; password: string }) {
  const operator = await Operator.findBy('login', input.login.trim())
  const now = DateTime.utc()
  if (operator?.lockedUntil && operator.lockedUntil > now)
    throw new Refusal('locked', '连续输错多次，账号已暂时锁定，请稍后再试。')
  const stored = operator?.password ?? (await (decoy ??= hash.make('no such operator')))
  const right = await hash.verify(stored, input.password)
  if (operator?.password && operator.status === 'active' && right)
    return operator.merge({ failedAttempts: 0, lockedUntil: null }).save()
  if (operator) {
    const failures = operator.failedAttempts + 1
    await operator
      .merge({
        failedAttempts: failures % FAILURES,
        lockedUntil: failures >= FAILURES ? now.plus({ minutes: LOCKED_MINUTES }) : null,
      })
      .save()
  }
  throw new Refusal('credentials', '登录名或密码不正确；首次使用请先用激活码激活账号。')
}

/** Opens an operator's account or renews its one-time secret; answers the secret, shown once. */
export async function inviteOperator(input: { login: string; name: string }): Promise<string> {
  const secret = newSecret()
  const operator = await Operator.firstOrNew({ login: input.login }, { sessionEpoch: 1 })
  await operator
    .merge({
      name: input.name,
      activationHash: secretHash(secret),
      activationExpiresAt: DateTime.utc().plus({ days: ACTIVATION_DAYS }),
      status: 'active',
      mustChangePassword: true,
      failedAttempts: 0,
      lockedUntil: null,
    })
    .save()
  return secret
}

/** Exchanges the one-time secret for a password of one's own; a second factor of before goes with the old password. */
export async function activateOperator(input: { login: string; secret: string; password: string }) {
  const operator = await Operator.findBy('login', input.login.trim())
  const right = timingSafeEqual(
    Buffer.from(secretHash(input.secret)),
    Buffer.from(operator?.activationHash ?? '0'.repeat(64))
  )
  if (
    !operator ||
    !right ||
    !operator.activationExpiresAt ||
    operator.activationExpiresAt < DateTime.utc()
  )
    throw new Refusal('activation', '登录名或激活码不正确或已过期，请在服务器上重新发放。')
  const fault = passwordFault(input.password, [operator.login])
  if (fault) throw new Refusal('password', '请更换密码', [{ field: 'password', message: fault }])
  await removeOperatorFactor(operator.id)
  return operator
    .merge({
      password: await hash.make(input.password),
      activationHash: null,
      activationExpiresAt: null,
      mustChangePassword: false,
      sessionEpoch: (operator.sessionEpoch ?? 1) + 1,
    })
    .save()
}
