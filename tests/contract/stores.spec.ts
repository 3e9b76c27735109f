import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { diskStore } from '#tenancy/stores/disk'
import { s3Store } from '#tenancy/stores/s3'
import { isMissing, type Store } from '#tenancy/stores/store'
import { s3Server } from '#tests/helpers/s3_server'

const sorted = async (store: Store) => (await Array.fromAsync(store.keys())).sort()
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** What every place for files does; `other` is that of another province. */
function contract(open: () => { store: Store; other: Store; work: string }) {
  test('a file is whole as it was put, and what was there is replaced', async ({ assert }) => {
    const { store } = open()
    await store.put('ab/one.pdf', Buffer.from('first'))
    await store.put('ab/one.pdf', Buffer.from('第二'))
    assert.equal((await store.read('ab/one.pdf')).toString(), '第二')
    const streamed = Buffer.concat(await (await store.stream('ab/one.pdf')).toArray())
    assert.equal(streamed.toString(), '第二')
    await store.put('empty.txt', Buffer.alloc(0))
    assert.lengthOf(await store.read('empty.txt'), 0)
  })

  test('a large file is taken in from this machine, in pieces, and fetched again', async ({
    assert,
  }) => {
    const { store, work } = open()
    const bytes = randomBytes(45 * 1024 * 1024)
    const path = join(work, 'large.bin')
    writeFileSync(path, bytes)
    await store.take('archives/1.zip', path)
    assert.isFalse(existsSync(path))
    const fetched = join(work, 'deep/in/fetched.bin')
    await store.fetch('archives/1.zip', fetched)
    assert.equal(digest(readFileSync(fetched)), digest(bytes))
    await store.remove('archives/1.zip')
  })

  test('what is missing is said in the same way; removing it again does no harm', async ({
    assert,
  }) => {
    const { store, work } = open()
    await store.put('gone.pdf', Buffer.from('x'))
    await store.remove('gone.pdf')
    await store.remove('gone.pdf')
    for (const ask of [
      () => store.read('gone.pdf'),
      () => store.stream('gone.pdf'),
      () => store.fetch('gone.pdf', join(work, 'gone')),
    ])
      assert.isTrue(isMissing(await ask().catch((error) => error)))
  })

  test('what may be made once is not written over', async ({ assert }) => {
    const { store } = open()
    assert.isTrue(await store.putOnce('keys/seal.json', Buffer.from('first')))
    assert.isFalse(await store.putOnce('keys/seal.json', Buffer.from('second')))
    assert.equal((await store.read('keys/seal.json')).toString(), 'first')
  })

  test('no key leads out of the province', async ({ assert }) => {
    const { store } = open()
    for (const key of ['../other/x', '/etc/passwd', 'a/../../b', 'a\\b', ''])
      await assert.rejects(async () => store.read(key), /not allowed/)
  })

  test('a province lists its own files only, more than one page of them, and takes them all away', async ({
    assert,
  }) => {
    const { store, other } = open()
    await store.removeAll()
    await other.put('stays.pdf', Buffer.from('other'))
    const keys = Array.from({ length: 130 }, (_, index) => `many/${String(index).padStart(3, '0')}`)
    for (let at = 0; at < keys.length; at += 50)
      await Promise.all(keys.slice(at, at + 50).map((key) => store.put(key, Buffer.from(key))))
    assert.deepEqual(await sorted(store), keys)
    await store.removeAll()
    assert.deepEqual(await sorted(store), [])
    assert.deepEqual(await sorted(other), ['stays.pdf'])
  })
}

test.group('files on a disk', (group) => {
  let work: string
  group.setup(() => {
    work = mkdtempSync(join(tmpdir(), 'stores-'))
    return () => rmSync(work, { recursive: true, force: true })
  })
  contract(() => ({
    store: diskStore(join(work, 'one')),
    other: diskStore(join(work, 'two')),
    work,
  }))

  test('many who write the same file leave one of them, whole', async ({ assert }) => {
    const store = diskStore(join(work, 'same'))
    const versions = Array.from({ length: 12 }, (_, index) => Buffer.alloc(200_000, index))
    await Promise.all(versions.map((bytes) => store.put('same.bin', bytes)))
    const left = await store.read('same.bin')
    assert.isTrue(versions.some((bytes) => bytes.equals(left)))
    assert.include(await sorted(store), 'same.bin')
  })

  test('what is half written is no file yet', async ({ assert }) => {
    const store = diskStore(join(work, 'three'))
    await store.put('whole.pdf', Buffer.from('x'))
    writeFileSync(join(work, 'three', 'half.pdf.0a1b2c3d.new'), 'x')
    assert.deepEqual(await sorted(store), ['whole.pdf'])
    assert.deepEqual(readdirSync(join(work, 'three')).length, 2)
  })
})

test.group('files in a bucket', (group) => {
  let server: Awaited<ReturnType<typeof s3Server>>
  let work: string
  group.setup(async () => {
    work = mkdtempSync(join(tmpdir(), 'stores-'))
    server = await s3Server()
    return async () => {
      rmSync(work, { recursive: true, force: true })
      await server.close()
    }
  })
  contract(() => ({
    store: s3Store(server.settings, 'one', 50),
    // begins with the same letters: a prefix ends with a slash
    other: s3Store(server.settings, 'one-more'),
    work,
  }))

  test('a wrong secret or a bucket that is not there is noticed when a province is made', async ({
    assert,
  }) => {
    await s3Store(server.settings, 'one').prepare()
    const wrong = { ...server.settings, secretKey: 'wrong' }
    await assert.rejects(() => s3Store(wrong, 'one').prepare())
    await assert.rejects(() => s3Store({ ...server.settings, bucket: 'none' }, 'one').prepare())
  })
})
