import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

type Client = TransactionClientContract | typeof db
interface OfMeeting {
  id: number
  committeeId: number
}

/** The committees of a meeting: the one whose office runs it, then those that review with it (HB-50). */
export async function committeesOf(meeting: OfMeeting, client: Client = db): Promise<number[]> {
  const rows = await client
    .from('meeting_committees')
    .where('meeting_id', meeting.id)
    .orderBy('committee_id')
    .select('committee_id')
  return [meeting.committeeId, ...rows.map((row) => Number(row.committee_id))]
}

/** Members of all committees of a meeting: what quorum and threshold go by. */
export async function sizeOf(meeting: OfMeeting, client: Client = db): Promise<number> {
  const [{ size }] = await client
    .from('committees')
    .whereIn('id', await committeesOf(meeting, client))
    .sum('size as size')
  return Number(size)
}

/** Their names, the running one first. */
export async function namesOf(meeting: OfMeeting): Promise<string[]> {
  const ids = await committeesOf(meeting)
  const rows = await db.from('committees').whereIn('id', ids).select('id', 'name')
  const names = new Map(rows.map((row) => [Number(row.id), row.name as string]))
  return ids.map((id) => names.get(id)!)
}
