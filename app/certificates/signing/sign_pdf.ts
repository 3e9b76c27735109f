import { PDF } from '@libpdf/core'
import type { DocumentSigner } from '#certificates/signing/signer'

/** Room for the signature in the file, without a timestamp. */
const SIGNATURE_BYTES = 6144

/** Signs a PDF (PAdES B-B); the signed document is the given one with the signature added at its end. */
export async function signPdf(
  pdf: Uint8Array,
  signer: DocumentSigner,
  about: { reason: string; at: Date }
): Promise<Buffer> {
  const document = await PDF.load(pdf)
  const { bytes } = await document.sign({
    signer: {
      certificate: signer.certificate,
      keyType: 'RSA',
      signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
      sign: (data) => signer.sign(data),
    },
    level: 'B-B',
    reason: about.reason,
    signingTime: about.at,
    estimatedSize: SIGNATURE_BYTES,
  })
  return Buffer.from(bytes)
}
