import { createHash } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { rulesetById } from '#batches/queries/rulesets'
import Certificate, { CERTIFICATE } from '#certificates/models/certificate'
import { printedPhoto } from '#certificates/rendering/printed_photo'
import { DocumentRefused, renderDocument } from '#certificates/rendering/render_document'
import { signPdf } from '#certificates/signing/sign_pdf'
import { currentSigner, type DocumentSigner } from '#certificates/signing/signer'
import { inChunks } from '#jobs/in_chunks'
import { applyTogether, type Act } from '#lifecycle/apply'
import { storage } from '#tenancy/storage'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/** One is set in the child while another is signed and a third waits for the child. */
const AT_ONCE = 3

/** A document that could not be made. */
export interface NotIssued {
  number: string
  reason: string
}

/** A document that is there but does not count yet. */
interface Signed {
  row: Certificate
  pdf: Buffer
  digest: string
}

/**
 * Renders and signs asked-for documents, as many as fit into memory at once. Answers the second half, which stores
 * them and certifies the applications in few transactions: the next ones may be set meanwhile. Each is made once
 * however often it is tried: until the last commit nothing counts, after it there is nothing left to do.
 */
export async function makeCertificates(ctx: ActorContext, ids: number[]) {
  const refused: NotIssued[] = []
  const refuse = async (row: Certificate, reason: string) => {
    await Certificate.query()
      .where({ id: row.id, status: 'requested' })
      .update({ failure: reason.slice(0, 500) })
    refused.push({ number: row.number, reason })
  }
  const rows = await Certificate.query()
    .whereIn('id', ids)
    .where('status', 'requested')
    .orderBy('id')
  const signer = await currentSigner()
  const signed: Signed[] = []
  const work = async () => {
    for (let row = rows.shift(); row; row = rows.shift()) {
      try {
        const pdf = await signPdf(await render(row, signer), signer, {
          reason: '职称证书',
          at: ctx.now().toJSDate(),
        })
        signed.push({ row, pdf, digest: createHash('sha256').update(pdf).digest('hex') })
      } catch (error) {
        if (!(error instanceof DocumentRefused) && !(error instanceof Refusal)) {
          // nothing runs on after the work was given up
          rows.length = 0
          throw error
        }
        await refuse(row, error.message)
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
  for (const each of ended) if (each.status === 'rejected') throw each.reason
  return async (): Promise<NotIssued[]> => {
    await inChunks(signed, {
      together: (trx, pieces) => keep(ctx, trx, pieces, signer),
      refused: ({ row }, refusal) => refuse(row, refusal.message),
      told: async () => {},
    })
    return refused
  }
}

/** The same at once, for a few. */
export default async function issueCertificates(ctx: ActorContext, ids: number[]) {
  const keepThem = await makeCertificates(ctx, ids)
  return keepThem()
}

/** The document of a row as it was sealed: the same for its PDF and for its picture. */
export async function render(
  row: Certificate,
  signer: DocumentSigner,
  output: 'pdf' | 'svg' = 'pdf',
  lane: 'batch' | 'preview' = 'batch'
): Promise<Buffer> {
  const { templates } = await rulesetById(row.rulesetId)
  const { data, photoFileId } = row.printed()
  const job = {
    template: templates[row.template].source,
    data,
    qrText: String(data.verifyUrl),
    photo: photoFileId ? await printedPhoto(photoFileId) : null,
    sealText: signer.sealText,
    day: row.issuedOn,
    output,
  }
  const { bytes } = await renderDocument(job, { lane })
  return bytes
}

/** Files, rows and stages together: the applications are locked first, as everywhere. */
async function keep(
  ctx: ActorContext,
  trx: TransactionClientContract,
  signed: Signed[],
  signer: DocumentSigner
): Promise<void> {
  const applicationIds = signed.flatMap(({ row }) => row.applicationId ?? [])
  await trx
    .from('applications')
    .whereIn('id', applicationIds)
    .orderBy('id')
    .forUpdate()
    .select('id')
  const locked = await trx
    .from('certificates')
    .whereIn(
      'id',
      signed.map(({ row }) => row.id)
    )
    // another run may have been faster
    .where('status', 'requested')
    .orderBy('id')
    .forUpdate()
    .select('id')
  const mine = new Set(locked.map(({ id }) => Number(id)))
  const own = signed.filter(({ row }) => mine.has(row.id))
  if (own.length === 0) return
  const fileOf = await storeFiles(trx, own, stamp(ctx))
  await trx.rawQuery(
    `update certificates join json_table(?, '$[*]' columns (
         id bigint path '$.id', file_id bigint path '$.fileId', digest char(64) path '$.digest'
       )) made on made.id = certificates.id
       set status = 'issued', failure = null, signer = ?, issued_at = ?,
         certificates.file_id = made.file_id, certificates.digest = made.digest`,
    [
      JSON.stringify(
        own.map(({ row, digest }) => ({ id: row.id, fileId: fileOf.get(keyOf(row)), digest }))
      ),
      signer.name,
      stamp(ctx),
    ]
  )
  const certificates = own.map(({ row }) => row).filter(({ kind }) => kind === CERTIFICATE)
  for (const row of certificates) if (row.revision > 1) await replaceEarlier(trx, row)
  const acts = certificates.flatMap(({ id, applicationId, replacesId }): Act[] =>
    applicationId === null
      ? []
      : [
          {
            applicationId,
            command: {
              type: 'certify',
              certificateId: id,
              ...(replacesId && { replaces: replacesId }),
            },
          },
        ]
  )
  if (acts.length > 0) await applyTogether(ctx, acts, trx)
}

/** With its forms, what stood before is of no force any more. */
const replaceEarlier = (trx: TransactionClientContract, row: Certificate) =>
  Certificate.query({ client: trx })
    .where(
      row.applicationId === null
        ? { id: row.replacesId!, kind: CERTIFICATE }
        : { applicationId: row.applicationId }
    )
    .where({ status: 'issued' })
    .where('revision', '<', row.revision)
    .update({ status: 'replaced' })

/** Writes the files and their rows; answers the row of each key. */
async function storeFiles(trx: TransactionClientContract, signed: Signed[], at: string) {
  const names = new Map<Certificate, string>()
  for (const { row } of signed) names.set(row, await nameOf(row))
  await Promise.all(signed.map(({ row, pdf }) => storage().put(keyOf(row), pdf)))
  await trx.table('files').multiInsert(
    signed.map(({ row, pdf, digest }) => ({
      key: keyOf(row),
      name: names.get(row)!,
      mime: 'application/pdf',
      size: pdf.length,
      sha256: digest,
      purpose: row.kind,
      // handed out by the certificates' own pages, which know who may
      owner_account_id: null,
      application_id: null,
      status: 'clean',
      created_at: at,
    }))
  )
  const rows = await trx
    .from('files')
    .whereIn(
      'key',
      signed.map(({ row }) => keyOf(row))
    )
    .select('id', 'key')
  return new Map<string, number>(rows.map(({ id, key }) => [key, Number(id)]))
}

/** What people save it as: papers of one number are told apart. */
async function nameOf({ number, kind, revision, rulesetId }: Certificate): Promise<string> {
  const { forms } = (await rulesetById(rulesetId)).ruleset.certificates
  const form = forms.find(({ template }) => kind !== CERTIFICATE && template === kind)
  return `${[number, form?.label, revision > 1 && `第${revision}次`].filter(Boolean).join('_')}.pdf`
}

/** A name that follows from the certificate: what a killed run left is written over. */
export function keyOf({ verificationCode }: Certificate): string {
  const name = createHash('sha256').update(verificationCode).digest('hex').slice(0, 32)
  return `certificates/${name.slice(0, 2)}/${name}.pdf`
}
