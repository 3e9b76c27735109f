import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import db from '@adonisjs/lucid/services/db'
import { clientOptionsFile } from '#tenancy/actions/backup_tenant'
import { loadDump } from '#tenancy/actions/restore_tenant'
import { closeTenantConnection } from '#tenancy/connections'
import { runInTenant, type TenantInfo } from '#tenancy/context'
import { asServer } from '#tenancy/migrate'

const run = promisify(execFile)

export interface Proof {
  rows: { table: string; count: number }[]
  files: number
  /** files of the database that the backup lacks or holds differently */
  wrongFiles: number
}

/**
 * Restores a backup beside the province, into a database that lives for the proof only, and looks whether it is whole.
 * `check` asks further questions inside the restored copy.
 */
export default async function proveBackup<More>(
  tenant: TenantInfo,
  backup: string,
  check: () => Promise<More>
): Promise<Proof & { more: More }> {
  const copy: TenantInfo = { ...tenant, database: `${tenant.database}_proof`, copy: 'proof' }
  const work = await mkdtemp(join(tmpdir(), 'proof-'))
  try {
    await run('tar', ['xzf', backup, '-C', work])
    await makeCopy(copy)
    await loadDump(await clientOptionsFile(copy, work), copy.database, join(work, 'database.sql'))
    return await runInTenant(copy, async () => ({
      rows: await rowsOf(),
      ...(await filesOf(join(work, 'files'))),
      more: await check(),
    }))
  } finally {
    await closeTenantConnection(copy)
    await dropCopy(copy)
    await rm(work, { recursive: true, force: true })
  }
}

const HOSTS = ['localhost', '127.0.0.1', '%']
// an underscore in a grant stands for any letter unless it is escaped
const granted = ({ database }: TenantInfo) => `\`${database.replaceAll('_', '\\_')}\`.*`

const makeCopy = (copy: TenantInfo) =>
  asServer(async (server) => {
    await server.rawQuery('drop database if exists ??', [copy.database])
    await server.rawQuery(
      'create database ?? character set utf8mb4 collate utf8mb4_unicode_520_ci',
      [copy.database]
    )
    for (const host of HOSTS)
      await server.rawQuery(`grant all privileges on ${granted(copy)} to ?@?`, [
        copy.login.user,
        host,
      ])
  })

const dropCopy = (copy: TenantInfo) =>
  asServer(async (server) => {
    await server.rawQuery('drop database if exists ??', [copy.database])
    for (const host of HOSTS)
      await server
        .rawQuery(`revoke all privileges on ${granted(copy)} from ?@?`, [copy.login.user, host])
        .catch(() => undefined)
  })

async function rowsOf() {
  const [tables] = await db.rawQuery(
    "select table_name as name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE' order by 1"
  )
  const rows = []
  for (const { name } of tables as { name: string }[]) {
    const [{ count }] = await db.from(name).count('* as count')
    rows.push({ table: name, count: Number(count) })
  }
  return rows
}

/** Every stored file by its digest. */
async function filesOf(folder: string) {
  let files = 0
  let wrongFiles = 0
  for (let after = 0; ;) {
    const rows = await db
      .from('files')
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .select('id', 'key', 'sha256')
    if (rows.length === 0) return { files, wrongFiles }
    for (const { key, sha256 } of rows) {
      files++
      if ((await digestOf(join(folder, key))) !== sha256) wrongFiles++
    }
    after = Number(rows.at(-1).id)
  }
}

async function digestOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch {
    return null
  }
}
