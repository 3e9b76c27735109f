import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Application from '#applications/models/application'
import { createDocuments, enqueueRendering } from '#certificates/actions/request_certificates'
import { replaceImported } from '#certificates/actions/import_certificate'
import Certificate, { CERTIFICATE } from '#certificates/models/certificate'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

/**
 * Makes a certificate anew under its number, with the data of today and what is corrected: after a misprint (the old
 * one is then replaced) or after a revocation that is made good (HU-65). Answers the job that makes it.
 */
export default async function reissueCertificate(
  ctx: ActorContext,
  trx: TransactionClientContract,
  found: Certificate,
  reason: string,
  corrections: Record<string, string> = {}
): Promise<number> {
  const ids =
    found.applicationId === null
      ? [await replaceImported(ctx, trx, found, corrections)]
      : await replaceOwn(ctx, trx, found, corrections)
  // a revoked one keeps why it was revoked
  if (found.status === 'issued')
    await Certificate.query({ client: trx }).where('id', found.id).update({ reason })
  return enqueueRendering(ctx, trx, ids, 1)
}

async function replaceOwn(
  ctx: ActorContext,
  trx: TransactionClientContract,
  found: Certificate,
  corrections: Record<string, string>
) {
  const application = await Application.query({ client: trx })
    .where('id', found.applicationId!)
    .forUpdate()
    .firstOrFail()
  if (application.certificateId !== found.id)
    throw new Refusal('replaced', '该证书已换发，请在新证书上操作。')
  const waiting = await Certificate.query({ client: trx })
    .where({ applicationId: application.id, kind: CERTIFICATE, status: 'requested' })
    .first()
  if (waiting && !waiting.failure)
    throw new Refusal('running', '新证书正在生成，请在任务页查看进度。')
  await Certificate.query({ client: trx })
    .where({ applicationId: application.id, status: 'requested' })
    .delete()
  return createDocuments(ctx, trx, [application], found, corrections)
}
