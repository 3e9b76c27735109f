import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { newSecret, secretHash } from '#identity/activation_secret'
import type Operator from '#identity/models/operator'
import { addressOf, newFactorSecret, stepOfCode } from '#identity/second_factor'
import env from '#start/env'
import { openPlatformValue, sealPlatformValue } from '#tenancy/crypto'
import { Refusal } from '#web/refusal'

const COLUMN = 'operator_second_factors.secret'
const RECOVERY_CODES = 10

const platform = () => db.connection('platform')
const factors = (operatorId: number) =>
  platform().from('operator_second_factors').where('operator_id', operatorId)
const recoveries = (operatorId: number) =>
  platform().from('operator_recovery_codes').where('operator_id', operatorId)
const stamp = () => DateTime.utc().toFormat('yyyy-MM-dd HH:mm:ss.SSS')

async function secretOf(operatorId: number): Promise<string | null> {
  const row = await factors(operatorId).first()
  return row && openPlatformValue(COLUMN, String(operatorId), row.secret_sealed)
}

export const hasOperatorFactor = async (operatorId: number) =>
  (await factors(operatorId).whereNotNull('confirmed_at').first()) !== null

/** What stands between an operator's password and his session. A demo asks only who has set one up. */
export async function operatorStep({ id }: Operator): Promise<'none' | 'code' | 'set_up'> {
  if (await hasOperatorFactor(id)) return 'code'
  return env.get('DEMO', false) ? 'none' : 'set_up'
}

/** Address for the authenticator app; the secret stays the same until it is confirmed. */
export async function beginOperatorFactor({ id, login }: { id: number; login: string }) {
  if (await hasOperatorFactor(id))
    throw new Refusal('known', '已绑定动态口令；更换设备请先解除绑定。')
  let secret = await secretOf(id)
  if (!secret) {
    secret = newFactorSecret()
    await platform()
      .table('operator_second_factors')
      .insert({
        operator_id: id,
        secret_sealed: sealPlatformValue(COLUMN, String(id), secret),
        created_at: stamp(),
      })
  }
  return { secret, address: addressOf('职称评审运维', login, secret) }
}

/** Whether a code of the device is right; each serves once. Confirms a factor that is being set up. */
export async function checkOperatorCode(operatorId: number, code: string, at = Date.now()) {
  const secret = await secretOf(operatorId)
  const step = secret ? stepOfCode(secret, code, at) : null
  if (step === null) return false
  const used = await factors(operatorId)
    .where((query) => query.whereNull('last_step').orWhere('last_step', '<', step))
    .update({
      last_step: step,
      confirmed_at: platform().raw('coalesce(confirmed_at, utc_timestamp(3))'),
    })
  return Number(used) === 1
}

/** Whether one of the codes kept on paper is right; each serves once. */
export async function useRecoveryCode(operatorId: number, code: string) {
  const used = await recoveries(operatorId)
    .where('code_hash', secretHash(code))
    .whereNull('used_at')
    .update({ used_at: stamp() })
  return Number(used) === 1
}

/** New recovery codes in place of all old ones, shown once and kept as hashes. */
export async function renewRecoveryCodes(operatorId: number): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newSecret)
  await platform().transaction(async (trx) => {
    await trx.from('operator_recovery_codes').where('operator_id', operatorId).delete()
    await trx
      .insertQuery()
      .table('operator_recovery_codes')
      .multiInsert(codes.map((code) => ({ operator_id: operatorId, code_hash: secretHash(code) })))
  })
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
}

export async function recoveryCodesLeft(operatorId: number): Promise<number> {
  const [{ total }] = await recoveries(operatorId).whereNull('used_at').count('* as total')
  return Number(total)
}

/** Takes device and recovery codes away: who comes next sets both up anew. */
export async function removeOperatorFactor(operatorId: number) {
  await factors(operatorId).delete()
  await recoveries(operatorId).delete()
}
