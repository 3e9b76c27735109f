import db from '@adonisjs/lucid/services/db'
import openAccount from '#identity/actions/open_account'
import { logOperator } from '#platform/operator_log'
import { runInTenant } from '#tenancy/context'
import type Tenant from '#tenancy/models/tenant'
import { DUTIES, dutiesOf, type Duty } from '#web/abilities'
import { systemContext, type Actor } from '#web/actor'
import { Refusal } from '#web/refusal'
import { rolesOfTenant } from '#web/roles'

/** How many hold each of the three administrators' duties; who they are is the province's own. */
export const administratorsOf = (tenant: Tenant) =>
  runInTenant(tenant.info(), async () =>
    Promise.all(
      (Object.keys(DUTIES) as Duty[]).map(async (duty) => ({
        duty,
        label: `${DUTIES[duty]}员`,
        count: await holdersOf(duty),
      }))
    )
  )

async function holdersOf(duty: Duty): Promise<number> {
  const [{ count }] = await db
    .from('account_roles as r')
    .join('accounts as a', 'a.id', 'r.account_id')
    .whereNot('a.status', 'disabled')
    .whereIn(
      'r.role',
      (await rolesWith(duty)).map(({ id }) => id)
    )
    .countDistinct('a.id as count')
  return Number(count)
}

const rolesWith = async (duty: Duty) =>
  (await rolesOfTenant()).filter(
    ({ kind, abilities }) => kind === 'tenant_admin' && dutiesOf(abilities).includes(duty)
  )

/**
 * The first administrator of a duty: nobody inside could grant it. Once one is there, the province looks after itself.
 * Answers the one-time secret, shown once.
 */
export async function openAdministrator(
  actor: Actor,
  tenant: Tenant,
  { duty, login, name }: { duty: Duty; login: string; name: string }
) {
  const secret = await runInTenant(tenant.info(), async () => {
    if ((await holdersOf(duty)) > 0)
      throw new Refusal('held', `已有${DUTIES[duty]}员，请由本省的管理员开设或重置账号。`)
    const [role] = await rolesWith(duty)
    if (!role) throw new Refusal('role', `本省没有${DUTIES[duty]}岗位。`)
    const opened = await openAccount(systemContext('运维'), {
      login,
      kind: 'tenant_admin',
      name,
      roles: [role.id],
    })
    return opened.secret
  })
  await logOperator(actor, {
    action: `开设${DUTIES[duty]}员`,
    tenant: tenant.slug,
    detail: `登录名 ${login}`,
  })
  return { login, secret }
}
