import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

type Client = TransactionClientContract | typeof db

/** The violation that keeps an expert out on a day (R40), or null. */
export const creditOf = (expertId: number, day: string, client: Client = db) =>
  standing(client, day).where('expert_id', expertId).first() as Promise<Record<string, any> | null>

/** Those of the experts who are kept out on a day. */
export async function barredExperts(ids: number[], day: string, client: Client = db) {
  if (ids.length === 0) return new Set<number>()
  const rows = await standing(client, day).whereIn('expert_id', ids).select('expert_id')
  return new Set(rows.map((row) => Number(row.expert_id)))
}

const standing = (client: Client, day: string) =>
  client
    .from('expert_credits')
    .whereNull('released_on')
    .where('starts_on', '<=', day)
    .where('ends_on', '>=', day)
