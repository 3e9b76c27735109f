import { X509Certificate, createHash, verify } from 'node:crypto'
import { TAG, firstItem, items, oid, type Node } from '#certificates/signing/der'

export interface Signature {
  /** what it covers is unchanged and was signed with the key of `signer` */
  valid: boolean
  /** nothing was added to the file after it */
  coversAll: boolean
  /** common name of the signing certificate */
  signer: string | null
  /** SHA-256 of the signing certificate, hex */
  fingerprint: string | null
}

const MESSAGE_DIGEST = oid('1.2.840.113549.1.9.4').toString('hex')

/** The signatures of a PDF, in the order they were added. Whose they are is for the caller to judge. */
export function verifyPdf(pdf: Buffer): Signature[] {
  const ranges = pdf
    .toString('latin1')
    .matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)
  return [...ranges]
    .map((found) => found.slice(1).map(Number))
    .sort((a, b) => a[2] + a[3] - (b[2] + b[3]))
    .map(([start, length, after, rest]) => {
      const coversAll = start === 0 && after + rest === pdf.length
      const data = Buffer.concat([
        pdf.subarray(start, start + length),
        pdf.subarray(after, after + rest),
      ])
      // between the two ranges stands `<hex>`
      const hex = pdf.toString('latin1', start + length + 1, after - 1)
      try {
        return { coversAll, ...check(firstItem(Buffer.from(hex, 'hex')), data) }
      } catch {
        return { coversAll, valid: false, signer: null, fingerprint: null }
      }
    })
}

/** A CMS signature over data that is not inside it (RFC 5652). */
function check(cms: Node, data: Buffer) {
  const signed = items(items(items(cms.body)[1].body)[0].body)
  const certificates = items(signed.find(({ tag }) => tag === 0xa0)!.body).map(
    ({ whole }) => new X509Certificate(whole)
  )
  const signer = items(items(signed.at(-1)!.body)[0].body)
  const attributes = signer.find(({ tag }) => tag === 0xa0)!
  const signature = signer.find(({ tag }) => tag === TAG.bytes)!.body
  const digest = items(attributes.body)
    .map(({ body }) => items(body))
    .find(([type]) => type.whole.toString('hex') === MESSAGE_DIGEST)
  const stated = digest && items(digest[1].body)[0].body
  const isUnchanged = stated?.equals(createHash('sha256').update(data).digest()) ?? false
  // signed as a SET, stored under another tag
  const signedBytes = Buffer.concat([Buffer.from([TAG.set]), attributes.whole.subarray(1)])
  const certificate = certificates.find(({ publicKey }) =>
    verify('sha256', signedBytes, publicKey, signature)
  )
  return {
    valid: isUnchanged && certificate !== undefined,
    signer: certificate ? (/^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? null) : null,
    fingerprint: certificate ? createHash('sha256').update(certificate.raw).digest('hex') : null,
  }
}
