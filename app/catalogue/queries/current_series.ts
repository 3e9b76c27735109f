import db from '@adonisjs/lucid/services/db'
import type { Level, SeriesRule } from '#province/ruleset'

/**
 * Series with their specialties and titles as they are offered today. The rules bring the beginning; from then on the
 * catalogue's tables are what holds, and every application keeps the names it was made under.
 */
export async function currentSeries(): Promise<SeriesRule[]> {
  const [series, specialties, titles] = await Promise.all([
    db.from('series').where('status', 'active').orderBy('position').orderBy('code'),
    db.from('specialties').where('status', 'active').orderBy('code'),
    db.from('titles').where('status', 'active').orderBy('code'),
  ])
  const of = <Row extends { series_code: string }>(rows: Row[]) =>
    Map.groupBy(rows, ({ series_code: code }) => code)
  const [specialtiesOf, titlesOf] = [of(specialties), of(titles)]
  return series.map(({ code, name, category }) => ({
    code,
    name,
    ...(category && { category }),
    specialties: (specialtiesOf.get(code) ?? []).map((row) => ({ code: row.code, name: row.name })),
    titles: (titlesOf.get(code) ?? []).map((row) => ({
      code: row.code,
      name: row.name,
      level: row.level as Level,
      ...(row.national_title && { nationalTitle: row.national_title as string }),
    })),
  }))
}
