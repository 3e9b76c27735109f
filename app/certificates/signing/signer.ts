import { testSigner } from '#certificates/signing/test_signer'

/**
 * What signs documents: a key of the instance, a hardware module or the seal service of a provider. Certificates name
 * it, so that a reader knows whose seal it is.
 */
export interface DocumentSigner {
  name: string
  /** what the drawn seal says below its star; empty for a seal in force */
  sealText: string
  /** X.509, DER */
  certificate: Uint8Array
  /** RSA, PKCS#1 v1.5, over SHA-256 of the data */
  sign(data: Uint8Array): Promise<Uint8Array>
}

type Source = () => Promise<DocumentSigner>

let source: Source = testSigner

/** Puts a provider's seal in the place of the test seal. */
export function useSigner(other: Source) {
  source = other
}

/** The signer of the running tenant. */
export const currentSigner: Source = () => source()
