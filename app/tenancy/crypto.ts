import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomFillSync,
  type KeyObject,
} from 'node:crypto'
import env from '#start/env'
import { requireTenant } from '#tenancy/context'

/**
 * Values at rest (domain.md §5): AES-256-GCM under a key per tenant, bound to tenant, column and row, so that a
 * value copied to another row or province does not open. Layout: version (1) | iv (12) | text | tag (16).
 */
const VERSION = 1
const keys = new Map<string, KeyObject>()

function keyOf(owner: string, use: 'seal' | 'index'): KeyObject {
  const name = `${owner}|${use}`
  let key = keys.get(name)
  if (!key) {
    const master = env.get('APP_KEY').release()
    // as an object: handing the bytes over anew for each value takes longer than sealing it
    key = createSecretKey(Buffer.from(hkdfSync('sha256', master, 'zhicheng', name, 32)))
    keys.set(name, key)
  }
  return key
}

const boundTo = (owner: string, column: string, row: string) =>
  Buffer.from(`${owner}|${column}|${row}`)

const IV = 12
const drawn = Buffer.alloc(IV * 256)
let used = drawn.length

/** Random bytes used once, drawn many at a time. */
function freshIv(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  return Buffer.from(drawn.subarray(used, (used += IV)))
}

function seal(owner: string, column: string, row: string, text: string | Buffer): Buffer {
  const iv = freshIv()
  const cipher = createCipheriv('aes-256-gcm', keyOf(owner, 'seal'), iv)
  cipher.setAAD(boundTo(owner, column, row))
  return Buffer.concat([
    Buffer.from([VERSION]),
    iv,
    typeof text === 'string' ? cipher.update(text, 'utf8') : cipher.update(text),
    cipher.final(),
    cipher.getAuthTag(),
  ])
}

function open(owner: string, column: string, row: string, sealed: Buffer): Buffer {
  if (sealed[0] !== VERSION) throw new Error(`sealed value of unknown version in ${column}`)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(owner, 'seal'), sealed.subarray(1, 13))
  decipher.setAAD(boundTo(owner, column, row))
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()])
}

/** `column` is `table.column`; `row` is what names the row for good (an id or a random key). */
export const sealValue = (column: string, row: string, text: string) =>
  seal(`t:${requireTenant().slug}`, column, row, text)
export const openValue = (column: string, row: string, sealed: Buffer) =>
  openBytes(column, row, sealed).toString('utf8')

export const sealBytes = (column: string, row: string, bytes: Buffer) =>
  seal(`t:${requireTenant().slug}`, column, row, bytes)
export const openBytes = (column: string, row: string, sealed: Buffer) =>
  open(`t:${requireTenant().slug}`, column, row, sealed)

/** 16 bytes that are equal for equal texts of one column in one tenant: search without opening. */
export const blindIndex = (column: string, text: string): Buffer =>
  createHmac('sha256', keyOf(`t:${requireTenant().slug}`, 'index'))
    .update(`${column}\0${text}`)
    .digest()
    .subarray(0, 16)

export const sealPlatformValue = (column: string, row: string, text: string) =>
  seal('platform', column, row, text)
export const openPlatformValue = (column: string, row: string, sealed: Buffer) =>
  open('platform', column, row, sealed).toString('utf8')
