import db from '@adonisjs/lucid/services/db'
import type { CatalogueRules } from '#province/ruleset'

/** Brings series, specialties and titles of the rules into the catalogue; what exists is kept up to date by code. */
export async function seedCatalogue({ series }: CatalogueRules) {
  await db.transaction(async (trx) => {
    for (const [position, each] of series.entries()) {
      const { code, name, category = null } = each
      await trx
        .insertQuery()
        .table('series')
        .knexQuery.insert({ code, name, category, position })
        .onConflict('code')
        .merge()
      const specialties = each.specialties.map((one) => ({ ...one, series_code: code }))
      const titles = each.titles.map((one) => ({
        series_code: code,
        code: one.code,
        name: one.name,
        level: one.level,
        national_title: one.nationalTitle ?? null,
      }))
      for (const [table, rows] of [
        ['specialties', specialties],
        ['titles', titles],
      ] as const)
        await trx
          .insertQuery()
          .table(table)
          .knexQuery.insert(rows)
          .onConflict(['series_code', 'code'])
          .merge()
    }
  })
}
