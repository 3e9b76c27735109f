import { createHash, randomBytes } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Application from '#applications/models/application'
import audit from '#audit/audit'
import { rulesetById } from '#batches/queries/rulesets'
import { admitReaders } from '#certificates/readers'
import Certificate, { CERTIFICATE, SEALED } from '#certificates/models/certificate'
import { formData, photoOf } from '#certificates/queries/form_data'
import {
  bodiesWith,
  certificateData,
  type CertificateData,
} from '#certificates/queries/printed_data'
import { enqueue } from '#jobs/enqueue'
import { withRole } from '#results/roles'
import { sealValue } from '#tenancy/crypto'
import { publicAddress } from '#tenancy/public_address'
import { transaction } from '#tenancy/transaction'
import type { ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal } from '#web/refusal'

/** One request's bound: more are asked for in parts. */
export const MOST_AT_ONCE = 2000
const CHUNK = 200

export interface Requested {
  requested: number
  jobId: number
}

/**
 * Asks for the certificates of numbered applications, with the forms that go with them (HB-62, HU-67). What will be
 * printed is fixed and sealed here; a job makes the files. What is being made already is not asked for again; what
 * failed is taken anew, with the data of today.
 */
export default async function requestCertificates(
  ctx: ActorContext,
  input: { applicationIds: number[] }
): Promise<Requested> {
  const ids = [...new Set(input.applicationIds)].sort((a, b) => a - b)
  if (ids.length > MOST_AT_ONCE)
    throw new Refusal('many', `一次最多生成 ${MOST_AT_ONCE} 份证书，请缩小查询条件后分次生成。`)
  return transaction(async (trx) => {
    const applications = await Application.query({ client: trx })
      .whereIn('id', ids)
      .orderBy('id')
      .forUpdate()
    if (applications.length < ids.length) throw new NotFound()
    await refuseOthers(ctx, applications)
    const open = await withoutRunning(trx, applications)
    if (open.length === 0)
      throw new Refusal('running', '所选人员的证书正在生成，请在任务页查看进度。')
    const created: number[] = []
    for (let at = 0; at < open.length; at += CHUNK)
      created.push(...(await createDocuments(ctx, trx, open.slice(at, at + CHUNK))))
    const jobId = await enqueueRendering(ctx, trx, created, open.length)
    const asked = { requested: open.length, jobId }
    await audit(
      ctx,
      {
        action: 'certificates.requested',
        detail: { applications: asked.requested, job: asked.jobId },
      },
      trx
    )
    return asked
  })
}

/** One job for the rows, which from now on stand in lists; the same rows give the same job. */
export async function enqueueRendering(
  ctx: ActorContext,
  trx: TransactionClientContract,
  certificateIds: number[],
  people: number
) {
  await admitReaders(trx, certificateIds)
  const digest = createHash('sha256').update(certificateIds.join()).digest('hex').slice(0, 32)
  return enqueue(
    ctx,
    {
      kind: 'certificates.render',
      key: `certificates.render:${digest}`,
      label: `生成电子证书（${people} 人）`,
      payload: { certificateIds },
      total: certificateIds.length,
    },
    trx
  )
}

async function refuseOthers(ctx: ActorContext, applications: Application[]) {
  const ids = applications.map(({ id }) => id)
  const entitled = await withRole(ctx.actor, ids, 'generator')
  if (entitled.size < ids.length)
    throw new Forbidden('按规定，所选人员中有人的证书不由您的机构生成。')
  for (const each of applications) {
    const { ruleset } = await rulesetById(each.rulesetId)
    if (each.stage === 'numbered' && ruleset.documents.required)
      throw new Refusal('document', `${each.personName}的职称文件尚未审查通过，不能生成电子证书。`)
    if (each.stage !== 'numbered' && each.stage !== 'documented')
      throw new Refusal(
        'stage',
        `${each.personName}${each.stage === 'certified' ? '已生成证书' : '还没有证书编号'}，请刷新后重新选择。`
      )
  }
}

