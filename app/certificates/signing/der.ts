/** The little of ASN.1 in DER that a certificate and a signature need. */

export const TAG = {
  integer: 0x02,
  bits: 0x03,
  bytes: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
} as const

/** Tag, length, contents. */
export function der(tag: number, ...contents: Uint8Array[]): Buffer {
  const body = Buffer.concat(contents)
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body])
  // in as few bytes as hold it
  const digits = body.length.toString(16)
  const length = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body])
}

export const sequence = (...parts: Uint8Array[]) => der(TAG.sequence, ...parts)
export const set = (...parts: Uint8Array[]) => der(TAG.set, ...parts)
export const bits = (body: Uint8Array, unused = 0) => der(TAG.bits, Buffer.from([unused]), body)

export function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second]
  for (const part of rest) {
    const groups = [part & 0x7f]
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80)
    bytes.push(...groups)
  }
  return der(TAG.oid, Buffer.from(bytes))
}

export interface Node {
  tag: number
  body: Buffer
  /** with tag and length */
  whole: Buffer
}

/** The items that stand one after another in a body; throws on what is no DER. */
export function items(body: Buffer): Node[] {
  const found: Node[] = []
  let at = 0
  while (at < body.length) {
    const tag = body[at]
    let length = body[at + 1]
    let start = at + 2
    // a length to be found at the end is no DER
    if (length === 0x80) throw new Error('no DER')
    if (length > 0x80) {
      const size = length & 0x7f
      length = body.readUIntBE(start, size)
      start += size
    }
    if (start + length > body.length) throw new Error('no DER')
    found.push({
      tag,
      body: body.subarray(start, start + length),
      whole: body.subarray(at, start + length),
    })
    at = start + length
  }
  return found
}

/** Contents of a PDF's signature are padded with zeros: the first item is all of it. */
export function firstItem(padded: Buffer): Node {
  let length = padded[1]
  let start = 2
  if (length > 0x80) {
    const size = length & 0x7f
    length = padded.readUIntBE(2, size)
    start += size
  }
  return items(padded.subarray(0, start + length))[0]
}
