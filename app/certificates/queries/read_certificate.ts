import db from '@adonisjs/lucid/services/db'
import { type DateTime } from 'luxon'
import Application from '#applications/models/application'
import { rulesetById } from '#batches/queries/rulesets'
import Certificate, { CERTIFICATE } from '#certificates/models/certificate'
import { maskIdNumber } from '#tenancy/masking'
import type { Actor } from '#web/actor'
import { NotFound } from '#web/refusal'

export interface CertificateView {
  id: number
  status: string
  number: string
  facts: { label: string; value: string }[]
  issuedAt: string | null
  signer: string | null
  digest: string | null
  code: string
  reason: string | null
  files: { id: number; label: string; name: string; size: number }[]
  revisions: { id: number; revision: number; status: string; issuedOn: string }[]
  /** why the forms that go with it are missing */
  failures: { label: string; reason: string }[]
}

export const LABELS: Record<string, string> = {
  name: '姓名',
  sex: '性别',
  idNumber: '身份证号',
  unit: '工作单位',
  series: '系列',
  specialty: '专业名称',
  title: '资格名称',
  level: '资格级别',
  committee: '评审组织',
  passedOn: '通过时间',
  number: '证书编号',
  documentNumber: '批准文号',
  issuer: '发证机关',
  issuedOn: '发证日期',
}

/** A certificate its reader may see: whose it is, the bodies of his way, who made it, the administrator. */
export async function readableCertificate(actor: Actor, id: number): Promise<Certificate> {
  const certificate = await Certificate.find(id)
  if (!certificate || certificate.status === 'requested') throw new NotFound()
  if (certificate.applicationId === null) return readableImport(actor, certificate)
  const application = await Application.findOrFail(certificate.applicationId)
  if (application.accountId === actor.accountId) {
    // his forms stay with the bodies: they name who wrote the opinions
    if (certificate.kind === CERTIFICATE && certificate.status === 'issued') return certificate
    throw new NotFound()
  }
  if (actor.abilities.has('certificates.read') && concerns(actor, certificate, application))
    return certificate
  throw new NotFound()
}

/** One that came from Excel: the person's, and the body's that took it in. */
async function readableImport(actor: Actor, certificate: Certificate): Promise<Certificate> {
  if (actor.kind === 'tenant_admin' && actor.abilities.has('certificates.read')) return certificate
  const own = actor.organizationId !== null && certificate.organizationId === actor.organizationId
  if (own && actor.abilities.has('certificates.read')) return certificate
  const row = await db
    .from('imported_certificates')
    .where({ certificate_id: certificate.id, person_id: actor.personId ?? 0 })
    .first()
  if (row && certificate.status === 'issued') return certificate
  throw new NotFound()
}

function concerns(actor: Actor, certificate: Certificate, application: Application): boolean {
  if (actor.kind === 'tenant_admin') return true
  const own = actor.organizationId
  if (own === null) return false
  return (
    certificate.organizationId === own ||
    application.organizationId === own ||
    application.route.some(({ organizationId }) => organizationId === own)
  )
}

/** Who made it may take it back; so may the administrator (HU-65). */
export const mayRevoke = (actor: Actor, certificate: Certificate) =>
  actor.kind === 'tenant_admin' ||
  (actor.abilities.has('certificates.generate') &&
    certificate.organizationId !== null &&
    certificate.organizationId === actor.organizationId)

export async function certificateView(certificate: Certificate): Promise<CertificateView> {
  const { data } = certificate.printed()
  const { ruleset } = await rulesetById(certificate.rulesetId)
  const all = await Certificate.query()
    .where(
      certificate.applicationId === null
        ? { number: certificate.number }
        : { applicationId: certificate.applicationId }
    )
    .orderBy('id')
  const set = all.filter(({ revision }) => revision === certificate.revision)
  const stored = await db
    .from('files')
    .whereIn(
      'id',
      set.flatMap(({ fileId }) => fileId ?? [])
    )
    .select('id', 'name', 'size')
  const labelOf = (kind: string) =>
    ruleset.certificates.forms.find(({ template }) => template === kind)?.label ?? '电子证书'
  return {
    id: certificate.id,
    status: certificate.status,
    number: certificate.number,
    facts: Object.entries(LABELS)
      .map(([name, label]) => ({
        label,
        value: name === 'idNumber' ? maskIdNumber(String(data[name])) : String(data[name] ?? ''),
      }))
      .filter(({ value }) => value !== ''),
    issuedAt:
      (certificate.issuedAt as DateTime | null)
        ?.setZone('Asia/Shanghai')
        .toFormat('yyyy-MM-dd HH:mm') ?? null,
    signer: certificate.signer,
    digest: certificate.digest,
    code: certificate.verificationCode,
    reason: certificate.reason,
    files: set.flatMap(({ id, kind, fileId }) => {
      const file = stored.find((each) => each.id === fileId)
      return file ? [{ id, label: labelOf(kind), name: file.name, size: Number(file.size) }] : []
    }),
    revisions: all
      .filter(({ kind, status }) => kind === CERTIFICATE && status !== 'requested')
      .map(({ id, revision, status, issuedOn }) => ({ id, revision, status, issuedOn })),
    failures: all.flatMap(({ kind, failure }) =>
      failure ? [{ label: labelOf(kind), reason: failure }] : []
    ),
  }
}

/** The certificates of an applicant's account that are in force. */
export async function ownCertificates(accountId: number) {
  const rows = await Certificate.query()
    .where((own) =>
      own
        .whereIn(
          'applicationId',
          db.from('applications').where('account_id', accountId).select('id')
        )
        .orWhereIn(
          'id',
          db
            .from('imported_certificates as i')
            .join('accounts as a', 'a.person_id', 'i.person_id')
            .where('a.id', accountId)
            .select('i.certificate_id')
        )
    )
    .where({ kind: CERTIFICATE })
    .whereNot('status', 'requested')
    .whereNot('status', 'replaced')
    .orderBy('id', 'desc')
  return rows.map((row) => {
    const { data } = row.printed()
    return {
      id: row.id,
      status: row.status,
      number: row.number,
      code: row.verificationCode,
      title: String(data.title),
      specialty: String(data.specialty),
      level: String(data.level),
      issuer: String(data.issuer),
      issuedOn: row.issuedOn,
      // why it is of no force; of a replaced one nobody asks
      reason: row.status === 'revoked' ? row.reason : null,
    }
  })
}
