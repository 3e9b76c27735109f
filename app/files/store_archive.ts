import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import StoredFile from '#files/models/stored_file'
import { storage } from '#tenancy/storage'
import type { ActorContext } from '#web/actor'

const MIMES: Record<string, string> = { zip: 'application/zip', gz: 'application/gzip' }

/** Keeps an archive a job made, for the account that asked for it, and takes it from where it was. The same key again replaces it. */
export async function storeArchive(
  ctx: ActorContext,
  source: string,
  about: { name: string; purpose: string; key: string }
): Promise<StoredFile> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(source), hash)
  const { size } = await stat(source)
  await storage().take(about.key, source)
  return StoredFile.updateOrCreate(
    { key: about.key },
    {
      name: about.name,
      mime: MIMES[about.key.split('.').at(-1)!],
      size,
      sha256: hash.digest('hex'),
      purpose: about.purpose,
      ownerAccountId: ctx.actor.accountId,
      applicationId: null,
      status: 'clean',
    }
  )
}
