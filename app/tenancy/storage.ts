import { join } from 'node:path'
import env from '#start/env'
import { requireTenant } from '#tenancy/context'
import { diskStore } from '#tenancy/stores/disk'
import { s3Store } from '#tenancy/stores/s3'
import type { Store } from '#tenancy/stores/store'

/** Where the files of a province lie on this machine, when they lie on a disk. */
export const tenantFolder = (slug: string) => join(env.get('STORAGE_DIR'), slug)

const known = new Map<string, Store>()

/** The files of one province: in its folder, or under its prefix of an S3 bucket. */
export function storageOf(slug: string): Store {
  const isS3 = env.get('STORAGE', 'fs') === 's3'
  const place = isS3 ? `s3:${slug}` : tenantFolder(slug)
  let store = known.get(place)
  if (!store) {
    store = isS3 ? s3Store(s3Settings(), slug) : diskStore(place)
    known.set(place, store)
  }
  return store
}

/** The files of the running province. */
export const storage = (): Store => storageOf(requireTenant().slug)

function s3Settings() {
  const needed = (name: 'S3_BUCKET' | 'S3_ACCESS_KEY') => {
    const value = env.get(name)
    if (!value) throw new Error(`STORAGE=s3 needs ${name}`)
    return value
  }
  const secret = env.get('S3_SECRET_KEY')
  if (!secret) throw new Error('STORAGE=s3 needs S3_SECRET_KEY')
  return {
    endpoint: env.get('S3_ENDPOINT'),
    region: env.get('S3_REGION', 'us-east-1'),
    bucket: needed('S3_BUCKET'),
    prefix: env.get('S3_PREFIX', ''),
    accessKey: needed('S3_ACCESS_KEY'),
    secretKey: secret.release(),
  }
}
