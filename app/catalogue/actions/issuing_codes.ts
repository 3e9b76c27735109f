import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit, { type AuditEntry } from '#audit/audit'
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
  return db.transaction(async (trx) => {
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
    await audit(ctx, { action: 'issuer.added', objectType: 'issuer', objectId: created }, trx)
    return created as number
  })
}

/** Many at once, as from a file. Answers for each why not; null where it is in or was there already. */
export async function addIssuingCodes(
  ctx: ActorContext,
  inputs: { organizationId: number; code: string }[],
  trx: TransactionClientContract
): Promise<{ reasons: (string | null)[]; entries: AuditEntry[] }> {
  const ids = inputs.map(({ organizationId }) => organizationId)
  const [active] = await trx.rawQuery(
    "select id from organizations where status = 'active' and id in (?) order by id for update",
    [ids] as never
  )
  const bodies = new Set(active.map((row: { id: number }) => row.id))
  const kept = (column: string, values: unknown[]) =>
    trx
      .from('issuing_codes')
      .where('status', 'active')
      .whereIn(column, values as never)
      .select('id', 'code', 'organization_id')
  const codes = new Set(
    (
      await kept(
        'code',
        inputs.map(({ code }) => code)
      )
    ).map(({ code }) => code)
  )
  const codeOf = new Map(
    (await kept('organization_id', ids)).map((row) => [Number(row.organization_id), row.code])
  )
  const added: typeof inputs = []
  const reasons = inputs.map((input) => {
    const { organizationId, code } = input
    const own = codeOf.get(organizationId)
    if (!bodies.has(organizationId)) return '没有这个单位'
    if (own === code) return null
    if (own) return '该单位已有编码'
    if (codes.has(code)) return '该编码已被使用'
    codes.add(code)
    codeOf.set(organizationId, code)
    added.push(input)
    return null
  })
  if (added.length === 0) return { reasons, entries: [] }
  const at = stamp(ctx)
  await trx.rawQuery('insert into issuing_codes (code, organization_id, created_at) values ?', [
    added.map(({ code, organizationId }) => [code, organizationId, at]),
  ] as never)
  const taken = added.map(({ organizationId }) => organizationId)
  await trx.rawQuery(
    `update organizations o join issuing_codes c on c.active_organization_id = o.id
        set o.issuer_code = c.code, o.updated_at = ? where o.id in (?)`,
    [at, taken] as never
  )
  const made = await kept('organization_id', taken)
  return {
    reasons,
    entries: made.map(({ id }) => ({
      action: 'issuer.added',
      objectType: 'issuer',
      objectId: id,
    })),
  }
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
    await audit(ctx, { action: 'issuer.cancelled', objectType: 'issuer', objectId: id }, trx)
  })
}
