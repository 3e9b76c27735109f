import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { actionWords, OBJECTS } from '#audit/words'
import { isDay } from '#web/vine'

export const AUDIT_FILTERS = ['actor', 'action', 'outcome', 'from', 'to', 'request'] as const
type Filters = Partial<Record<(typeof AUDIT_FILTERS)[number], string>>

/** Entries of the log, the newest first, by who, what, when and how it ended. */
export function entriesOf(filters: Filters) {
  const query = db.from('audit_entries').orderBy('id', 'desc')
  if (filters.actor)
    query.where('actor_name', 'like', `${filters.actor.replace(/[\\%_]/g, '\\$&')}%`)
  if (filters.action) query.where('action', filters.action)
  if (filters.outcome) query.where('outcome', filters.outcome)
  if (filters.request) query.where('request_id', filters.request)
  if (filters.from && isDay(filters.from)) query.where('at', '>=', startOf(filters.from).toJSDate())
  if (filters.to && isDay(filters.to))
    query.where('at', '<', startOf(filters.to).plus({ days: 1 }).toJSDate())
  return query
}

const startOf = (day: string) => DateTime.fromISO(day, { zone: 'Asia/Shanghai' })

export interface Entry {
  id: number
  at: string
  actor: string
  action: string
  object: string
  outcome: 'done' | 'refused'
  detail: string
  request: string | null
}

export const entryOf = (row: Record<string, any>): Entry => ({
  id: row.id,
  at: DateTime.fromJSDate(row.at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm:ss'),
  actor: row.actor_name,
  action: actionWords(row.action),
  object: row.object_type
    ? `${OBJECTS[row.object_type] ?? '其他'} ${row.object_id ?? ''}`.trim()
    : '—',
  outcome: row.outcome,
  detail: detailOf(row.detail),
  request: row.request_id,
})

function detailOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text === '{}' ? '' : text
}

/** The kinds of acts that have happened, for the filter. */
export async function actionsSeen() {
  const rows = await db.from('audit_entries').distinct('action').orderBy('action')
  return rows.map(({ action }) => ({ value: action as string, label: actionWords(action) }))
}
