import db from '@adonisjs/lucid/services/db'
import Organization from '#organizations/models/organization'
import type { Actor } from '#web/actor'

export interface StuckBody {
  id: number
  name: string
  waiting: number
  held: number
  /** waiting for more than so many days */
  over3: number
  over7: number
  over15: number
  /** days of the case that waits longest */
  longest: number
}

const MOST = 200

/** Bodies with cases on their desks, the one that waits longest first; one's own and those below. */
export async function stuckBodies(actor: Actor): Promise<StuckBody[]> {
  const query = db
    .from('work_items as w')
    .join('organizations as o', 'o.id', 'w.organization_id')
    .whereIn('w.status', ['open', 'held'])
    .groupBy('o.id', 'o.name')
    .orderBy('longest', 'desc')
    .orderBy('o.id')
    .limit(MOST)
  if (actor.organizationId !== null) {
    const own = await Organization.findOrFail(actor.organizationId)
    query.where('o.tree', 'like', `${own.tree}%`)
  }
  const over = (days: number) =>
    db.raw(`sum(w.created_at < utc_timestamp() - interval ${days} day) as over${days}`)
  const rows = await query.select(
    'o.id',
    'o.name',
    db.raw('count(*) as waiting'),
    db.raw("sum(w.status = 'held') as held"),
    over(3),
    over(7),
    over(15),
    db.raw('max(timestampdiff(day, w.created_at, utc_timestamp())) as longest')
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    waiting: Number(row.waiting),
    held: Number(row.held),
    over3: Number(row.over3),
    over7: Number(row.over7),
    over15: Number(row.over15),
    longest: Number(row.longest),
  }))
}
