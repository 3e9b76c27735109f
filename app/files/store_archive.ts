import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, copyFile, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import StoredFile from '#files/models/stored_file'
import { storagePath } from '#tenancy/storage'
import type { ActorContext } from '#web/actor'

const MIMES: Record<string, string> = { zip: 'application/zip', gz: 'application/gzip' }

/** Keeps an archive a job made, for the account that asked for it. The same key again replaces it. */
export async function storeArchive(
  ctx: ActorContext,
  source: string,
  about: { name: string; purpose: string; key: string }
): Promise<StoredFile> {
  const path = storagePath(about.key)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await copyFile(source, path)
  await chmod(path, 0o600)
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return StoredFile.updateOrCreate(
    { key: about.key },
    {
      name: about.name,
      mime: MIMES[about.key.split('.').at(-1)!],
      size: (await stat(path)).size,
      sha256: hash.digest('hex'),
      purpose: about.purpose,
      ownerAccountId: ctx.actor.accountId,
      applicationId: null,
      status: 'clean',
    }
  )
}
