import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { crc32 } from 'node:zlib'
import { stat } from 'node:fs/promises'

export interface ZipEntry {
  /** with `/` between folders, in any language */
  name: string
  path: string
}

const LIMIT = 0xffffffff
const UTF8_NAMES = 0x0800

/** Packs files as they are (what goes in is compressed already) into a ZIP, one after the other. */
export async function writeZip(target: string, entries: ZipEntry[]) {
  const output = createWriteStream(target, { mode: 0o600 })
  const failed = once(output, 'error').then(([error]) => Promise.reject(error))
  failed.catch(() => undefined)
  let offset = 0
  const put = async (bytes: Buffer) => {
    offset += bytes.length
    if (!output.write(bytes)) await Promise.race([once(output, 'drain'), failed])
  }
  const directory: Buffer[] = []
  for (const { name, path } of entries) {
    const { size } = await stat(path)
    if (offset + size > LIMIT) throw new Error('zip too large')
    const header = headerOf(Buffer.from(name), await checksum(path), size)
    directory.push(
      Buffer.concat([record(0x02014b50, 0x0014), header.fields, central(offset), header.name])
    )
    await put(Buffer.concat([record(0x04034b50), header.fields, header.name]))
    for await (const chunk of createReadStream(path)) await put(chunk as Buffer)
  }
  const start = offset
  for (const each of directory) await put(each)
  await put(end(entries.length, offset - start, start))
  output.end()
  await Promise.race([once(output, 'finish'), failed])
}

async function checksum(path: string) {
  let sum = 0
  for await (const chunk of createReadStream(path)) sum = crc32(chunk as Buffer, sum)
  return sum
}

/** Signature, and in the directory the version that made it. */
function record(signature: number, madeBy?: number) {
  const bytes = Buffer.alloc(madeBy === undefined ? 4 : 6)
  bytes.writeUInt32LE(signature, 0)
  if (madeBy !== undefined) bytes.writeUInt16LE(madeBy, 4)
  return bytes
}

/** What a file's own header and its line in the directory have in common. */
function headerOf(name: Buffer, sum: number, size: number) {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(UTF8_NAMES, 2)
  // stored; 1980-01-01, so that the same files make the same archive
  fields.writeUInt16LE(0x21, 8)
  fields.writeUInt32LE(sum, 10)
  fields.writeUInt32LE(size, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  return { fields, name }
}

function central(offset: number) {
  const bytes = Buffer.alloc(14)
  bytes.writeUInt32LE(offset, 10)
  return bytes
}

function end(count: number, size: number, start: number) {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(0x06054b50, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(start, 16)
  return bytes
}
