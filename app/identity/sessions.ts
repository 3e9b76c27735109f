import { randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import Account from '#identity/models/account'
import { deviceOf } from '#identity/device'
import { signInPolicy } from '#identity/sign_in_policy'
import { keptPerTenant } from '#web/kept'

export interface SessionOfAccount {
  id: number
  epoch: number
  /** seconds; a session ends for good after the hours of the policy */
  since: number
  /** its row in `account_sessions`, by which it can be ended */
  code: string
}
const policy = keptPerTenant(async () => (await signInPolicy()).value)
/** how often a session says that it is alive */
const SEEN_EVERY_MS = 5 * 60_000

const now = () => DateTime.utc().toFormat('yyyy-MM-dd HH:mm:ss.SSS')

/** Opens the session of an account under a new session id (ASVS 7.2.4). */
export async function openSession(ctx: HttpContext, account: Account) {
  const code = randomBytes(16).toString('hex')
  ctx.session.regenerate()
  ctx.session.forget('waiting')
  ctx.session.put('account', {
    id: account.id,
    epoch: account.sessionEpoch,
    since: Math.floor(Date.now() / 1000),
    code,
  } satisfies SessionOfAccount)
  await db.table('account_sessions').insert({
    account_id: account.id,
    code,
    device: deviceOf(ctx.request.header('user-agent')),
    address: ctx.request.ip(),
    opened_at: now(),
    last_seen_at: now(),
  })
}

/** The account of a session that is still good; changed rights, a new password or an administrator may have ended it. */
export async function accountOfSession(session: SessionOfAccount): Promise<Account | null> {
  const account = await Account.query()
    .select('accounts.*')
    .select('s.ended_at as session_ended_at', 's.last_seen_at as session_seen_at')
    .leftJoin('account_sessions as s', (join) => join.onVal('s.code', session.code))
    .where('accounts.id', session.id)
    .first()
  if (!account || account.status !== 'active') return null
  const { session_ended_at: endedAt, session_seen_at: seenAt } = account.$extras
  const { sessionHours } = await policy.get()
  const isOver = Date.now() / 1000 - session.since > sessionHours * 3600
  if (isOver || account.sessionEpoch !== session.epoch || endedAt || !seenAt) return null
  if (Date.now() - new Date(seenAt).getTime() > SEEN_EVERY_MS)
    await db.from('account_sessions').where('code', session.code).update({ last_seen_at: now() })
  return account
}

export async function endSession(where: { id: number } | { code: string }, endedBy: string) {
  await db
    .from('account_sessions')
    .where(where)
    .whereNull('ended_at')
    .update({ ended_at: now(), ended_by: endedBy })
}
