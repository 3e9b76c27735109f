import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import db from '@adonisjs/lucid/services/db'
import StoredFile from '#files/models/stored_file'
import { storeArchive } from '#files/store_archive'
import Person from '#identity/models/person'
import { defineJob } from '#jobs/define_job'
import { requireTenant } from '#tenancy/context'
import { storage } from '#tenancy/storage'
import { isMissing } from '#tenancy/stores/store'
import { openValue } from '#tenancy/crypto'
import { everyRow } from '#web/excel'
import { today } from '#web/actor'

const run = promisify(execFile)
/** Secrets of this instance: of no use elsewhere, and nobody's data. */
const LEFT_OUT = new Set(['account_second_factors', 'api_tokens', 'tenant_settings'])
const SECRET_COLUMNS = /^(password|activation_hash|.*_sealed|.*_index)$/

/**
 * The whole province as files anybody can read: each table as lines of JSON, every stored file, and people with what is
 * sealed here, since the province owns it. Only the province's own administrator can fetch it.
 */
defineJob({
  kind: 'platform.export_province',
  async handle({ id, ctx, progress }) {
    const work = await mkdtemp(join(tmpdir(), 'export-'))
    try {
      const [tables] = await db.rawQuery(
        "select table_name as name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE' order by 1"
      )
      const names = (tables as { name: string }[])
        .map(({ name }) => name)
        .filter((name) => !LEFT_OUT.has(name) && !name.startsWith('adonis_schema'))
      await progress(0, { total: names.length + 2 })
      await mkdir(join(work, 'data'))
      const counts: Record<string, number> = {}
      for (const [index, name] of names.entries()) {
        counts[name] = await writeLines(join(work, 'data', `${name}.jsonl`), rowsOf(name))
        await progress(index + 1)
      }
      counts.people = await writeLines(join(work, 'data', 'people.jsonl'), people())
      await writeFile(
        join(work, 'README.json'),
        JSON.stringify(
          { province: requireTenant().name, exportedOn: today(ctx), rows: counts },
          null,
          2
        )
      )
      await copyFiles(work)
      await progress(names.length + 1)
      const archive = join(work, 'province.tar.gz')
      await run('tar', ['czf', archive, '-C', work, 'README.json', 'data', 'files'])
      const file = await storeArchive(ctx, archive, {
        name: `全省数据-${today(ctx)}.tar.gz`,
        purpose: 'province_export',
        key: `exports/province-${id}.gz`,
      })
      await progress(names.length + 2)
      const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
      return {
        message: `已导出 ${names.length} 张表、${rows} 行和全部文件`,
        to: `/files/${file.id}?download`,
      }
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  },
})

/** In the order of the key: pages of a list that is not unique in its order would lose rows. */
async function* rowsOf(table: string) {
  const [keys] = await db.rawQuery(
    `select column_name as name from information_schema.key_column_usage
      where table_schema = database() and table_name = ? and constraint_name = 'PRIMARY' order by ordinal_position`,
    [table]
  )
  const query = db.from(table)
  for (const { name } of keys as { name: string }[]) query.orderBy(name)
  yield* everyRow<Record<string, unknown>>(query)
}

async function* people() {
  for (let after = 0; ;) {
    const rows = await Person.query().where('id', '>', after).orderBy('id').limit(500)
    if (rows.length === 0) return
    for (const person of rows) {
      const phone = person.phoneSealed
      yield {
        id: person.id,
        name: person.name,
        idType: person.idType,
        idNumber: person.idNumber(),
        phone: phone && openValue('people.phone', person.idNumberIndex.toString('hex'), phone),
        sex: person.sex,
        birthDate: person.birthDate,
      }
    }
    after = rows.at(-1)!.id
  }
}

async function writeLines(path: string, rows: AsyncIterable<object>): Promise<number> {
  const output = createWriteStream(path, { mode: 0o600 })
  let count = 0
  for await (const row of rows) {
    const shown = Object.fromEntries(
      Object.entries(row).filter(([name]) => !SECRET_COLUMNS.test(name))
    )
    if (!output.write(`${JSON.stringify(shown)}\n`)) await once(output, 'drain')
    count++
  }
  output.end()
  await once(output, 'finish')
  return count
}

/** Stored files but earlier exports. */
async function copyFiles(work: string) {
  await mkdir(join(work, 'files'))
  for (let after = 0; ;) {
    const files = await StoredFile.query()
      .where('id', '>', after)
      .whereNot('purpose', 'province_export')
      .orderBy('id')
      .limit(500)
    if (files.length === 0) return
    for (const { key } of files)
      await storage()
        .fetch(key, join(work, 'files', key))
        .catch((error) => {
          if (!isMissing(error)) throw error
        })
    after = files.at(-1)!.id
  }
}
