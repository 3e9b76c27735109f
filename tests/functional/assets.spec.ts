import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { readdir, readFile } from 'node:fs/promises'
import { visitorOf } from '#tests/helpers/browserless'
import { get } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** An answer with its bytes as they came over the line. */
const raw = (path: string, encoding: string) =>
  new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((resolve) =>
    get(
      {
        host: '127.0.0.1',
        port: process.env.PORT,
        path,
        headers: { 'accept-encoding': encoding },
      },
      async (reply) => {
        const parts: Buffer[] = []
        for await (const part of reply) parts.push(part)
        const bytes = Buffer.concat(parts)
        resolve({ status: reply.statusCode!, headers: reply.headers, bytes })
      }
    )
  )

test.group('scripts and styles', () => {
  test('[HU-05] go out packed, each in its own words of the browser, and are kept for good', async ({
    assert,
  }) => {
    await visitorOf('hunan').get('/')
    const name = (await readdir(app.publicPath('assets'))).find((each) => each.endsWith('.js'))!
    const content = await readFile(app.publicPath('assets', name))
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync }
    for (const [encoding, open] of Object.entries(unpack)) {
      const reply = await raw(`/assets/${name}`, encoding)
      assert.equal(reply.status, 200)
      assert.equal(reply.headers['content-encoding'], encoding)
      assert.include(String(reply.headers['cache-control']), 'immutable')
      assert.match(String(reply.headers['content-type']), /^text\/javascript/)
      assert.isTrue(open(reply.bytes).equals(content))
    }
    const plain = await raw(`/assets/${name}`, 'identity')
    assert.isUndefined(plain.headers['content-encoding'])
    assert.isTrue(plain.bytes.equals(content))
    for (const path of ['/assets/none.js', '/assets/..%2f..%2fpackage.js', '/assets/../package.js'])
      assert.equal((await raw(path, 'br')).status, 404, path)
  })
})
