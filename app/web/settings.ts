import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ActorContext } from '#web/actor'
import { StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface Setting<Value> {
  value: Value
  /** 0 = never saved */
  version: number
}

/** A tenant's setting, or what holds where nobody set it. */
export async function readSetting<Value>(name: string, usual: Value): Promise<Setting<Value>> {
  const row = await db.from('tenant_settings').where('name', name).first()
  if (!row) return { value: usual, version: 0 }
  const value = typeof row.value === 'string' ? JSON.parse(row.value) : row.value
  return { value: { ...usual, ...value }, version: row.version }
}

/** Saves a setting unless somebody was faster. */
export async function writeSetting(
  ctx: ActorContext,
  trx: TransactionClientContract,
  name: string,
  { value, version }: Setting<object>
) {
  const values = {
    value: JSON.stringify(value),
    version: version + 1,
    updated_by: ctx.actor.name,
    updated_at: stamp(ctx),
  }
  if (version === 0) {
    const known = await trx.from('tenant_settings').where('name', name).first()
    if (known) throw new StaleRefusal()
    await trx.table('tenant_settings').insert({ name, ...values })
    return
  }
  const changed = await trx.from('tenant_settings').where({ name, version }).update(values)
  if (Number(changed) === 0) throw new StaleRefusal()
}