/** Leaves out whose certificate waits in a job; what failed goes, to be asked for anew. */
async function withoutRunning(trx: TransactionClientContract, applications: Application[]) {
  const ids = applications.map(({ id }) => id)
  const rows = await trx
    .from('certificates')
    .whereIn('application_id', ids)
    .where({ status: 'requested' })
    .select('application_id', 'failure')
  const running = new Set(
    rows.filter(({ failure }) => failure === null).map((row) => Number(row.application_id))
  )
  const open = applications.filter(({ id }) => !running.has(id))
  await trx
    .from('certificates')
    .whereIn(
      'application_id',
      open.map(({ id }) => id)
    )
    .where({ status: 'requested' })
    .delete()
  return open
}

/**
 * The certificate of each application and the forms beside it; `replaced` is what they come in the place of. What was
 * corrected once stays so.
 */
export async function createDocuments(
  ctx: ActorContext,
  trx: TransactionClientContract,
  applications: Application[],
  replaced?: Certificate,
  corrected: Record<string, string> = {}
): Promise<number[]> {
  const address = await publicAddress()
  const data = await certificateData(ctx, applications)
  const generators = await bodiesWith(
    'generator',
    applications.map(({ id }) => id)
  )
  const ids: number[] = []
  const corrections = { ...replaced?.printed().corrections, ...corrected }
  for (const each of applications) {
    const { ruleset } = await rulesetById(each.rulesetId)
    const { template, forms } = ruleset.certificates
    const shared = {
      printed: { ...data.get(each.id)!, ...corrections },
      corrections,
      photoFileId: await photoOf(each, ruleset),
      organizationId: generators.get(each.id) ?? null,
      revision: (replaced?.revision ?? 0) + 1,
      address,
    }
    const certificate = {
      kind: CERTIFICATE,
      template,
      more: {},
      replacesId: replaced?.id,
      alsoCalled: shared.printed.name === each.personName ? null : shared.printed.name,
    }
    const source = { applicationId: each.id, rulesetId: each.rulesetId }
    ids.push(await createRow(ctx, trx, source, { ...shared, ...certificate }))
    for (const form of forms)
      ids.push(
        await createRow(ctx, trx, source, {
          ...shared,
          kind: form.template,
          template: form.template,
          more: await formData(each, ruleset, form),
        })
      )
  }
  return ids
}

interface NewDocument {
  kind: string
  template: string
  /** beside the data of the certificate */
  more: Record<string, unknown>
  printed: CertificateData
  corrections: Record<string, string>
  photoFileId: number | null
  organizationId: number | null
  revision: number
  replacesId?: number
  alsoCalled?: string | null
  /** of the portal, for the QR code */
  address: string
}

/** A document asked for: what it says is fixed and sealed here. */
export async function createRow(
  ctx: ActorContext,
  trx: TransactionClientContract,
  source: { applicationId: number | null; rulesetId: number },
  document: NewDocument
): Promise<number> {
  const { ruleset, templates } = await rulesetById(source.rulesetId)
  const code = randomBytes(12).toString('base64url')
  const { printed, photoFileId, corrections } = document
  const data = {
    ...printed,
    ...document.more,
    verifyUrl: `${document.address}/c/${code}`,
    hasPhoto: photoFileId !== null,
  }
  const row = await Certificate.create(
    {
      kind: document.kind,
      applicationId: source.applicationId,
      number: printed.number,
      verificationCode: code,
      rulesetId: source.rulesetId,
      template: document.template,
      templateChecksum: createHash('sha256')
        .update(templates[document.template].source)
        .digest('hex'),
      dataSealed: sealValue(SEALED, code, JSON.stringify({ data, photoFileId, corrections })),
      publicData: Object.fromEntries(
        ruleset.certificates.verificationFields.map((name) => [name, String(printed[name] ?? '')])
      ),
      status: 'requested',
      issuedOn: printed.issuedOn,
      organizationId: document.organizationId,
      revision: document.revision,
      replacesId: document.replacesId ?? null,
      alsoCalled: document.alsoCalled ?? null,
      unitName: document.kind === CERTIFICATE ? printed.unit : null,
      createdAt: ctx.now(),
    },
    { client: trx }
  )
  return row.id
}
