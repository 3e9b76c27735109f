import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import env from '#start/env'

const NAME = /^(.+)-(\d{8}T\d{6})\.tar\.gz$/

export interface Backup {
  file: string
  slug: string
  /** in China, to the minute */
  at: string
  bytes: number
}

/** The backups of the instance, the newest first. */
export async function listBackups(): Promise<Backup[]> {
  const names = await readdir(env.get('BACKUP_DIR')).catch(() => [])
  const backups = await Promise.all(
    names.flatMap((file) => {
      const [, slug] = NAME.exec(file) ?? []
      return slug ? backupOf(file, slug) : []
    })
  )
  return backups.sort((a, b) => (a.file.slice(-22) < b.file.slice(-22) ? 1 : -1))
}

async function backupOf(file: string, slug: string): Promise<Backup> {
  const { mtime, size } = await stat(join(env.get('BACKUP_DIR'), file))
  const at = DateTime.fromJSDate(mtime).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm')
  return { file, slug, at, bytes: size }
}

/** Where a backup of this province lies; null for a name that is none of its own. */
export const backupPath = (slug: string, file: string) =>
  NAME.exec(file)?.[1] === slug ? join(env.get('BACKUP_DIR'), file) : null
