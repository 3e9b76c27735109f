import Application from '#applications/models/application'
import audit from '#audit/audit'
import {
  createDocuments,
  enqueueRendering,
  type Requested,
} from '#certificates/actions/request_certificates'
import { revocable } from '#certificates/actions/revoke_certificate'
import Certificate, { CERTIFICATE } from '#certificates/models/certificate'
import { transaction } from '#tenancy/transaction'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

/**
 * Makes a certificate anew under its number, with the data of today: after a misprint (the old one is then replaced)
 * or after a revocation that is made good (HU-65).
 */
export default async function reissueCertificate(
  ctx: ActorContext,
  id: number,
  reason: string
): Promise<Requested> {
  const found = await revocable(ctx, id)
  const asked = await transaction(async (trx) => {
    const application = await Application.query({ client: trx })
      .where('id', found.applicationId)
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
    await Certificate.query({ client: trx }).where('id', found.id).update({ reason })
    const ids = await createDocuments(ctx, trx, [application], found)
    return { requested: 1, jobId: await enqueueRendering(ctx, trx, ids, 1) }
  })
  await audit(ctx, { action: 'certificate.reissued', objectType: 'certificate', objectId: id })
  return asked
}
