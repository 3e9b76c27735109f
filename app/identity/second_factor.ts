import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Secret, TOTP } from 'otpauth'
import { portalOf } from '#province/registry'
import type Account from '#identity/models/account'
import { signInPolicy } from '#identity/sign_in_policy'
import { openValue, sealValue } from '#tenancy/crypto'
import { requireTenant } from '#tenancy/context'
import { rolesOfTenant } from '#web/roles'

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
  return (await isAsked(account)) ? 'set_up' : 'none'
}

/** Administrators by their roles, issuers by what they may do, chairs by the meetings that are under way. */
async function isAsked(account: Account): Promise<boolean> {
  const { value } = await signInPolicy()
  const rows = await db.from('account_roles').where('account_id', account.id).select('role')
  const own = rows.map(({ role }) => role as string)
  if (own.some((role) => value.secondFactorRoles.includes(role))) return true
  if (value.secondFactorIssuers && (await mayIssue(account, own))) return true
  return value.secondFactorChairs && account.kind === 'expert' && (await isChair(account.id))
}

/** Units share roles with title offices; only a body with a code of its own issues certificates. */
async function mayIssue({ organizationId }: Account, own: string[]) {
  const hasRole = (await rolesOfTenant()).some(
    ({ id, abilities }) => own.includes(id) && abilities.includes('certificates.generate')
  )
  if (!hasRole || !organizationId) return false
  const body = await db.from('organizations').where('id', organizationId).first()
  return Boolean(body?.issuer_code)
}

const isChair = async (accountId: number) =>
  (await db
    .from('meeting_members as e')
    .join('meetings as m', 'm.id', 'e.meeting_id')
    .where({ 'e.account_id': accountId, 'e.status': 'active' })
    .whereIn('e.office', ['chair', 'vice_chair'])
    .whereNot('m.status', 'closed')
    .first()) !== null

/** Address for the authenticator app; the secret stays the same until it is confirmed. */
export async function beginSecondFactor(account: { id: number; name: string }) {
  const known = await factorOf(account.id)
  const secret = known?.secret ?? newFactorSecret()
  if (!known)
    await db.table('account_second_factors').insert({
      account_id: account.id,
      secret_sealed: sealValue(COLUMN, String(account.id), secret),
      created_at: DateTime.utc().toFormat('yyyy-MM-dd HH:mm:ss.SSS'),
    })
  const { shortName } = portalOf(requireTenant())
  return { secret, address: addressOf(shortName, account.name, secret) }
}

export const newFactorSecret = () => new Secret({ size: 20 }).base32

/** What an authenticator app reads from the square. */
export const addressOf = (issuer: string, label: string, secret: string) =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret) }).toString()

/** The half minute a code is of, now or one off; null where it is wrong. */
export function stepOfCode(secret: string, code: string, at: number): number | null {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  const delta = totp.validate({ token: code.replace(/\s/g, ''), timestamp: at, window: 1 })
  return delta === null ? null : Math.floor(at / 1000 / PERIOD) + delta
}

/** Whether a code is right; each code serves once. Confirms a factor that is being set up. */
export async function checkCode(accountId: number, code: string, at = Date.now()) {
  const factor = await factorOf(accountId)
  if (!factor) return false
  const step = stepOfCode(factor.secret, code, at)
  if (step === null) return false
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
export const removeSecondFactor = (trx: TransactionClientContract, accountId: number) =>
  trx.from('account_second_factors').where('account_id', accountId).delete()
