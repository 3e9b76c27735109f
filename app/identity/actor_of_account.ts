import { createMongoAbility, type MongoAbility } from '@casl/ability'
import db from '@adonisjs/lucid/services/db'
import type Account from '#identity/models/account'
import type { Actor } from '#web/actor'
import { rolesOfTenant } from '#web/roles'

/** What an account may do: the abilities of its roles, as the tenant defines them. */
export async function actorOfAccount(account: Account): Promise<Actor> {
  const rows = await db
    .from('accounts as a')
    .where('a.id', account.id)
    .leftJoin('account_roles as r', 'r.account_id', 'a.id')
    .leftJoin('organizations as o', 'o.id', 'a.organization_id')
    .select('r.role', 'o.name as organization')
  return actorWith(
    { ...whoIs(account), organizationName: rows[0]?.organization ?? null },
    rows.flatMap(({ role }) => (role === null ? [] : String(role)))
  )
}

type Who = Pick<
  Actor,
  'name' | 'personId' | 'organizationId' | 'organizationName' | 'committeeId' | 'expertId'
> & { id: number; kind: Account['kind'] }

const whoIs = ({ id, name, kind, personId, organizationId, committeeId, expertId }: Account) => ({
  id,
  name,
  kind,
  personId,
  organizationId,
  committeeId,
  expertId,
})

/** The actor with what his roles allow now. */
export async function actorWith({ id, ...who }: Who, roles: string[]): Promise<Actor> {
  const abilities = new Set(
    (await rolesOfTenant())
      .filter((role) => roles.includes(role.id))
      .flatMap((role) => role.abilities)
  )
  let ability: MongoAbility | undefined
  return {
    accountId: id,
    ...who,
    roles,
    abilities,
    can: (name, subject) => {
      if (!subject) return abilities.has(name)
      ability ??= abilityOf({ id, organizationId: who.organizationId }, abilities)
      return ability.can(name, subject as never)
    },
  }
}

/**
 * An object is judged by its scope beside the ability: what carries an owner is open to that owner only.
 */
function abilityOf(
  account: Pick<Account, 'id' | 'organizationId'>,
  abilities: Set<string>
): MongoAbility {
  const scopes: Record<string, object> = {
    'applications.own': { accountId: account.id },
    'accounts.manage': { organizationId: account.organizationId },
  }
  return createMongoAbility(
    [...abilities].map((action) => ({
      action,
      subject: 'object',
      ...(scopes[action] && { conditions: scopes[action] as never }),
    })),
    { detectSubjectType: () => 'object' }
  )
}
