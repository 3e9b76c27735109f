import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import { accountOf, committeeSlip, type Slip } from '#committees/actions/committee_account'
import createCommittee, {
  updateCommittee,
  type CommitteeInput,
} from '#committees/actions/create_committee'
import Committee from '#committees/models/committee'
import findOrCreatePerson from '#identity/actions/find_or_create_person'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal, type FieldError } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface Contact {
  contactName: string
  contactIdNumber?: string | null
  contactPhone?: string | null
}
export type NewCommittee = CommitteeInput & { code: string } & Contact & { contactIdNumber: string }
type Change = Omit<CommitteeInput, 'series' | 'specialties'> & Contact & { version: number }

/** A committee with the person who works as it: name and ID number are the operator's (HU-44). */
export async function registerCommittee(ctx: ActorContext, input: NewCommittee): Promise<Slip> {
  const { contactName, contactIdNumber, contactPhone, ...rest } = input
  await bodiesExist(rest)
  const person = await operator(ctx, contactName, contactIdNumber)
  const committee = await createCommittee(ctx, rest)
  await db
    .from('committees')
    .where('id', committee.id)
    .update({
      contact_name: person.name,
      contact_person_id: person.id,
      contact_phone: contactPhone || null,
    })
  return operatorSlip(ctx, committee, person.id)
}

/** HU-45. A new operator gets a secret of his own; the old one's sign-in ends. Answers his slip. */
export async function changeCommittee(
  ctx: ActorContext,
  id: number,
  input: Change
): Promise<Slip | null> {
  const committee = await Committee.find(id)
  if (!committee) throw new NotFound()
  const { contactName, contactIdNumber, contactPhone, ...rest } = input
  await bodiesExist(rest)
  const person = contactIdNumber ? await operator(ctx, contactName, contactIdNumber) : null
  const { contact_name: known, contact_person_id: knownId } = await db
    .from('committees')
    .where('id', id)
    .select('contact_name', 'contact_person_id')
    .firstOrFail()
  if (!person && known !== contactName)
    throw new Refusal('contact', '请更正联系人', [
      { field: 'contactIdNumber', message: '更换联系人时请填写其身份证号' },
    ])
  await updateCommittee(ctx, committee, {
    ...rest,
    series: committee.seriesCode,
    specialties: await specialtiesOf(id),
  })
  await db
    .from('committees')
    .where('id', id)
    .update({
      contact_phone: contactPhone || null,
      updated_at: stamp(ctx),
      ...(person && { contact_name: person.name, contact_person_id: person.id }),
    })
  if (!person || person.id === knownId) return null
  return operatorSlip(ctx, await Committee.findOrFail(id), person.id)
}

/** A new one-time secret for the operator: he lost his, or came with an import. */
export async function resetOperator(ctx: ActorContext, id: number): Promise<Slip> {
  const committee = await active(id)
  const slip = await committeeSlip(ctx, committee)
  await audit(ctx, { action: 'committee.secret_reset', objectType: 'committee', objectId: id })
  return slip
}

/** HU-50. Cases under way need another committee first, or they would lie with nobody. */
export async function cancelCommittee(ctx: ActorContext, id: number, reason: string) {
  const committee = await active(id)
  const [{ total }] = await db
    .from('applications')
    .where('committee_id', id)
    .whereIn('stage', ['in_approval', 'on_hold', 'returned', 'qualified', 'in_evaluation'])
    .count('* as total')
  if (Number(total) > 0)
    throw new Refusal('in_use', `该评委会还有 ${total} 份在办申报，请先转换评委会或办结后再注销。`)
  await db.transaction(async (trx) => {
    await trx
      .from('committees')
      .where('id', id)
      .update({
        status: 'cancelled',
        cancel_reason: reason,
        version: committee.version + 1,
        updated_at: stamp(ctx),
      })
    // nobody goes on working as a committee that is no more
    await trx
      .from('accounts')
      .where({ committee_id: id, kind: 'committee' })
      .update({ status: 'disabled', session_epoch: trx.raw('session_epoch + 1') })
    await audit(ctx, { action: 'committee.cancelled', objectType: 'committee', objectId: id }, trx)
  })
}

/** HU-47 */
export async function addSpecialty(ctx: ActorContext, id: number, specialty: string) {
  const committee = await active(id)
  const known = await db
    .from('specialties')
    .where({ series_code: committee.seriesCode, code: specialty, status: 'active' })
    .first()
  if (!known) throw fault('specialty', '请选择该评委会系列内的专业')
  await db.transaction(async (trx) => {
    await insertOnce(trx, 'committee_specialties', { committee_id: id, specialty_code: specialty })
    await audit(
      ctx,
      { action: 'committee.specialty_added', objectType: 'committee', objectId: id },
      trx
    )
  })
}

