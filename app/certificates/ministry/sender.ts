import { createHash } from 'node:crypto'

/** It was issued, or made anew under its number; or it is of no force any more. */
export type ReportAct = 'issue' | 'revoke'

/** What the ministry is told of a certificate. */
export interface ReportedCertificate {
  /** the same key is the same report, however often it comes */
  key: string
  act: ReportAct
  /** from the second on it takes the place of what was told of the number before */
  revision: number
  number: string
  name: string
  idNumber: string
  unit: string
  title: string
  specialty: string
  level: string
  issuer: string
  issuedOn: string
  /** of a revocation */
  revokedOn?: string
  reason?: string
}

export type Receipt = { key: string } & (
  { accepted: true; receipt: string } | { accepted: false; fault: string }
)

/** The line to the ministry's register. A province that is connected puts its own in the place of the trial one. */
export interface MinistrySender {
  name: string
  /** nothing leaves the house: shown on the page */
  isTrial: boolean
  send(items: ReportedCertificate[]): Promise<Receipt[]>
}

/** Answers as the register would and sends nothing anywhere; its receipts say so. */
export const trialSender: MinistrySender = {
  name: '演示通道',
  isTrial: true,
  async send(items) {
    return items.map(({ key, number, idNumber }) =>
      idNumber
        ? {
            key,
            accepted: true as const,
            receipt: `演示回执-${createHash('sha256').update(`${key}:${number}`).digest('hex').slice(0, 12)}`,
          }
        : { key, accepted: false as const, fault: '缺少身份证号' }
    )
  },
}

let sender: MinistrySender = trialSender

export function useMinistrySender(other: MinistrySender) {
  sender = other
}

export const ministrySender = () => sender
