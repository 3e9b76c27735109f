import { createMongoAbility, type MongoAbility } from '@casl/ability'
import db from '@adonisjs/lucid/services/db'
import type Account from '#identity/models/account'
import type { Actor } from '#web/actor'
import { rolesOfTenant } from '#web/roles'

/** What an account may do: the abilities of its roles, as the tenant defines them. */
export async function actorOfAccount(account: Account): Promise<Actor> {
  const [roles, organization] = await Promise.all([
    db.from('account_roles').where('account_id', account.id).select('role'),
    account.organizationId
      ? db.from('organizations').where('id', account.organizationId).select('name').first()
      : null,
  ])
  const ids = roles.map(({ role }) => String(role))
  const abilities = new Set(
    (await rolesOfTenant()).filter(({ id }) => ids.includes(id)).flatMap((role) => role.abilities)
  )
  const ability = abilityOf(account, abilities)
  return {
    accountId: account.id,
    name: account.name,
    kind: account.kind,
    personId: account.personId,
    organizationId: account.organizationId,
    organizationName: organization?.name ?? null,
    committeeId: account.committeeId,
    expertId: account.expertId,
    roles: ids,
    abilities,
    can: (name, subject) => ability.can(name, (subject as never) ?? 'route'),
  }
}

/**
 * A route asks for the ability alone; an object is judged by its scope too: what carries an owner is open to that owner
 * only.
 */
function abilityOf(account: Account, abilities: Set<string>): MongoAbility {
  const scopes: Record<string, object> = {
    'applications.own': { accountId: account.id },
    'accounts.manage': { organizationId: account.organizationId },
  }
  return createMongoAbility(
    [...abilities].flatMap((action) => [
      { action, subject: 'route' },
      { action, subject: 'object', ...(scopes[action] && { conditions: scopes[action] as never }) },
    ]),
    { detectSubjectType: () => 'object' }
  )
}
