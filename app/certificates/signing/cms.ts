import { createHash } from 'node:crypto'
import { TAG, der, items, oid, sequence, set } from '#certificates/signing/der'
import type { DocumentSigner } from '#certificates/signing/signer'

const NULL = der(TAG.null)
const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'), NULL)
const RSA = sequence(oid('1.2.840.113549.1.1.1'), NULL)
const DATA = oid('1.2.840.113549.1.7.1')
const SIGNED_DATA = oid('1.2.840.113549.1.7.2')
const CONTENT_TYPE = oid('1.2.840.113549.1.9.3')
const MESSAGE_DIGEST = oid('1.2.840.113549.1.9.4')
const SIGNING_CERTIFICATE_V2 = oid('1.2.840.113549.1.9.16.2.47')
const ONE = der(TAG.integer, Buffer.from([1]))
const CONTEXT_0 = 0xa0

/** What a signature adds to its certificate: attributes, the signature of a key of up to 4096 bits, and their frames. */
const BESIDE_CERTIFICATE = 1024

/** Room that a signature of this signer needs at most. */
export const signatureRoom = (signer: DocumentSigner) =>
  signer.certificate.length + BESIDE_CERTIFICATE

/**
 * A CMS signature (RFC 5652) over data that stays outside of it, as PAdES B-B asks for: the digest and the signing
 * certificate are signed, the time is not (it stands in the document).
 */
export async function signedData(digest: Uint8Array, signer: DocumentSigner): Promise<Buffer> {
  const certificate = Buffer.from(signer.certificate)
  const { issuer, serial } = namesOf(certificate)
  const certificateDigest = createHash('sha256').update(certificate).digest()
  // DER orders the members of a set by their bytes
  const attributes = [
    attribute(CONTENT_TYPE, DATA),
    attribute(MESSAGE_DIGEST, der(TAG.bytes, digest)),
    attribute(
      SIGNING_CERTIFICATE_V2,
      sequence(sequence(sequence(der(TAG.bytes, certificateDigest))))
    ),
  ].sort(Buffer.compare)
  // signed as a SET, stored under another tag
  const signature = await signer.sign(set(...attributes))
  const signerInfo = sequence(
    ONE,
    sequence(issuer, serial),
    SHA256,
    der(CONTEXT_0, ...attributes),
    RSA,
    der(TAG.bytes, signature)
  )
  return sequence(
    SIGNED_DATA,
    der(
      CONTEXT_0,
      sequence(ONE, set(SHA256), sequence(DATA), der(CONTEXT_0, certificate), set(signerInfo))
    )
  )
}

const attribute = (type: Buffer, value: Buffer) => sequence(type, set(value))

/** Issuer and serial number as they stand in the certificate: written anew, they might not be the same bytes. */
function namesOf(certificate: Buffer) {
  const [body] = items(items(certificate)[0].body)
  const parts = items(body.body)
  const first = parts[0].tag === CONTEXT_0 ? 1 : 0
  return { serial: parts[first].whole, issuer: parts[first + 2].whole }
}
