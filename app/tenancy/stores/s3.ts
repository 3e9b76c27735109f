import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { checkedKey, type Store } from '#tenancy/stores/store'

export interface S3Settings {
  /** none: that of AWS for the region */
  endpoint?: string
  region: string
  bucket: string
  /** before the provinces' own prefixes, where a bucket is shared with others */
  prefix: string
  accessKey: string
  secretKey: string
}

/** Sent in pieces of this size, so that a file of 200 GB needs no more than the 10,000 pieces S3 allows. */
const PIECE = 20 * 1024 * 1024
/** what S3 lists and deletes at once */
const MANY = 1000

/** A prefix of an S3 bucket for each province. The library is loaded when the first file is asked for. */
export function s3Store(settings: S3Settings, slug: string, atOnce = MANY): Store {
  const { bucket: Bucket } = settings
  const root = [settings.prefix, slug].filter(Boolean).join('/') + '/'
  const placeOf = (key: string) => ({ Bucket, Key: root + checkedKey(key) })
  let opened: ReturnType<typeof open> | undefined
  const library = () => (opened ??= open(settings))

  const stream = async (key: string) => {
    const { client, s3 } = await library()
    try {
      const { Body } = await client.send(new s3.GetObjectCommand(placeOf(key)))
      return Body as Readable
    } catch (error) {
      throw missing(error, key)
    }
  }
  async function* keys() {
    const { client, s3 } = await library()
    let ContinuationToken: string | undefined
    do {
      const list = await client.send(
        new s3.ListObjectsV2Command({ Bucket, Prefix: root, ContinuationToken, MaxKeys: atOnce })
      )
      for (const { Key } of list.Contents ?? []) yield Key!.slice(root.length)
      ContinuationToken = list.NextContinuationToken
    } while (ContinuationToken)
  }

  return {
    folder: null,
    prepare: async () => {
      const { client, s3 } = await library()
      await client.send(new s3.HeadBucketCommand({ Bucket }))
    },
    put: async (key, Body) => {
      const { client, s3 } = await library()
      await client.send(new s3.PutObjectCommand({ ...placeOf(key), Body }))
    },
    take: async (key, path) => {
      const { client, Upload } = await library()
      const params = { ...placeOf(key), Body: createReadStream(path) }
      await new Upload({ client, params, partSize: PIECE, queueSize: 2 }).done()
      await rm(path, { force: true })
    },
    putOnce: async (key, Body) => {
      const { client, s3 } = await library()
      const place = placeOf(key)
      const known = await client.send(new s3.HeadObjectCommand(place)).catch((error) => {
        if (isUnknown(error)) return null
        throw error
      })
      if (known) return false
      try {
        // decides where two come at once; a store that knows no conditions keeps the later one
        await client.send(new s3.PutObjectCommand({ ...place, Body, IfNoneMatch: '*' }))
        return true
      } catch (error) {
        if ((error as { name?: string }).name === 'PreconditionFailed') return false
        throw error
      }
    },
    read: async (key) => Buffer.concat(await (await stream(key)).toArray()),
    stream,
    fetch: async (key, path) => {
      const source = await stream(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await pipeline(source, createWriteStream(path, { mode: 0o600 }))
    },
    remove: async (key) => {
      const { client, s3 } = await library()
      await client.send(new s3.DeleteObjectCommand(placeOf(key)))
    },
    keys,
    removeAll: async () => {
      const { client, s3 } = await library()
      const remove = async (batch: string[]) => {
        if (batch.length === 0) return
        const Objects = batch.map((key) => ({ Key: root + key }))
        const { Errors } = await client.send(
          new s3.DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } })
        )
        if (Errors?.length) throw new Error(`${Errors.length} objects were not deleted`)
      }
      let batch: string[] = []
      for await (const key of keys()) {
        batch.push(key)
        if (batch.length === atOnce) await remove(batch.splice(0))
      }
      await remove(batch)
    },
  }
}

async function open({ endpoint, region, accessKey, secretKey }: S3Settings) {
  const [s3, { Upload }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('@aws-sdk/lib-storage'),
  ])
  const client = new s3.S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    // checksums as trailers are known to few stores beside AWS; every file's SHA-256 is in the database
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { client, s3, Upload }
}

const isUnknown = (error: unknown) =>
  ['NoSuchKey', 'NotFound'].includes((error as { name?: string }).name ?? '')

const missing = (error: unknown, key: string) =>
  isUnknown(error) ? Object.assign(new Error(`${key} is not stored`), { code: 'ENOENT' }) : error
