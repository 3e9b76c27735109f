import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { newSecret, secretHash } from '#identity/activation_secret'
import Account from '#identity/models/account'
import { currentRuleset } from '#batches/queries/rulesets'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { rolesOfTenant } from '#web/roles'

export interface OpenAccountInput {
  login: string
  kind: Account['kind']
  name: string
  roles: string[]
  personId?: number | null
  organizationId?: number | null
  committeeId?: number | null
  expertId?: number | null
  meetingId?: number | null
  year?: number
}

export interface OpenedAccount {
  account: Account
  /** shown or printed once; the person sets a password of his own with it */
  secret: string
}

/** Opens an account with a one-time activation secret; there are no default passwords. */
export default async function openAccount(
  ctx: ActorContext,
  input: OpenAccountInput
): Promise<OpenedAccount> {
  const known = new Map((await rolesOfTenant()).map((role) => [role.id, role]))
  for (const role of input.roles)
    if (known.get(role)?.kind !== input.kind)
      throw new Refusal('role', '所选角色与账号类型不符', [
        { field: 'roles', message: '请重新选择角色' },
      ])
  const login = input.login.trim()
  if (!/^[\w.-]{2,64}$/.test(login))
    throw new Refusal('login', '请更正登录名', [
      { field: 'login', message: '登录名由 2 至 64 个字母、数字、点、横线或下划线组成' },
    ])
  if (await Account.findBy('login', login))
    throw new Refusal('login_taken', '请更换登录名', [
      { field: 'login', message: '该登录名已被使用' },
    ])
  if (input.kind === 'applicant' && input.personId) {
    const year = input.year ?? 0
    const twin = await Account.query()
      .where({ personId: input.personId, kind: 'applicant', year })
      .first()
    if (twin) throw new Refusal('account_exists', '此人本年度已有申报账号，不能重复开设。')
  }
  const secret = newSecret()
  const { accounts } = (await currentRuleset()).ruleset
  const account = await db.transaction(async (trx) => {
    const created = await Account.create(
      {
        login,
        kind: input.kind,
        name: input.name,
        personId: input.personId ?? null,
        organizationId: input.organizationId ?? null,
        committeeId: input.committeeId ?? null,
        expertId: input.expertId ?? null,
        meetingId: input.meetingId ?? null,
        year: input.year ?? 0,
        mustChangePassword: true,
        activationHash: secretHash(secret),
        activationExpiresAt: ctx.now().plus({ days: accounts.activationDays }),
        status: 'pending',
        failedAttempts: 0,
        sessionEpoch: 1,
        createdBy: ctx.actor.accountId,
      },
      { client: trx }
    )
    await created.related('roles').createMany(input.roles.map((role) => ({ role })))
    await audit(ctx, { action: 'account.opened', objectType: 'account', objectId: created.id }, trx)
    return created
  })
  return { account, secret }
}
