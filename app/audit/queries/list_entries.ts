import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { detailWords } from '#audit/detail_words'
import { actionWords, OBJECTS } from '#audit/words'
import { rolesOfTenant } from '#web/roles'
import { isDay } from '#web/vine'

export const AUDIT_FILTERS = [
  'actor',
  'action',
  'object',
  'number',
  'outcome',
  'from',
  'to',
  'request',
] as const
type Filters = Partial<Record<(typeof AUDIT_FILTERS)[number], string>>

/** Entries of the log, the newest first, by who, what, when and how it ended. */
export function entriesOf(filters: Filters) {
  const query = db.from('audit_entries').orderBy('id', 'desc')
  if (filters.actor)
    query.where('actor_name', 'like', `${filters.actor.replace(/[\\%_]/g, '\\$&')}%`)
  if (filters.action) query.where('action', filters.action)
  if (filters.object) query.where('object_type', filters.object)
  // the number shown beside the object; nothing has a number that is none
  if (filters.number) query.where('object_id', Number(filters.number) || 0)
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

/** Turns rows of the log into words; asked for once for many. */
export async function entryReader() {
  const roles = new Map((await rolesOfTenant()).map(({ id, label }) => [id, label]))
  return (row: Record<string, any>) => entryOf(row, roles)
}

const entryOf = (row: Record<string, any>, roles: Map<string, string>): Entry => ({
  id: row.id,
  at: DateTime.fromJSDate(row.at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm:ss'),
  actor: row.actor_name,
  action: actionWords(row.action),
  object: row.object_type
    ? `${OBJECTS[row.object_type] ?? '其他'} ${row.object_id ?? ''}`.trim()
    : '—',
  outcome: row.outcome,
  detail: detailWords(
    typeof row.detail === 'string' ? JSON.parse(row.detail) : (row.detail ?? {}),
    roles
  ),
  request: row.request_id,
})

/** The kinds of acts that have happened, for the filter. */
export async function actionsSeen() {
  const rows = await db.from('audit_entries').distinct('action').orderBy('action')
  return rows.map(({ action }) => ({ value: action as string, label: actionWords(action) }))
}

/** The kinds of objects acts were on, for the filter. */
export async function objectsSeen() {
  const rows = await db.from('audit_entries').whereNotNull('object_type').distinct('object_type')
  return rows
    .map(({ object_type: value }) => ({ value: value as string, label: OBJECTS[value] ?? '其他' }))
    .sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'))
}
