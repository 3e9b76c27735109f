import { createHash } from 'node:crypto'
import type { DateTime } from 'luxon'
import Certificate, { CERTIFICATE } from '#certificates/models/certificate'
import { LABELS } from '#certificates/queries/read_certificate'
import { verifyPdf } from '#certificates/signing/verify_pdf'

export interface PublicCertificate {
  state: 'valid' | 'revoked' | 'replaced'
  /** what the rules allow to be shown; of one that is not in force only its number */
  facts: { label: string; value: string }[]
  revokedOn: string | null
  signer: string | null
}

const known = () => Certificate.query().where('kind', CERTIFICATE).whereNot('status', 'requested')

/** By the code of its QR. */
export const certificateByCode = (code: string) => known().where('verificationCode', code).first()

/** By its number and the name in it together; wrong in either is the same as unknown. */
export async function certificateByNumber(number: string, name: string) {
  const found = await known().where('number', number).orderBy('revision', 'desc').first()
  return found && found.printed().data.name === name.normalize('NFC') ? found : null
}

/** By the file itself: it has to be the very bytes that were issued. */
export async function certificateByFile(bytes: Buffer) {
  const signatures = verifyPdf(bytes)
  const digest = createHash('sha256').update(bytes).digest('hex')
  return {
    isSigned: signatures.length > 0 && signatures.every(({ valid }) => valid),
    certificate: await known().where('digest', digest).first(),
  }
}

/** What anyone may see of a certificate (PIPL 6: no more than it takes). */
export function publicView(certificate: Certificate): PublicCertificate {
  const state = certificate.status === 'issued' ? 'valid' : certificate.status
  const shown = Object.entries(certificate.publicData).filter(
    ([name]) => state === 'valid' || name === 'number'
  )
  return {
    state: state as PublicCertificate['state'],
    facts: shown.flatMap(([name, value]) => (value ? [{ label: LABELS[name], value }] : [])),
    revokedOn:
      (certificate.revokedAt as DateTime | null)?.setZone('Asia/Shanghai').toISODate() ?? null,
    signer: state === 'valid' ? certificate.signer : null,
  }
}
