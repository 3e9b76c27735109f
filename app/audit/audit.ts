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

/**
 * Writes an act of an actor into the tamper-evident log. With the transaction of what was done the entry is kept there and
 * logged when that is committed: neither is ever without the other.
 */
export default function audit(
  ctx: ActorContext,
  entry: AuditEntry,
  trx?: TransactionClientContract
): Promise<void> {
  return recordEntry({ ...entry, ...whoActs(ctx) }, trx)
}

const whoActs = ({ actor, requestId }: ActorContext): Who => ({
  accountId: actor.accountId,
  actorName: actor.name,
  requestId,
})

interface Who {
  accountId: number | null
  actorName: string
  requestId?: string | null
}

/** What one actor did at one time. */
interface Acts extends Who {
  at: string
  entries: AuditEntry[]
}

export async function recordEntry(
  { accountId, actorName, requestId, ...entry }: AuditEntry & Who,
  trx?: TransactionClientContract
): Promise<void> {
  const acts = { accountId, actorName, requestId, at: now(), entries: [entry] }
  if (!trx) return chain([acts])
  await keep(acts, trx)
  if (chained.has(trx)) return
  chained.add(trx)
  // should it fail, the entry waits for whoever logs next
  trx.after('commit', () => chain())
}

/** transactions after which the chain is added to, once however many entries they keep */
const chained = new WeakSet<TransactionClientContract>()

/** Keeps entries of many acts with what was done; `logWaiting` is for the caller to ask for. */
export const keepForLog = (
  ctx: ActorContext,
  entries: AuditEntry[],
  trx: TransactionClientContract
) => keep({ ...whoActs(ctx), at: now(), entries }, trx)

/** Logs what waits. */
export const logWaiting = () => chain()

const now = () => DateTime.utc().toFormat('yyyy-MM-dd HH:mm:ss.SSS')

async function keep(
  { at, accountId, actorName, requestId, entries }: Acts,
  trx: TransactionClientContract
) {
  if (entries.length === 0) return
  await trx.table('audit_waiting').insert({
    at,
    account_id: accountId,
    actor_name: actorName,
    request_id: requestId ?? null,
    entries: JSON.stringify(entries),
  })
}

const START = '0'.repeat(64)
/** entries in one statement */
const AT_ONCE = 1000

/**
 * Adds what waits and then the given ones. Each entry carries the hash of the one before it: a change or a gap shows. Who
 * adds holds a lock until his entries are written for good, so the chain has one order.
 */
async function chain(given: Acts[] = []): Promise<void> {
  const isDone = await db.transaction(async (trx) => {
    const [[{ locked }]] = await trx.rawQuery(
      "select get_lock(concat(database(), '.audit'), 10) as locked"
    )
    if (!locked) throw new Error('audit log is locked')
    try {
      const waiting = await nextWaiting(trx)
      const isLast = waiting.count < AT_ONCE
      await append(isLast ? [...waiting.acts, ...given] : waiting.acts, trx)
      if (waiting.ids.length > 0)
        await trx.from('audit_waiting').whereIn('id', waiting.ids).delete()
      // before the lock goes: the next one must find these
      await trx.rawQuery('commit')
      return isLast
    } finally {
      await trx.rawQuery("select release_lock(concat(database(), '.audit'))")
    }
  })
  if (!isDone) await chain(given)
}

/** The oldest that wait, up to a thousand entries or a little more. */
async function nextWaiting(trx: TransactionClientContract) {
  const rows = await trx.from('audit_waiting').orderBy('id').limit(AT_ONCE)
  const ids: number[] = []
  const acts: Acts[] = []
  let count = 0
  for (const row of rows) {
    if (count >= AT_ONCE) break
    const entries = JSON.parse(row.entries) as AuditEntry[]
    count += entries.length
    ids.push(row.id)
    acts.push({
      at: row.at,
      accountId: row.account_id,
      actorName: row.actor_name,
      requestId: row.request_id,
      entries,
    })
  }
  return { ids, acts, count }
}

async function append(acts: Acts[], trx: TransactionClientContract) {
  if (acts.length === 0) return
  const last = await trx.from('audit_entries').orderBy('id', 'desc').select('hash').first()
  let previous: string = last?.hash ?? START
  const rows = acts.flatMap(({ at, accountId, actorName, requestId, entries }) =>
    entries.map((entry) => {
      const row = {
        at,
        account_id: accountId,
        actor_name: actorName,
        action: entry.action,
        object_type: entry.objectType ?? null,
        object_id: entry.objectId ?? null,
        outcome: entry.outcome ?? 'done',
        detail: JSON.stringify(entry.detail ?? {}),
        request_id: requestId ?? null,
        previous_hash: previous,
      }
      previous = hashOf(row)
      return { ...row, hash: previous }
    })
  )
  await trx.rawQuery(`insert into audit_entries (${COLUMNS.join(', ')}) values ?`, [
    rows.map((row) => COLUMNS.map((column) => row[column])),
  ] as never)
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
