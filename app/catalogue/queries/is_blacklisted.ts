import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { chinaToday } from '#tenancy/clock'
import { Refusal } from '#web/refusal'

export interface Block {
  reason: string
  /** last day, or null while it has no end */
  endsOn: string | null
}

/** The block on a person that holds on a day in China, or null (HU-70). */
export async function blockOn(personId: number, day = chinaToday()): Promise<Block | null> {
  const row = await db
    .from('blacklist_entries')
    .where({ person_id: personId, status: 'listed' })
    .where('starts_on', '<=', day)
    .where((open) => open.whereNull('ends_on').orWhere('ends_on', '>=', day))
    .select('reason', 'ends_on')
    .first()
  return row && { reason: row.reason as string, endsOn: row.ends_on as string | null }
}

/** What a listed person is told, wherever he would apply. */
export const blockSaid = ({ endsOn }: Block) =>
  `您已被列入黑名单${endsOn ? `（至 ${endsOn}）` : ''}，期间不能申报。如有异议请联系省级职称管理部门。`

/** Refuses a listed person, who begins an application or hands one in (HU-70). */
export async function assertNotListed(personId: number, day: string) {
  const block = await blockOn(personId, day)
  if (block) throw new Refusal('blacklisted', blockSaid(block))
}

/** Whether a person may not apply on a day in China. */
export const isBlacklisted = async (personId: number, day?: string): Promise<boolean> =>
  (await blockOn(personId, day)) !== null

/** Last day of a listing that begins on `startsOn` where nothing else is said: three years (R39). */
export const usualEnd = (startsOn: string) =>
  DateTime.fromISO(startsOn).plus({ years: 3 }).minus({ days: 1 }).toISODate()!
