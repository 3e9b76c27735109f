import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import Application from '#applications/models/application'
import { rulesetById } from '#batches/queries/rulesets'
import Certificate, { CERTIFICATE } from '#certificates/models/certificate'
import { printedPhoto } from '#certificates/rendering/printed_photo'
import { DocumentRefused, renderDocument } from '#certificates/rendering/render_document'
import { signPdf } from '#certificates/signing/sign_pdf'
import { currentSigner, type DocumentSigner } from '#certificates/signing/signer'
import StoredFile from '#files/models/stored_file'
import apply from '#lifecycle/apply'
import { storagePath } from '#tenancy/storage'
import { transaction } from '#tenancy/transaction'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

export type Issued = { ok: true } | { ok: false; number: string; reason: string }

/**
 * Makes one asked-for document: renders, signs, stores, and the application is certified with it. Done once however
 * often it is tried: until the last commit nothing counts, after it there is nothing left to do.
 */
export default async function issueCertificate(ctx: ActorContext, id: number): Promise<Issued> {
  const row = await Certificate.find(id)
  if (!row || row.status !== 'requested') return { ok: true }
  try {
    const signer = await currentSigner()
    const pdf = await render(row, signer)
    const signed = await signPdf(pdf, signer, { reason: '职称证书', at: ctx.now().toJSDate() })
    await keep(ctx, row, signed, signer)
    return { ok: true }
  } catch (error) {
    if (!(error instanceof DocumentRefused) && !(error instanceof Refusal)) throw error
    await Certificate.query()
      .where({ id, status: 'requested' })
      .update({ failure: error.message.slice(0, 500) })
    return { ok: false, number: row.number, reason: error.message }
  }
}

async function render(row: Certificate, signer: DocumentSigner): Promise<Buffer> {
  const { templates } = await rulesetById(row.rulesetId)
  const { data, photoFileId } = row.printed()
  const { bytes } = await renderDocument({
    template: templates[row.template].source,
    data,
    qrText: String(data.verifyUrl),
    photo: photoFileId ? await printedPhoto(photoFileId) : null,
    sealText: signer.sealText,
    day: row.issuedOn,
    output: 'pdf',
  })
  return bytes
}

/** File, row and stage together: the application is locked first, as everywhere. */
async function keep(
  ctx: ActorContext,
  row: Certificate,
  signed: Buffer,
  signer: DocumentSigner
): Promise<void> {
  const digest = createHash('sha256').update(signed).digest('hex')
  await transaction(async (trx) => {
    const application =
      row.applicationId === null
        ? null
        : await Application.query({ client: trx })
            .where('id', row.applicationId)
            .forUpdate()
            .firstOrFail()
    const locked = await Certificate.query({ client: trx })
      .where('id', row.id)
      .forUpdate()
      .firstOrFail()
    // another run was faster
    if (locked.status !== 'requested') return
    const file = await StoredFile.create(
      {
        key: await store(locked.verificationCode, signed),
        name: `${locked.number}.pdf`,
        mime: 'application/pdf',
        size: signed.length,
        sha256: digest,
        purpose: locked.kind,
        // handed out by the certificates' own pages, which know who may
        ownerAccountId: null,
        applicationId: null,
        status: 'clean',
      },
      { client: trx }
    )
    await locked
      .merge({
        fileId: file.id,
        digest,
        signer: signer.name,
        status: 'issued',
        failure: null,
        issuedAt: ctx.now(),
      })
      .save()
    if (locked.kind !== CERTIFICATE) return
    // with its forms, what stood before is of no force any more
    if (locked.revision > 1)
      await Certificate.query({ client: trx })
        .where(
          application
            ? { applicationId: application.id }
            : { id: locked.replacesId!, kind: CERTIFICATE }
        )
        .where({ status: 'issued' })
        .where('revision', '<', locked.revision)
        .update({ status: 'replaced' })
    if (!application) return
    await apply(ctx, {
      trx,
      applicationId: application.id,
      command: {
        type: 'certify',
        certificateId: locked.id,
        ...(locked.replacesId && { replaces: locked.replacesId }),
      },
    })
  })
}

/** Under a name that follows from the certificate: what a killed run left is written over. */
async function store(code: string, bytes: Buffer): Promise<string> {
  const name = createHash('sha256').update(code).digest('hex').slice(0, 32)
  const key = `certificates/${name.slice(0, 2)}/${name}.pdf`
  const path = storagePath(key)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(`${path}.new`, bytes, { mode: 0o600 })
  await rename(`${path}.new`, path)
  return key
}
