import { execFile } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { clientOptionsFile } from '#tenancy/actions/backup_tenant'
import { closeTenantConnection } from '#tenancy/connections'
import type { TenantInfo } from '#tenancy/context'
import { asServer, migrateTenant } from '#tenancy/migrate'
import { storageOf } from '#tenancy/storage'
import { diskStore } from '#tenancy/stores/disk'

const run = promisify(execFile)

/** Puts a province back to what a backup holds: database and files are replaced, then migrated. */
export default async function restoreTenant(tenant: TenantInfo, backup: string) {
  const work = await mkdtemp(join(tmpdir(), 'restore-'))
  try {
    await run('tar', ['xzf', backup, '-C', work])
    await closeTenantConnection(tenant)
    await asServer((server) => emptyDatabase(server, tenant.database))
    const options = await clientOptionsFile(tenant, work)
    await loadDump(options, tenant.database, join(work, 'database.sql'))
    await replaceFiles(tenant.slug, join(work, 'files'))
    await migrateTenant(tenant)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function replaceFiles(slug: string, from: string) {
  const store = storageOf(slug)
  await store.removeAll()
  await store.prepare()
  for await (const key of diskStore(from).keys()) await store.take(key, join(from, key))
}

/** Table by table: a database that is dropped would take the open connections of other processes with it. */
async function emptyDatabase(server: Parameters<Parameters<typeof asServer>[0]>[0], name: string) {
  await server.rawQuery(
    'create database if not exists ?? character set utf8mb4 collate utf8mb4_unicode_520_ci',
    [name]
  )
  const [tables] = await server.rawQuery(
    'select table_name as name from information_schema.tables where table_schema = ?',
    [name]
  )
  await server.rawQuery('set foreign_key_checks = 0')
  for (const table of tables as { name: string }[])
    await server.rawQuery('drop table ??.??', [name, table.name])
}

/** Fills an empty database from a dump. */
export async function loadDump(options: string, database: string, dump: string) {
  const input = await open(dump)
  try {
    await new Promise<void>((resolve, reject) => {
      const client = spawn('mariadb', [`--defaults-extra-file=${options}`, database], {
        stdio: [input.fd, 'ignore', 'inherit'],
      })
      client.on('error', reject)
      client.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`mariadb ended with ${code}`))
      )
    })
  } finally {
    await input.close()
  }
}
