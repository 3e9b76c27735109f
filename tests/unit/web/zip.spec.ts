import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { writeZip } from '#web/zip'

/** What a reader finds in a ZIP, by name. */
const unpacked = (bytes: Buffer) =>
  new Promise<Record<string, string>>((resolve, reject) => {
    const found: Record<string, string> = {}
    fromBuffer(bytes, { lazyEntries: true }, (error, zip: ZipFile) => {
      if (error) return reject(error)
      zip.on('entry', (entry: Entry) =>
        zip.openReadStream(entry, async (fault, stream) => {
          if (fault) return reject(fault)
          found[entry.fileName] = await text(stream)
          zip.readEntry()
        })
      )
      zip.on('end', () => resolve(found))
      zip.readEntry()
    })
  })

test.group('zip', () => {
  test('what is packed comes out again, under names in Chinese', async ({ assert }) => {
    const folder = await mkdtemp(join(tmpdir(), 'zip-'))
    try {
      const texts: Record<string, string> = {
        '目录.txt': '一',
        '会议纪要/一.txt': '二'.repeat(50_000),
        '空.txt': '',
      }
      const entries = []
      for (const [index, [name, content]] of Object.entries(texts).entries()) {
        const path = join(folder, String(index))
        await writeFile(path, content)
        entries.push({ name, path })
      }
      await writeZip(join(folder, 'a.zip'), entries)
      const found = await unpacked(await readFile(join(folder, 'a.zip')))
      assert.deepEqual(found, texts)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
