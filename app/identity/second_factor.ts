import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { Secret, TOTP } from 'otpauth'
import { portalOf } from '#province/registry'
import type Account from '#identity/models/account'
import { openValue, sealValue } from '#tenancy/crypto'
import { requireTenant } from '#tenancy/context'
import { readSetting } from '#web/settings'

/** Who must sign in with a second factor, by role; the three administrators where nobody said otherwise. */
export interface SignInPolicy {
  secondFactorRoles: string[]
}
export const USUAL_POLICY: SignInPolicy = {
  secondFactorRoles: ['tenant_admin', 'security_admin', 'audit_admin'],
}
export const signInPolicy = () => readSetting('sign_in', USUAL_POLICY)

const PERIOD = 30
const COLUMN = 'account_second_factors.secret'

interface Factor {
  secret: string
  confirmed: boolean
  lastStep: number
}

async function factorOf(accountId: number): Promise<Factor | null> {
  const row = await db.from('account_second_factors').where('account_id', accountId).first()
  return (
    row && {
      secret: openValue(COLUMN, String(accountId), row.secret_sealed),
      confirmed: row.confirmed_at !== null,
      lastStep: Number(row.last_step ?? 0),
    }
  )
}

export const hasSecondFactor = async (accountId: number) =>
  (await factorOf(accountId))?.confirmed === true

/** What stands between a right password and a session: nothing, a code, or setting the second factor up first. */
export async function secondStep(account: Account): Promise<'none' | 'code' | 'set_up'> {
  if (await hasSecondFactor(account.id)) return 'code'
  const { value } = await signInPolicy()
  const roles = await db.from('account_roles').where('account_id', account.id).select('role')
  return roles.some(({ role }) => value.secondFactorRoles.includes(role)) ? 'set_up' : 'none'
}

/** Address for the authenticator app; the secret stays the same until it is confirmed. */
export async function beginSecondFactor(account: { id: number; name: string }) {
  const known = await factorOf(account.id)
  const secret = known?.secret ?? new Secret({ size: 20 }).base32
  if (!known)
    await db.table('account_second_factors').insert({
      account_id: account.id,
      secret_sealed: sealValue(COLUMN, String(account.id), secret),
      created_at: DateTime.utc().toFormat('yyyy-MM-dd HH:mm:ss.SSS'),
    })
  const { shortName } = portalOf(requireTenant())
  const totp = new TOTP({
    issuer: shortName,
    label: account.name,
    secret: Secret.fromBase32(secret),
  })
  return { secret, address: totp.toString() }
}

/** Whether a code is right, now or one step off; each code serves once. Confirms a factor that is being set up. */
export async function checkCode(accountId: number, code: string, at = Date.now()) {
  const factor = await factorOf(accountId)
  if (!factor) return false
  const totp = new TOTP({ secret: Secret.fromBase32(factor.secret) })
  const delta = totp.validate({ token: code.replace(/\s/g, ''), timestamp: at, window: 1 })
  if (delta === null) return false
  const step = Math.floor(at / 1000 / PERIOD) + delta
  const used = await db
    .from('account_second_factors')
    .where('account_id', accountId)
    .where((query) => query.whereNull('last_step').orWhere('last_step', '<', step))
    .update({
      last_step: step,
      confirmed_at: db.raw('coalesce(confirmed_at, utc_timestamp(3))'),
    })
  return Number(used) === 1
}

/** Takes a second factor away: the way back for who lost his device. */
export const removeSecondFactor = (accountId: number) =>
  db.from('account_second_factors').where('account_id', accountId).delete()
