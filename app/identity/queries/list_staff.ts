import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { containing } from '#web/like'
import { paged, type Page } from '#web/paging'
import { rolesOfTenant } from '#web/roles'

export const STAFF_KINDS: string[] = ['staff', 'committee', 'tenant_admin']
export const STAFF_FILTERS = ['name', 'login', 'organization', 'kind', 'role', 'status'] as const
type Filters = Partial<Record<(typeof STAFF_FILTERS)[number], string>>

const minute = (at: Date | null) =>
  at && DateTime.fromJSDate(at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm')

/** Accounts of staff, committees and administrators of the tenant. */
export async function listStaff(filters: Filters, page: Page) {
  const query = db
    .from('accounts as a')
    .leftJoin('organizations as o', 'o.id', 'a.organization_id')
    .leftJoin('account_second_factors as f', 'f.account_id', 'a.id')
    .whereIn('a.kind', STAFF_KINDS.includes(filters.kind ?? '') ? [filters.kind!] : STAFF_KINDS)
    .orderBy('a.id', 'desc')
    .select('a.id', 'a.login', 'a.name', 'a.kind', 'a.status', 'a.last_signed_in_at')
    .select('o.name as organization', 'f.confirmed_at')
  if (filters.name) query.where('a.name', 'like', containing(filters.name))
  if (filters.login) query.where('a.login', filters.login)
  if (filters.status) query.where('a.status', filters.status)
  if (filters.organization) query.where('o.name', 'like', containing(filters.organization))
  if (filters.role)
    query.whereIn('a.id', db.from('account_roles').where('role', filters.role).select('account_id'))
  const found = await paged<Record<string, any>>(query as never, page)
  const roles = await db
    .from('account_roles')
    .whereIn(
      'account_id',
      found.data.map(({ id }) => id)
    )
    .select('account_id', 'role')
  const labels = new Map((await rolesOfTenant()).map(({ id, label }) => [id, label]))
  return {
    meta: found.meta,
    data: found.data.map((row) => {
      const own = roles.filter((each) => each.account_id === row.id).map(({ role }) => role)
      return {
        id: row.id as number,
        login: row.login as string,
        name: row.name as string,
        kind: row.kind as string,
        organization: row.organization as string | null,
        status: row.status as string,
        roles: own as string[],
        roleLabels: own.map((role) => labels.get(role) ?? '（已删除的岗位）'),
        hasSecondFactor: row.confirmed_at !== null,
        signedInAt: minute(row.last_signed_in_at),
      }
    }),
  }
}
