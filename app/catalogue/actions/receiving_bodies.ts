import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit, { type AuditEntry } from '#audit/audit'
import { currentRuleset } from '#batches/queries/rulesets'
import Organization from '#organizations/models/organization'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface ReceiverInput {
  organizationId: number
  level: string
  acquisition: string
  printedName: string
  notice?: string | null
  contact?: string | null
  phone?: string | null
  address?: string | null
  version?: number
}

/** A body that receives and decides one way of acquiring titles of one level; a cancelled one comes back (HU-32). */
export async function addReceiver(ctx: ActorContext, input: ReceiverInput): Promise<number> {
  await checked(input)
  const { organizationId, level, acquisition } = input
  const known = await db
    .from('receiving_bodies')
    .where({ organization_id: organizationId, level, acquisition })
    .select('id', 'status', 'version')
    .first()
  if (known?.status === 'active')
    throw new Refusal('known', '该机构已受理此等级和取得方式，请直接修改。', [
      { field: 'organizationId', message: '已是受理机构' },
    ])
  const values = returned(input)
  return db.transaction(async (trx) => {
    const id: number = known
      ? known.id
      : (
          await trx.table('receiving_bodies').insert({
            ...values,
            organization_id: organizationId,
            level,
            acquisition,
            created_at: stamp(ctx),
          })
        )[0]
    if (known)
      await trx
        .from('receiving_bodies')
        .where('id', id)
        .update({ ...values, version: known.version + 1, updated_at: stamp(ctx) })
    await audit(ctx, { action: 'receiver.added', objectType: 'receiver', objectId: id }, trx)
    return id
  })
}

/** Many of one level and way, as from a file (HU-34). Answers for each why not; null where it is in or was there already. */
export async function addReceivers(
  ctx: ActorContext,
  inputs: ReceiverInput[],
  trx: TransactionClientContract
): Promise<{ reasons: (string | null)[]; entries: AuditEntry[] }> {
  const [{ level, acquisition }] = inputs
  await acquisitionIsKnown(acquisition)
  const ids = inputs.map(({ organizationId }) => organizationId)
  const [bodies]: [Known[]] = await trx.rawQuery(
    `select o.id as organization_id, r.id, r.status, r.version
       from organizations o
       left join receiving_bodies r on r.organization_id = o.id and r.level = ? and r.acquisition = ?
      where o.id in (?) and o.status = 'active' for update`,
    [level, acquisition, ids] as never
  )
  const known = new Map(bodies.map((row) => [row.organization_id, row]))
  const at = stamp(ctx)
  const added: ReceiverInput[] = []
  const reasons = inputs.map((input) => {
    const found = known.get(input.organizationId)
    if (!found) return '没有这个机构'
    if (found.status !== 'active') added.push(input)
    return null
  })
  for (const input of added) {
    const former = known.get(input.organizationId)!
    if (former.id)
      await trx
        .from('receiving_bodies')
        .where('id', former.id)
        .update({ ...returned(input), version: former.version! + 1, updated_at: at })
  }
  const fresh = added.filter(({ organizationId }) => !known.get(organizationId)!.id)
  const made = added.flatMap(({ organizationId }) => known.get(organizationId)!.id ?? [])
  if (fresh.length > 0) {
    const [{ insertId }]: [{ insertId: number }] = await trx.rawQuery(
      `insert into receiving_bodies (organization_id, level, acquisition, printed_name, notice, contact, phone, address, status, created_at)
       values ?`,
      [
        fresh.map((input) => [
          ...[input.organizationId, level, acquisition],
          ...Object.values(columnsOf(input)),
          ...['active', at],
        ]),
      ] as never
    )
    // from the first one's on: looking each up by its body costs as much again as half the insert
    const [rows]: [{ id: number; organization_id: number }[]] = await trx.rawQuery(
      `select id, organization_id from receiving_bodies where id >= ? and level = ? and acquisition = ?`,
      [insertId, level, acquisition]
    )
    const ours = new Set(fresh.map(({ organizationId }) => organizationId))
    for (const row of rows) if (ours.has(row.organization_id)) made.push(row.id)
  }
  return {
    reasons,
    entries: made.map((id) => ({
      action: 'receiver.added',
      objectType: 'receiver',
      objectId: id,
    })),
  }
}

/** A body and its row of the register, where it has one. */
interface Known {
  organization_id: number
  id: number | null
  status: string | null
  version: number | null
}

/** Which body, level and way it is stays; the rest may change (HU-33). */
export async function changeReceiver(ctx: ActorContext, id: number, input: ReceiverInput) {
  const known = await activeReceiver(id)
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('receiving_bodies')
      .where({ id, version: input.version ?? known.version })
      .update({ ...columnsOf(input), version: known.version + 1, updated_at: stamp(ctx) })
    if (Number(changed) === 0) throw new StaleRefusal()
    await audit(ctx, { action: 'receiver.changed', objectType: 'receiver', objectId: id }, trx)
  })
}

/** HU-35. Cases under way keep the route they were submitted with. */
export async function cancelReceiver(ctx: ActorContext, id: number, reason: string) {
  const known = await activeReceiver(id)
  await db.transaction(async (trx) => {
    await trx
      .from('receiving_bodies')
      .where({ id })
      .update({ status: 'cancelled', reason, version: known.version + 1, updated_at: stamp(ctx) })
    await audit(ctx, { action: 'receiver.cancelled', objectType: 'receiver', objectId: id }, trx)
  })
}

async function activeReceiver(id: number) {
  const row = await db.from('receiving_bodies').where({ id, status: 'active' }).first()
  if (!row) throw new NotFound()
  return row
}

async function checked({ organizationId, acquisition }: ReceiverInput) {
  const organization = await Organization.find(organizationId)
  if (!organization || organization.status !== 'active')
    throw new Refusal('body', '请重新选择机构', [
      { field: 'organizationId', message: '没有这个机构' },
    ])
  await acquisitionIsKnown(acquisition)
}

async function acquisitionIsKnown(acquisition: string) {
  const { acquisitions } = (await currentRuleset()).ruleset.application
  if (!acquisitions.some(({ value }) => value === acquisition))
    throw new Refusal('acquisition', '请重新选择取得方式', [
      { field: 'acquisition', message: '请选择取得方式' },
    ])
}

const returned = (input: ReceiverInput) => ({
  ...columnsOf(input),
  status: 'active',
  reason: null,
})
const columnsOf = (input: ReceiverInput) => ({
  printed_name: input.printedName,
  notice: input.notice || null,
  contact: input.contact || null,
  phone: input.phone || null,
  address: input.address || null,
})
