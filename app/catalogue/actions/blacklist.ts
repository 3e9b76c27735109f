import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import Person from '#identity/models/person'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface Listing {
  reason: string
  basis?: string | null
  startsOn: string
  endsOn?: string | null
}

/** Puts a person on the blacklist: he cannot apply until the last day is over or he is released (HU-70, R39). */
export async function listPerson(
  ctx: ActorContext,
  personId: number,
  input: Listing
): Promise<number> {
  inOrder(input)
  return db.transaction(async (trx) => {
    const person = await Person.query({ client: trx }).where('id', personId).forUpdate().first()
    if (!person)
      throw new Refusal('person', '请重新选择人员', [
        { field: 'personId', message: '没有这个人员' },
      ])
    const known = await trx
      .from('blacklist_entries')
      .where({ person_id: personId, status: 'listed' })
      .first()
    if (known)
      throw new Refusal('known', '该人员已在黑名单中，请直接修改。', [
        { field: 'personId', message: '已在黑名单中' },
      ])
    const [created] = await trx.table('blacklist_entries').insert({
      ...columnsOf(input),
      person_id: personId,
      person_name: person.name,
      listed_by: ctx.actor.name,
      created_at: stamp(ctx),
    })
    await audit(
      ctx,
      { action: 'blacklist.listed', objectType: 'blacklist', objectId: created },
      trx
    )
    return created as number
  })
}

export async function changeListing(
  ctx: ActorContext,
  id: number,
  input: Listing & { version: number }
) {
  inOrder(input)
  await listed(id)
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('blacklist_entries')
      .where({ id, status: 'listed', version: input.version })
      .update({ ...columnsOf(input), version: input.version + 1, updated_at: stamp(ctx) })
    if (Number(changed) === 0) throw new StaleRefusal()
    await audit(ctx, { action: 'blacklist.changed', objectType: 'blacklist', objectId: id }, trx)
  })
}

/** Lifts the block, with the reason; the entry stays. */
export async function releasePerson(ctx: ActorContext, id: number, reason: string) {
  const { version } = await listed(id)
  await db.transaction(async (trx) => {
    await trx
      .from('blacklist_entries')
      .where({ id, status: 'listed' })
      .update({
        status: 'released',
        release_reason: reason,
        released_by: ctx.actor.name,
        released_at: stamp(ctx),
        version: version + 1,
      })
    await audit(ctx, { action: 'blacklist.released', objectType: 'blacklist', objectId: id }, trx)
  })
}

async function listed(id: number) {
  const row = await db.from('blacklist_entries').where({ id, status: 'listed' }).first()
  if (!row) throw new NotFound()
  return row
}

function inOrder({ startsOn, endsOn }: Listing) {
  if (endsOn && endsOn < startsOn)
    throw new Refusal('period', '请更正期限', [
      { field: 'endsOn', message: '截止日期应不早于开始日期' },
    ])
}

const columnsOf = ({ reason, basis, startsOn, endsOn }: Listing) => ({
  reason,
  basis: basis || null,
  starts_on: startsOn,
  ends_on: endsOn || null,
})
