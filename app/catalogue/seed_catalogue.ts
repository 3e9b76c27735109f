import db from '@adonisjs/lucid/services/db'
import type { CatalogueRules } from '#province/ruleset'

/**
 * Brings series, specialties and titles of the rules into the catalogue; what exists is kept up to date by code, but what
 * an administrator edited or removed stays as he left it.
 */
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
      for (const [table, rows, kept] of [
        ['specialties', specialties, ['name']],
        ['titles', titles, ['name', 'level', 'national_title']],
      ] as const) {
        const unlessEdited = Object.fromEntries(
          kept.map((column) => [
            column,
            trx.knexRawQuery('if(edited_at is null, values(??), ??)', [column, column]),
          ])
        )
        await trx
          .insertQuery()
          .table(table)
          .knexQuery.insert(rows)
          .onConflict(['series_code', 'code'])
          .merge(unlessEdited)
      }
    }
  })
}
