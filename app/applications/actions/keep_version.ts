import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Application from '#applications/models/application'
import { formContents } from '#applications/facts'
import { sealSection } from '#applications/sensitive'
import type { Ruleset } from '#province/ruleset'

/** Keeps an application as it was handed in, so that a later correction shows what it changed (R19). */
export default async function keepVersion(
  trx: TransactionClientContract,
  application: Application,
  ruleset: Ruleset,
  at: string
) {
  const contents = await formContents(application, ruleset)
  const sealed = Object.fromEntries(
    ruleset.application.sections
      .filter(({ id }) => contents[id] !== undefined)
      .map((section) => [section.id, sealSection(application.id, section, contents[section.id])])
  )
  const files = await db
    .from('application_materials')
    .where('application_id', application.id)
    .orderBy('id')
    .select('material', 'file_id')
  const materials: Record<string, number[]> = {}
  for (const { material, file_id: id } of files) (materials[material] ??= []).push(Number(id))
  const last = await trx
    .from('application_versions')
    .where('application_id', application.id)
    .max('number as number')
    .first()
  await trx.table('application_versions').insert({
    application_id: application.id,
    number: Number(last?.number ?? 0) + 1,
    contents: JSON.stringify(sealed),
    materials: JSON.stringify(materials),
    created_at: at,
  })
}
