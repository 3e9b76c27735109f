import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import env from '#start/env'
import type { TenantInfo } from '#tenancy/context'
import { storageOf } from '#tenancy/storage'

const run = promisify(execFile)

/** Where a command-line client of the database finds the server and a tenant's login; the password stays off the command line. */
export async function clientOptionsFile(tenant: TenantInfo, folder: string) {
  const file = join(folder, 'client.cnf')
  const socket = env.get('DB_SOCKET')
  const place = socket
    ? `socket=${socket}`
    : `host=${env.get('DB_HOST', '127.0.0.1')}\nport=${env.get('DB_PORT', 3306)}\nprotocol=tcp`
  await writeFile(
    file,
    `[client]\n${place}\nuser=${tenant.login.user}\npassword=${tenant.login.password}\n`,
    { mode: 0o600 }
  )
  return file
}

/** The folder of a province's files; what lies elsewhere is fetched into `copies`. */
async function filesOf(slug: string, copies: string): Promise<string> {
  const store = storageOf(slug)
  if (store.folder) {
    await store.prepare()
    return store.folder
  }
  await mkdir(copies)
  for await (const key of store.keys()) await store.fetch(key, join(copies, key))
  return copies
}

/** One `.tar.gz` with a consistent dump and all files of a province; returns its path. */
export default async function backupTenant(tenant: TenantInfo, at: Date): Promise<string> {
  const work = await mkdtemp(join(tmpdir(), 'backup-'))
  try {
    const options = await clientOptionsFile(tenant, work)
    await run('mariadb-dump', [
      `--defaults-extra-file=${options}`,
      '--single-transaction',
      '--triggers',
      '--hex-blob',
      `--result-file=${join(work, 'database.sql')}`,
      tenant.database,
    ])
    await mkdir(env.get('BACKUP_DIR'), { recursive: true, mode: 0o700 })
    const stamp = at.toISOString().replace(/[-:]/g, '').slice(0, 15)
    const file = join(env.get('BACKUP_DIR'), `${tenant.slug}-${stamp}.tar.gz`)
    const folder = await filesOf(tenant.slug, join(work, 'files'))
    await run('tar', [
      'czf',
      file,
      '-C',
      work,
      'database.sql',
      '-C',
      folder,
      // half a file of somebody who is writing now
      '--exclude=*.new',
      '--transform=s,^\\./,files/,',
      '.',
    ])
    await chmod(file, 0o600)
    return file
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
