import type Committee from '#committees/models/committee'
import openAccount from '#identity/actions/open_account'
import resetActivation from '#identity/actions/reset_activation'
import Account from '#identity/models/account'
import type { ActorContext } from '#web/actor'
import { rolesOfTenant } from '#web/roles'

export interface Slip {
  name: string
  login: string
  secret: string
}

/** The account that stands for a committee; its login is the committee's code (HB-45). */
export const accountOf = (committeeId: number) =>
  Account.query().where({ committeeId, kind: 'committee' }).orderBy('id').first()

/** A one-time secret for the committee's account, which is opened where there is none yet. */
export async function committeeSlip(ctx: ActorContext, committee: Committee): Promise<Slip> {
  const known = await accountOf(committee.id)
  if (known)
    return { name: known.name, login: known.login, secret: await resetActivation(ctx, known) }
  const roles = (await rolesOfTenant()).filter(({ kind }) => kind === 'committee')
  const { account, secret } = await openAccount(ctx, {
    login: committee.code,
    kind: 'committee',
    name: committee.name.slice(0, 80),
    roles: roles.map(({ id }) => id),
    organizationId: committee.officeId ?? committee.organizationId,
    committeeId: committee.id,
  })
  return { name: account.name, login: account.login, secret }
}