export async function removeSpecialty(ctx: ActorContext, id: number, specialty: string) {
  await active(id)
  if ((await specialtiesOf(id)).length === 1)
    throw new Refusal('last', '评委会至少应能评审一个专业。')
  await db.transaction(async (trx) => {
    const removed = await trx
      .from('committee_specialties')
      .where({ committee_id: id, specialty_code: specialty })
      .delete()
    if (Number(removed) === 0) throw new NotFound()
    await audit(
      ctx,
      { action: 'committee.specialty_removed', objectType: 'committee', objectId: id },
      trx
    )
  })
}

/** HU-48 */
export async function addFounder(ctx: ActorContext, id: number, organizationId: number) {
  await active(id)
  await bodiesExist({ organizationId })
  await db.transaction(async (trx) => {
    await insertOnce(trx, 'committee_founders', {
      committee_id: id,
      organization_id: organizationId,
    })
    await audit(
      ctx,
      { action: 'committee.founder_added', objectType: 'committee', objectId: id },
      trx
    )
  })
}

export async function removeFounder(ctx: ActorContext, id: number, organizationId: number) {
  await active(id)
  await db.transaction(async (trx) => {
    const removed = await trx
      .from('committee_founders')
      .where({ committee_id: id, organization_id: organizationId })
      .delete()
    if (Number(removed) === 0) throw new NotFound()
    await audit(
      ctx,
      { action: 'committee.founder_removed', objectType: 'committee', objectId: id },
      trx
    )
  })
}

/** HU-49: what one item costs; the same item again changes its amount. */
export async function setFee(ctx: ActorContext, id: number, fee: { item: string; amount: number }) {
  await active(id)
  await db.transaction(async (trx) => {
    await trx
      .insertQuery()
      .table('committee_fees')
      .knexQuery.insert({ committee_id: id, item: fee.item, amount: Math.round(fee.amount * 100) })
      .onConflict(['committee_id', 'item'])
      .merge(['amount'])
    await audit(ctx, { action: 'committee.fee_set', objectType: 'committee', objectId: id }, trx)
  })
}

export async function removeFee(ctx: ActorContext, id: number, feeId: number) {
  await active(id)
  await db.transaction(async (trx) => {
    const removed = await trx.from('committee_fees').where({ id: feeId, committee_id: id }).delete()
    if (Number(removed) === 0) throw new NotFound()
    await audit(
      ctx,
      { action: 'committee.fee_removed', objectType: 'committee', objectId: id },
      trx
    )
  })
}

/** The account of the committee now belongs to this person. */
async function operatorSlip(ctx: ActorContext, committee: Committee, personId: number) {
  const slip = await committeeSlip(ctx, committee)
  await (await accountOf(committee.id))!.merge({ personId }).save()
  return slip
}

async function operator(ctx: ActorContext, name: string, idNumber: string) {
  try {
    return await findOrCreatePerson(ctx, { name, idNumber })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const FIELDS: Record<string, string> = { name: 'contactName', idNumber: 'contactIdNumber' }
    throw new Refusal(
      error.code,
      '请更正联系人',
      error.errors.map(({ field, message }) => ({ field: FIELDS[field] ?? field, message }))
    )
  }
}

async function bodiesExist(input: { organizationId: number; officeId?: number | null }) {
  const errors: FieldError[] = []
  for (const field of ['organizationId', 'officeId'] as const) {
    const id = input[field]
    if (id && !(await db.from('organizations').where({ id, status: 'active' }).first()))
      errors.push({ field, message: '没有这个机构' })
  }
  if (errors.length > 0) throw new Refusal('bodies', '请更正机构', errors)
}

async function active(id: number): Promise<Committee> {
  const committee = await Committee.find(id)
  if (!committee) throw new NotFound()
  if (committee.status !== 'active') throw new Refusal('cancelled', '该评委会已注销，不能修改。')
  return committee
}

const specialtiesOf = async (id: number): Promise<string[]> =>
  (await db.from('committee_specialties').where('committee_id', id).select('specialty_code')).map(
    (row) => row.specialty_code
  )

const insertOnce = (trx: TransactionClientContract, table: string, row: object) =>
  trx.insertQuery().table(table).knexQuery.insert(row).onConflict().ignore()

const fault = (field: string, message: string) =>
  new Refusal('committee', '请更正评委会信息', [{ field, message }])
