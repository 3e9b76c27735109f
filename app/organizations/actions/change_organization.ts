import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import type Organization from '#organizations/models/organization'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

export interface OrganizationChanges {
  name: string
  regionCode: string
  creditCode: string | null
  attributes: Record<string, unknown>
}

/** What a superior may correct of a body; its code, kind and place in the tree stay, since cases were routed by them. */
export async function changeOrganization(
  ctx: ActorContext,
  body: Organization,
  { attributes, ...changes }: OrganizationChanges
) {
  await db.transaction(async (trx) => {
    await body
      .useTransaction(trx)
      .merge({
        ...changes,
        // the name on certificates follows unless it was set apart (HU-32)
        ...(body.printedName === body.name && { printedName: changes.name }),
        attributes: { ...body.attributes, ...attributes },
      })
      .save()
    await audit(
      ctx,
      {
        action: 'organization.changed',
        objectType: 'organization',
        objectId: body.id,
      },
      trx
    )
  })
}

/** Ends a body that no longer exists; what still depends on it is named. */
export async function cancelOrganization(ctx: ActorContext, body: Organization, reason: string) {
  const count = async (query: ReturnType<typeof db.from>) =>
    Number((await query.count('* as count').first()).count)
  const below = await count(
    db.from('organizations').where({ parent_id: body.id, status: 'active' })
  )
  if (below > 0) throw new Refusal('below', `还有 ${below} 个下级机构，请先注销或调整。`)
  const waiting = await count(
    db.from('work_items').where('organization_id', body.id).whereIn('status', ['open', 'held'])
  )
  if (waiting > 0) throw new Refusal('waiting', `该机构还有 ${waiting} 份申报未审核，不能注销。`)
  await db.transaction(async (trx) => {
    await body.useTransaction(trx).merge({ status: 'cancelled' }).save()
    await trx
      .from('accounts')
      .where('organization_id', body.id)
      .update({ status: 'disabled' })
      .increment('session_epoch', 1)
    await audit(
      ctx,
      {
        action: 'organization.cancelled',
        objectType: 'organization',
        objectId: body.id,
        detail: { reason },
      },
      trx
    )
  })
}
