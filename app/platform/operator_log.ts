import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Actor } from '#web/actor'
import { containing } from '#web/like'
import { paged, type Page } from '#web/paging'

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

/** The log of the operators, newest first, by what is looked for in it. */
export async function operatorEntries(filters: { tenant?: string; q?: string }, at: Page) {
  const query = entries().from('operator_entries').orderBy('id', 'desc').select('*')
  if (filters.tenant) query.where('tenant', filters.tenant)
  if (filters.q)
    query.where((either) => {
      for (const column of ['operator', 'action', 'detail'])
        either.orWhere(column, 'like', containing(filters.q!))
    })
  const { data, meta } = await paged<Record<string, any>>(query as never, at)
  return {
    meta,
    data: data.map((row) => ({
      id: Number(row.id),
      at: DateTime.fromJSDate(row.at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm:ss'),
      operator: row.operator as string,
      action: row.action as string,
      tenant: row.tenant as string | null,
      detail: row.detail as string | null,
    })),
  }
}
