import {
  X509Certificate,
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  sign,
} from 'node:crypto'
import { promisify } from 'node:util'
import { TAG, bits, der, oid, sequence, set } from '#certificates/signing/der'
import type { DocumentSigner } from '#certificates/signing/signer'
import { requireTenant } from '#tenancy/context'
import { openValue, sealValue } from '#tenancy/crypto'
import { storage } from '#tenancy/storage'
import { isMissing } from '#tenancy/stores/store'

const KEY_FILE = 'keys/test-seal.json'
const COLUMN = 'test_seal.key'
const YEARS = 10
const SHA256_WITH_RSA = sequence(oid('1.2.840.113549.1.1.11'), der(TAG.null))

const signWith = promisify(sign)
const kept = new Map<string, Promise<DocumentSigner>>()

/**
 * A seal that says of itself that it is for trying out: self-signed, made once for each province, its key sealed at
 * rest. It proves that a file is unchanged, not that an authority issued it.
 */
export function testSigner(): Promise<DocumentSigner> {
  const { slug, name } = requireTenant()
  let signer = kept.get(slug)
  if (!signer) {
    signer = load(slug, `${name}测试章`)
    kept.set(slug, signer)
    signer.catch(() => kept.delete(slug))
  }
  return signer
}

async function load(slug: string, name: string): Promise<DocumentSigner> {
  const file = await storage()
    .read(KEY_FILE)
    .catch((error) => {
      if (isMissing(error)) return make(slug, name)
      throw error
    })
  const stored = JSON.parse(file.toString('utf8')) as { certificate: string; key: string }
  const key = createPrivateKey(openValue(COLUMN, slug, Buffer.from(stored.key, 'base64')))
  return {
    name,
    sealText: '测试章',
    certificate: Buffer.from(stored.certificate, 'base64'),
    sign: (data) => signWith('sha256', Buffer.from(data), key),
  }
}

/** The first to make one wins; the others take his. */
async function make(slug: string, name: string): Promise<Buffer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const certificate = selfSigned(name, publicKey.export({ type: 'spki', format: 'der' }), (data) =>
    sign('sha256', data, privateKey)
  )
  const key = sealValue(COLUMN, slug, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)
  const text = JSON.stringify({
    certificate: certificate.toString('base64'),
    key: key.toString('base64'),
  })
  await storage().putOnce(KEY_FILE, Buffer.from(text))
  return storage().read(KEY_FILE)
}

/** An X.509 certificate of version 3 that vouches for itself. */
function selfSigned(name: string, publicKey: Buffer, signed: (data: Buffer) => Buffer): Buffer {
  const rdn = (type: string, value: string) =>
    set(sequence(oid(type), der(TAG.utf8, Buffer.from(value))))
  const subject = sequence(rdn('2.5.4.10', '测试用，不具法律效力'), rdn('2.5.4.3', name))
  const moment = (date: Date) =>
    der(TAG.utcTime, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-T:]/g, '')}Z`))
  const start = new Date()
  const end = new Date(start)
  end.setUTCFullYear(start.getUTCFullYear() + YEARS)
  const serial = createHash('sha256').update(publicKey).digest().subarray(0, 15)
  const extension = (type: string, value: Buffer) =>
    sequence(oid(type), der(0x01, Buffer.from([0xff])), der(TAG.bytes, value))
  const body = sequence(
    der(0xa0, der(TAG.integer, Buffer.from([2]))),
    der(TAG.integer, Buffer.from([0x01]), serial),
    SHA256_WITH_RSA,
    subject,
    sequence(moment(start), moment(end)),
    subject,
    publicKey,
    der(
      0xa3,
      sequence(
        // an end of the chain that signs documents
        extension('2.5.29.19', sequence()),
        extension('2.5.29.15', bits(Buffer.from([0xc0]), 6))
      )
    )
  )
  const certificate = sequence(body, SHA256_WITH_RSA, bits(signed(body)))
  // throws where it is malformed
  return Buffer.from(new X509Certificate(certificate).raw)
}
