import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver, { type Middleware } from '@20minutes/s3rver'
import type { S3Settings } from '#tenancy/stores/s3'

export const BUCKET = 'zhicheng'

/** Today's clients sign what they ask of a bucket with the slash at the end of its path; the server left it out. */
const signedWithSlash: Middleware = (ctx, next) => {
  if (/^\/[^/]+\/$/.test(ctx.path)) {
    Object.defineProperty(ctx.state, 'vhost', { get: () => true, set: () => undefined })
    ctx.mountPath = '/'
  }
  return next()
}

/** It hides where a list goes on by a cipher that OpenSSL 3 left out; three times the same key is the same cipher. */
function giveDes() {
  const crypto = createRequire(import.meta.url)('node:crypto')
  for (const name of ['createCipheriv', 'createDecipheriv']) {
    const known = crypto[name]
    crypto[name] = (cipher: string, key: Buffer, ...rest: unknown[]) =>
      cipher === 'des'
        ? known('des-ede3-cbc', Buffer.concat([key, key, key]), ...rest)
        : known(cipher, key, ...rest)
  }
}

/** A server that speaks S3 and looks at signatures, over a folder of its own. */
export async function s3Server() {
  giveDes()
  const directory = mkdtempSync(join(tmpdir(), 's3-'))
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET }],
  })
  server.middleware.unshift(signedWithSlash)
  // it clears empty folders as it deletes, and trips over itself when it deletes several at once
  const deleteObject = server.store.deleteObject.bind(server.store)
  let last: Promise<void> = Promise.resolve()
  server.store.deleteObject = (bucket, key) => (last = last.then(() => deleteObject(bucket, key)))
  const { port } = await server.run()
  const settings: S3Settings = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket: BUCKET,
    prefix: 'files',
    // the only account it knows
    accessKey: 'S3RVER',
    secretKey: 'S3RVER',
  }
  return {
    settings,
    close: async () => {
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
