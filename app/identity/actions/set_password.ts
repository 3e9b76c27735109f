import hash from '@adonisjs/core/services/hash'
import { DateTime } from 'luxon'
import type Account from '#identity/models/account'
import { passwordFault } from '#identity/password_rules'
import { Refusal } from '#web/refusal'

/** Gives an account a password of its person's own; ends all other sessions. */
export default async function setPassword(account: Account, password: string) {
  const fault = passwordFault(password, [account.login, account.login.slice(-6)])
  if (fault) throw new Refusal('password', '请更换密码', [{ field: 'password', message: fault }])
  await account
    .merge({
      password: await hash.make(password),
      passwordSetAt: DateTime.utc(),
      mustChangePassword: false,
      activationHash: null,
      activationExpiresAt: null,
      status: 'active',
      failedAttempts: 0,
      lockedUntil: null,
      sessionEpoch: account.sessionEpoch + 1,
    })
    .save()
}
