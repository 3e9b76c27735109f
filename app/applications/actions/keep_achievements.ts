import { createHash } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Application from '#applications/models/application'
import { sectionContents } from '#applications/facts'
import type { FormRecord } from '#forms/check_section'
import type { Ruleset, SectionRule } from '#province/ruleset'

/** What a record is known by: its values without the key and the files. */
export function digestOf({ fields }: SectionRule, record: Record<string, unknown>): string {
  const values = fields
    .filter(({ type }) => type !== 'file' && type !== 'image')
    .map(({ id }) => [id, record[id] ?? null])
  return createHash('sha256').update(JSON.stringify(values)).digest('hex')
}

/** Remembers the records of a submission for the years to come; the same one is kept once. */
export default async function keepAchievements(
  trx: TransactionClientContract,
  application: Application,
  ruleset: Ruleset,
  at: string
) {
  const contents = await sectionContents(application.id)
  const { year } = await trx
    .from('batches')
    .where('id', application.batchId)
    .select('year')
    .firstOrFail()
  const rows = ruleset.application.sections
    .filter(({ kind }) => kind === 'records')
    .flatMap((section) =>
      ((contents[section.id] ?? []) as FormRecord[]).map((record) => ({
        person_id: application.personId,
        section: section.id,
        title: titleOf(section, record),
        content: JSON.stringify(plain(section, record)),
        digest: digestOf(section, record),
        application_id: application.id,
        year,
        created_at: at,
      }))
    )
  for (const row of rows)
    await trx
      .insertQuery()
      .table('achievements')
      .knexQuery.insert(row)
      .onConflict(['person_id', 'section', 'digest'])
      .ignore()
}

/** Sealed values stay with their application. */
const plain = ({ fields }: SectionRule, record: FormRecord) =>
  Object.fromEntries(
    fields
      .filter(({ sensitive, type }) => !sensitive && type !== 'read_only')
      .map(({ id }) => [id, record[id] ?? null])
  )

/** As people would name the record: its first texts. */
const titleOf = ({ fields }: SectionRule, record: FormRecord) =>
  fields
    .filter(({ type }) => ['text', 'year', 'select', 'month', 'date'].includes(type))
    .flatMap(({ id }) => (typeof record[id] === 'string' && record[id] ? [record[id]] : []))
    .slice(0, 3)
    .join(' · ')
    .slice(0, 200)
