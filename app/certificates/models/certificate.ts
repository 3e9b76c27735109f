import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import TenantModel from '#tenancy/models/tenant_model'
import { openValue } from '#tenancy/crypto'

export const CERTIFICATE = 'certificate'
export type CertificateStatus = 'requested' | 'issued' | 'revoked' | 'replaced'

/** What is printed, kept as it was when the document was asked for. */
export interface PrintedData {
  data: Record<string, unknown>
  photoFileId: number | null
  /** what was corrected, which a later one keeps */
  corrections?: Record<string, string>
}

/** A certificate or a form that goes with it. What it was made from is sealed in it. */
export default class Certificate extends TenantModel {
  @column({ isPrimary: true }) declare id: number
  /** `certificate`, or the template of a form */
  @column() declare kind: string
  /** none for one that was taken in from Excel (HU-69) */
  @column() declare applicationId: number | null
  @column() declare number: string
  @column() declare verificationCode: string
  @column() declare rulesetId: number
  @column() declare template: string
  @column() declare templateChecksum: string
  @column({ serializeAs: null }) declare dataSealed: Buffer
  @column({
    prepare: (value) => JSON.stringify(value),
    consume: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
  })
  declare publicData: Record<string, string | null>
  @column() declare fileId: number | null
  @column() declare digest: string | null
  @column() declare signer: string | null
  @column() declare status: CertificateStatus
  @column() declare issuedOn: string
  @column() declare reason: string | null
  @column() declare revision: number
  @column() declare replacesId: number | null
  @column() declare organizationId: number | null
  @column() declare failure: string | null
  /** a name it is found by beside that of its application or of its import: corrected since, or borne before */
  @column() declare alsoCalled: string | null
  /** the unit it says, by which it is found */
  @column() declare unitName: string | null
  @column.dateTime({ autoCreate: true }) declare createdAt: DateTime
  @column.dateTime() declare issuedAt: DateTime | null
  @column.dateTime() declare revokedAt: DateTime | null

  printed(): PrintedData {
    return openPrinted(this.verificationCode, this.dataSealed)
  }
}

/** Names the sealed column; the row is named by the code, which is there before the id. */
export const SEALED = 'certificates.data'

const openPrinted = (code: string, sealed: Buffer): PrintedData =>
  JSON.parse(openValue(SEALED, code, sealed))

/** What the certificate of a row of a list says: what was corrected stands there, not in the application. */
export const printedOn = (row: Record<string, any>) =>
  openPrinted(row.verification_code, row.data_sealed).data as Record<string, string>

/** Of that what lists name people by. */
export function namesOn(row: Record<string, any>) {
  const { name, unit, title } = printedOn(row)
  return { name, unit, title: title || null }
}
