import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { recordEntry } from '#audit/audit'
import Account from '#identity/models/account'
import { signInPolicy } from '#identity/sign_in_policy'
import { Refusal } from '#web/refusal'
import { sentence } from '#web/sentence'

/** captcha from this many failures on */
export const CAPTCHA_AFTER = 2

// verified when no account has the login, so that both cases take the same time
let decoy: Promise<string> | null = null

/** The account with these credentials. Unknown login and wrong password get the same answer in the same time. */
export default async function signIn(input: { login: string; password: string }): Promise<Account> {
  const account = await Account.findBy('login', input.login.trim())
  const now = DateTime.utc()
  if (account?.lockedUntil && account.lockedUntil > now)
    throw new Refusal(
      'locked',
      `连续输错密码，账号已暂时锁定，请 ${Math.ceil(account.lockedUntil.diff(now, 'minutes').minutes)} 分钟后再试，或请开设账号的单位重置。`
    )
  const stored = account?.password ?? (await (decoy ??= hash.make('no such account')))
  const right = await hash.verify(stored, input.password)
  if (account && right && account.status !== 'active') await tellOfRegistration(account)
  if (!account || !account.password || account.status !== 'active' || !right) {
    if (account) await countFailure(account, now)
    await recordEntry({
      accountId: account?.id ?? null,
      actorName: account?.name ?? '未知',
      action: 'session.refused',
      outcome: 'refused',
    })
    throw new Refusal('credentials', '登录名或密码不正确；首次使用请先用激活码激活账号。')
  }
  await db.transaction(async (trx) => {
    await account
      .useTransaction(trx)
      .merge({
        failedAttempts: 0,
        lockedUntil: null,
        lastSignedInAt: now,
        mustChangePassword: account.mustChangePassword || (await isTooOld(account, now)),
      })
      .save()
    await recordEntry(
      {
        accountId: account.id,
        actorName: account.name,
        action: 'session.opened',
        outcome: 'done',
      },
      trx
    )
  })
  return account
}

/** Who registered and gives the right password may know how his registration stands. */
async function tellOfRegistration(account: Account) {
  const row = await db
    .from('registrations')
    .where('account_id', account.id)
    .orderBy('id', 'desc')
    .select('status', 'opinion')
    .first()
  if (row?.status === 'open')
    throw new Refusal('registration_open', '注册申请正在审核，通过后即可登录。')
  if (row?.status === 'refused')
    throw new Refusal(
      'registration_refused',
      `注册未通过：${sentence(row.opinion)}可以更正后重新注册。`
    )
}

async function isTooOld({ passwordSetAt, createdAt }: Account, now: DateTime) {
  const { passwordDays } = (await signInPolicy()).value
  return passwordDays > 0 && (passwordSetAt ?? createdAt).plus({ days: passwordDays }) < now
}

async function countFailure(account: Account, now: DateTime) {
  const { lockAfter, lockMinutes } = (await signInPolicy()).value
  const failures = account.failedAttempts + 1
  await account
    .merge({
      failedAttempts: failures % lockAfter,
      lockedUntil: failures >= lockAfter ? now.plus({ minutes: lockMinutes }) : null,
    })
    .save()
}
