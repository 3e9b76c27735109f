import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import Organization from '#organizations/models/organization'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/** Gives a body the code that stands in its certificate numbers (HU-41); one code a body, one body a code. */
export async function addIssuingCode(
  ctx: ActorContext,
  input: { organizationId: number; code: string }
): Promise<number> {
  const { organizationId, code } = input
  const id = await db.transaction(async (trx) => {
    const organization = await Organization.query({ client: trx })
      .where({ id: organizationId, status: 'active' })
      .forUpdate()
      .first()
    if (!organization)
      throw new Refusal('body', '请重新选择单位', [
        { field: 'organizationId', message: '没有这个单位' },
      ])
    const twin = await trx
      .from('issuing_codes')
      .where('status', 'active')
      .where((either) => either.where('code', code).orWhere('organization_id', organizationId))
      .select('code')
      .first()
    if (twin)
      throw twin.code === code
        ? new Refusal('code_taken', '请更换编码', [{ field: 'code', message: '该编码已被使用' }])
        : new Refusal('known', `该单位已有编码 ${twin.code}，请先注销。`, [
            { field: 'organizationId', message: '该单位已有编码' },
          ])
    const [created] = await trx
      .table('issuing_codes')
      .insert({ code, organization_id: organizationId, created_at: stamp(ctx) })
    await organization.merge({ issuerCode: code }).save()
    return created as number
  })
  await audit(ctx, { action: 'issuer.added', objectType: 'issuer', objectId: id })
  return id
}

/** HU-42. Certificates already numbered keep their number; the body numbers no further ones. */
export async function cancelIssuingCode(ctx: ActorContext, id: number, reason: string) {
  await db.transaction(async (trx) => {
    const row = await trx
      .from('issuing_codes')
      .where({ id, status: 'active' })
      .select('organization_id')
      .forUpdate()
      .first()
    if (!row) throw new NotFound()
    await trx
      .from('issuing_codes')
      .where('id', id)
      .update({ status: 'cancelled', reason, updated_at: stamp(ctx) })
    await trx.from('organizations').where('id', row.organization_id).update({ issuer_code: null })
  })
  await audit(ctx, { action: 'issuer.cancelled', objectType: 'issuer', objectId: id })
}
