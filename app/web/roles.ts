import db from '@adonisjs/lucid/services/db'
import type { RoleDefinition } from '#province/define_province'
import { provinceOf } from '#province/registry'
import { requireTenant } from '#tenancy/context'
import { keptPerTenant } from '#web/kept'

const roles = keptPerTenant(async (): Promise<RoleDefinition[]> => {
  const rows = await db.from('tenant_roles').orderBy('id')
  const own = new Map<string, RoleDefinition>(
    rows.map(({ id, label, kind, abilities }) => [
      id,
      {
        id,
        label,
        kind,
        abilities: typeof abilities === 'string' ? JSON.parse(abilities) : abilities,
      },
    ])
  )
  const { roles: given } = provinceOf(requireTenant().province)
  const added = [...own.values()].filter(({ id }) => !given.some((role) => role.id === id))
  return [...given.map((role) => own.get(role.id) ?? role), ...added]
})

/** The roles of the tenant: those of its plugin, as its security administrator changed them, and those he added. */
export const rolesOfTenant = () => roles.get()
export const forgetRoles = () => roles.forget()
