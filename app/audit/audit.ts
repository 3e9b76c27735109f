import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { ActorContext } from '#web/actor'

export interface AuditEntry {
  action: string
  objectType?: string
  objectId?: number
  outcome?: 'done' | 'refused'
  /** no secrets and no personal data */
  detail?: Record<string, unknown>
}

/** Writes an act of an actor into the tamper-evident log. */
export default function audit(ctx: ActorContext, entry: AuditEntry) {
  return recordEntry({
    ...entry,
    accountId: ctx.actor.accountId,
    actorName: ctx.actor.name,
    requestId: ctx.requestId,
  })
}

/**
 * The same for many at once: one turn in the chain instead of one each. A `claim` is made in the same transaction; where
 * it answers 0 somebody else has written them.
 */
export function auditMany(
  ctx: ActorContext,
  entries: AuditEntry[],
  claim?: (trx: TransactionClientContract) => Promise<number>
) {
  const { accountId, name: actorName } = ctx.actor
  return recordEntries(
    entries.map((entry) => ({ ...entry, accountId, actorName, requestId: ctx.requestId })),
    claim
  )
}

const START = '0'.repeat(64)

type Entry = AuditEntry & {
  accountId: number | null
  actorName: string
  requestId?: string | null
}

export const recordEntry = (entry: Entry) => recordEntries([entry])

/**
 * Each entry carries the hash of the one before it: a change or a gap shows. Who adds holds a lock until his entries are
 * written for good, so the chain has one order.
 */
async function recordEntries(
  entries: Entry[],
  claim?: (trx: TransactionClientContract) => Promise<number>
) {
  if (entries.length === 0) return
  await db.transaction(async (trx) => {
    const [[{ locked }]] = await trx.rawQuery(
      "select get_lock(concat(database(), '.audit'), 10) as locked"
    )
    if (!locked) throw new Error('audit log is locked')
    try {
      if (claim && (await claim(trx)) === 0) return
      const last = await trx.from('audit_entries').orderBy('id', 'desc').select('hash').first()
      let previous: string = last?.hash ?? START
      const at = DateTime.utc().toFormat('yyyy-MM-dd HH:mm:ss.SSS')
      const rows = entries.map((entry) => {
        const row = {
          at,
          account_id: entry.accountId,
          actor_name: entry.actorName,
          action: entry.action,
          object_type: entry.objectType ?? null,
          object_id: entry.objectId ?? null,
          outcome: entry.outcome ?? 'done',
          detail: JSON.stringify(entry.detail ?? {}),
          request_id: entry.requestId ?? null,
          previous_hash: previous,
        }
        previous = hashOf(row)
        return { ...row, hash: previous }
      })
      await trx.rawQuery(`insert into audit_entries (${COLUMNS.join(', ')}) values ?`, [
        rows.map((row) => COLUMNS.map((column) => row[column])),
      ] as never)
      // before the lock goes: the next one must find these
      await trx.rawQuery('commit')
    } finally {
      await trx.rawQuery("select release_lock(concat(database(), '.audit'))")
    }
  })
}

type Hashed = Record<string, unknown>
const FIELDS = [
  'at',
  'account_id',
  'actor_name',
  'action',
  'object_type',
  'object_id',
  'outcome',
  'detail',
  'request_id',
  'previous_hash',
] as const
const COLUMNS = [...FIELDS, 'hash'] as const
const hashOf = (row: Hashed) =>
  createHash('sha256')
    .update(FIELDS.map((field) => String(row[field] ?? '')).join('\u0000'))
    .digest('hex')

/** Walks the whole chain; null when it is sound, otherwise the id of the first entry that is not. */
export async function firstBrokenEntry(): Promise<number | null> {
  let previous = START
  let after = 0
  for (;;) {
    const rows = await db.from('audit_entries').where('id', '>', after).orderBy('id').limit(1000)
    if (rows.length === 0) return null
    for (const row of rows) {
      const detail = typeof row.detail === 'string' ? row.detail : JSON.stringify(row.detail)
      const at = DateTime.fromJSDate(row.at, { zone: 'utc' }).toFormat('yyyy-MM-dd HH:mm:ss.SSS')
      if (row.previous_hash !== previous || hashOf({ ...row, detail, at }) !== row.hash)
        return row.id
      previous = row.hash
      after = row.id
    }
  }
}
