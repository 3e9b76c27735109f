import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

interface Entry {
  name: Buffer
  crc: number
  size: number
  offset: number
}

/** 1980-01-01: equal contents give equal bytes. */
const DATE = 0x21
/** names in UTF-8; sizes follow the data */
const FLAGS = 0x0808
const MOST = 0xffffffff

/**
 * Writes a ZIP of stored entries while its parts are read: what goes in is packed already, and memory does not grow
 * with the package. Answers the SHA-256 of each entry as it is added.
 */
export class ZipWriter {
  #out
  #offset = 0
  #entries: Entry[] = []

  constructor(path: string) {
    this.#out = createWriteStream(path, { mode: 0o600 })
  }

  addBytes(name: string, bytes: Buffer) {
    return this.#add(name, [bytes])
  }

  addStream(name: string, stream: Readable) {
    return this.#add(name, stream)
  }

  async #add(path: string, parts: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<string> {
    if (this.#entries.length === 0xffff) throw new Error('an archive has at most 65,535 files')
    const name = Buffer.from(path)
    const offset = this.#offset
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(FLAGS, 6)
    head.writeUInt16LE(DATE, 12)
    head.writeUInt16LE(name.length, 26)
    await this.#write(head, name)
    const hash = createHash('sha256')
    let crc = 0
    let size = 0
    for await (const part of parts) {
      crc = crc32(part, crc)
      size += part.length
      hash.update(part)
      await this.#write(part)
    }
    const tail = Buffer.alloc(16)
    tail.writeUInt32LE(0x08074b50, 0)
    tail.writeUInt32LE(crc, 4)
    tail.writeUInt32LE(size, 8)
    tail.writeUInt32LE(size, 12)
    await this.#write(tail)
    this.#entries.push({ name, crc, size, offset })
    return hash.digest('hex')
  }

  async end(): Promise<void> {
    const start = this.#offset
    for (const { name, crc, size, offset } of this.#entries) {
      const row = Buffer.alloc(46)
      row.writeUInt32LE(0x02014b50, 0)
      row.writeUInt16LE(20, 4)
      row.writeUInt16LE(20, 6)
      row.writeUInt16LE(FLAGS, 8)
      row.writeUInt16LE(DATE, 14)
      row.writeUInt32LE(crc, 16)
      row.writeUInt32LE(size, 20)
      row.writeUInt32LE(size, 24)
      row.writeUInt16LE(name.length, 28)
      row.writeUInt32LE(offset, 42)
      await this.#write(row, name)
    }
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(this.#entries.length, 8)
    end.writeUInt16LE(this.#entries.length, 10)
    end.writeUInt32LE(this.#offset - start, 12)
    end.writeUInt32LE(start, 16)
    await this.#write(end)
    this.#out.end()
    await once(this.#out, 'finish')
  }

  async #write(...parts: Buffer[]) {
    for (const part of parts) {
      this.#offset += part.length
      if (this.#offset > MOST) throw new Error('an archive is at most 4 GB')
      if (!this.#out.write(part)) await once(this.#out, 'drain')
    }
  }
}
