import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import Account from '#identity/models/account'
import createOrganization from '#organizations/actions/create_organization'
import { mayDecide } from '#registrations/queries/list_registrations'
import type { ActorContext } from '#web/actor'
import { NotFound, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

interface UnitContent {
  name: string
  kind: string
  creditCode: string
  regionCode: string
  nature: string
  industry: string
  contact: string
  address: string
}

/** Passes or refuses a registration; a unit that passes gets its place below its superior and its account (HU-76). */
export default async function decideRegistration(
  ctx: ActorContext,
  id: number,
  input: { decision: 'accepted' | 'refused'; opinion?: string }
) {
  const row = await db.from('registrations').where('id', id).first()
  if (!row || !mayDecide(ctx.actor, row)) throw new NotFound()
  const account = row.account_id ? await Account.find(row.account_id) : null
  await db.transaction(async (trx) => {
    const taken = await trx
      .from('registrations')
      .where({ id, status: 'open' })
      .update({
        status: input.decision,
        opinion: input.opinion ?? null,
        decided_by: ctx.actor.accountId,
        decided_at: stamp(ctx),
      })
    if (Number(taken) === 0) throw new StaleRefusal('该注册已有人审核，请刷新查看。')
    account?.useTransaction(trx)
    if (input.decision === 'refused') await account?.merge({ status: 'disabled' }).save()
    else if (row.kind === 'person') await account?.merge({ status: 'active' }).save()
    else await admit(ctx, trx, row, account)
    await audit(
      ctx,
      { action: `registration.${input.decision}`, objectType: 'registration', objectId: id },
      trx
    )
  })
}

async function admit(
  ctx: ActorContext,
  trx: TransactionClientContract,
  row: { id: number; organization_id: number; content: unknown },
  account: Account | null
) {
  const content = (
    typeof row.content === 'string' ? JSON.parse(row.content) : row.content
  ) as UnitContent
  const { name, kind, creditCode, regionCode, ...attributes } = content
  const organization = await createOrganization(
    ctx,
    {
      code: creditCode,
      name,
      kind,
      regionCode,
      creditCode,
      parentId: row.organization_id,
      attributes: {
        nature: attributes.nature,
        industry: attributes.industry,
        contact: attributes.contact,
        address: attributes.address,
      },
    },
    trx
  )
  await trx
    .from('registrations')
    .where('id', row.id)
    .update({ created_organization_id: organization.id })
  await account?.merge({ organizationId: organization.id, status: 'active' }).save()
}
