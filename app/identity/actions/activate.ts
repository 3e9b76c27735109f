import { timingSafeEqual } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { recordEntry } from '#audit/audit'
import { secretHash } from '#identity/activation_secret'
import setPassword from '#identity/actions/set_password'
import Account from '#identity/models/account'
import { Refusal } from '#web/refusal'

/** The first use of an account: the one-time secret is exchanged for a password of one's own. */
export default async function activate(input: {
  login: string
  secret: string
  password: string
}): Promise<Account> {
  const account = await Account.findBy('login', input.login.trim())
  const given = Buffer.from(secretHash(input.secret))
  const wanted = Buffer.from(account?.activationHash ?? '0'.repeat(64))
  const right = timingSafeEqual(given, wanted)
  const now = DateTime.utc()
  if (!account || !right || account.status === 'disabled')
    throw new Refusal(
      'activation',
      '登录名或激活码不正确，请核对纸条，或请开设账号的单位重新发放。'
    )
  if (!account.activationExpiresAt || account.activationExpiresAt < now)
    throw new Refusal('activation_expired', '激活码已过期，请开设账号的单位重新发放。')
  await db.transaction(async (trx) => {
    await setPassword(account.useTransaction(trx), input.password)
    await recordEntry(
      { accountId: account.id, actorName: account.name, action: 'account.activated' },
      trx
    )
  })
  return account
}
