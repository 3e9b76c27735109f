import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Actor } from '#web/actor'

const entries = () => db.connection('platform')

/** What an operator did to the instance or a province. */
export const logOperator = (
  actor: Pick<Actor, 'name'>,
  entry: { action: string; tenant?: string; detail?: string }
) =>
  entries()
    .table('operator_entries')
    .insert({
      at: DateTime.utc().toFormat('yyyy-MM-dd HH:mm:ss.SSS'),
      operator: actor.name,
      action: entry.action,
      tenant: entry.tenant ?? null,
      detail: entry.detail ?? null,
    })

export async function latestOperatorEntries() {
  const rows = await entries().from('operator_entries').orderBy('id', 'desc').limit(50)
  return rows.map((row) => ({
    id: Number(row.id),
    at: DateTime.fromJSDate(row.at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm:ss'),
    operator: row.operator as string,
    action: row.action as string,
    tenant: row.tenant as string | null,
    detail: row.detail as string | null,
  }))
}
