import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Certificate, { CERTIFICATE } from '#certificates/models/certificate'
import { mayRevoke, readableCertificate } from '#certificates/queries/read_certificate'
import apply from '#lifecycle/apply'
import type { ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal } from '#web/refusal'

/** Takes a certificate back for good (HU-65): its page says so from now on, and the application is revoked. */
export default async function revokeCertificate(
  ctx: ActorContext,
  trx: TransactionClientContract,
  found: Certificate,
  reason: string
) {
  const revoke = async () => {
    const rows = await Certificate.query({ client: trx })
      .where({ revision: found.revision })
      .where(
        found.applicationId === null ? { id: found.id } : { applicationId: found.applicationId }
      )
      .forUpdate()
    if (rows.find(({ id }) => id === found.id)!.status !== 'issued')
      throw new Refusal('status', '该证书已不在有效状态。')
    for (const row of rows)
      if (row.status === 'issued')
        await row.merge({ status: 'revoked', reason, revokedAt: ctx.now() }).save()
  }
  if (found.applicationId === null) return revoke()
  await apply(ctx, {
    trx,
    applicationId: found.applicationId,
    command: { type: 'revoke', reason },
    alongside: revoke,
  })
}

/** A certificate the actor sees and may take back or make anew. */
export async function revocable(ctx: ActorContext, id: number): Promise<Certificate> {
  const found = await readableCertificate(ctx.actor, id)
  if (found.kind !== CERTIFICATE) throw new NotFound()
  if (!mayRevoke(ctx.actor, found))
    throw new Forbidden('证书由生成它的机构或平台管理员撤销、换发、更正。')
  return found
}
