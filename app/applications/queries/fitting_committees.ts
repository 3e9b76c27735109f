import db from '@adonisjs/lucid/services/db'
import { LEVEL_LABELS } from '#province/facts'

export interface FittingCommittee {
  id: number
  name: string
  level: string
  officeId: number | null
}

// highest first
const LEVELS = Object.keys(LEVEL_LABELS)

/**
 * Committees in force that evaluate a series, a specialty and a level; a higher committee may evaluate the lower levels
 * of its series (R2), so those of the level itself come first.
 */
export async function fittingCommittees(target: {
  seriesCode: string
  specialtyCode: string
  level: string
}): Promise<FittingCommittee[]> {
  const covering = LEVELS.slice(0, LEVELS.indexOf(target.level) + 1)
  const rows = await db
    .from('committees as c')
    .join('committee_specialties as s', 's.committee_id', 'c.id')
    .where('c.status', 'active')
    .where('c.series_code', target.seriesCode)
    .where('s.specialty_code', target.specialtyCode)
    .whereIn('c.level', covering)
    .orderBy('c.id')
    .select('c.id', 'c.name', 'c.level', 'c.office_id')
    .limit(200)
  return rows
    .map((row) => ({
      id: row.id as number,
      name: row.name as string,
      level: row.level as string,
      officeId: row.office_id as number | null,
    }))
    .sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || a.id - b.id)
}
