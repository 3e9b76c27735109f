import db from '@adonisjs/lucid/services/db'

/** The years there are batches of, newest first. */
export async function batchYears(): Promise<number[]> {
  const rows = await db.from('batches').distinct('year').orderBy('year', 'desc')
  return rows.map(({ year }) => Number(year))
}
