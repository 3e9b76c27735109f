import db from '@adonisjs/lucid/services/db'
import { authorisedBy } from '#committees/scope'
import { LEVEL_LABELS } from '#province/facts'
import type { Actor } from '#web/actor'
import { containing } from '#web/like'
import { paged, type Page } from '#web/paging'

export const COMMITTEE_TABS = ['active', 'expired', 'history'] as const
export type CommitteeTab = (typeof COMMITTEE_TABS)[number]

interface Asked {
  tab: CommitteeTab
  filters: Partial<Record<'name' | 'code' | 'level' | 'series' | 'organization', string>>
  today: string
  page: Page
}

/** Committees in force, those to be filed again, or all that were cancelled or whose validity is over (HB-46). */
export async function listCommittees(actor: Actor, { tab, filters, today, page }: Asked) {
  const query = db
    .from('committees as c')
    .join('organizations as o', 'o.id', 'c.organization_id')
    .leftJoin('organizations as n', 'n.id', 'c.office_id')
    .leftJoin('series as s', 's.code', 'c.series_code')
    .orderBy('c.id', 'desc')
    .select('c.*', 'o.name as body', 'n.name as node', 's.name as series')
  await authorisedBy(query, actor)
  if (tab === 'active') query.where('c.status', 'active').where('c.valid_until', '>=', today)
  else if (tab === 'expired') query.where('c.status', 'active').where('c.valid_until', '<', today)
  else
    query.where((over) => over.where('c.status', 'cancelled').orWhere('c.valid_until', '<', today))
  if (filters.name) query.where('c.name', 'like', containing(filters.name))
  if (filters.code) query.where('c.code', filters.code)
  if (filters.level) query.where('c.level', filters.level)
  if (filters.series) query.where('c.series_code', filters.series)
  if (filters.organization) query.where('o.name', 'like', containing(filters.organization))
  const found = await paged<Record<string, any>>(query as never, page)
  const ids = found.data.map(({ id }) => id as number)
  const [specialties, experts, accounts] = await Promise.all([
    db
      .from('committee_specialties as x')
      .join('committees as c', 'c.id', 'x.committee_id')
      .leftJoin('specialties as s', (join) =>
        join.on('s.code', 'x.specialty_code').andOn('s.series_code', 'c.series_code')
      )
      .whereIn('x.committee_id', ids)
      .select('x.committee_id', 'x.specialty_code as code', 's.name'),
    db
      .from('committee_experts')
      .whereIn('committee_id', ids)
      .groupBy('committee_id')
      .select('committee_id')
      .count('* as count'),
    db
      .from('accounts')
      .where('kind', 'committee')
      .whereIn('committee_id', ids)
      .orderBy('id')
      .select('committee_id', 'login', 'status'),
  ])
  return {
    meta: found.meta,
    data: found.data.map((row) => {
      const own = specialties.filter((each) => each.committee_id === row.id)
      const account = accounts.find((each) => each.committee_id === row.id)
      return {
        id: row.id as number,
        version: row.version as number,
        code: row.code as string,
        name: row.name as string,
        level: row.level as string,
        levelLabel: LEVEL_LABELS[row.level],
        seriesCode: row.series_code as string,
        series: row.series as string | null,
        specialties: own.map(({ code, name }) => ({
          code: code as string,
          name: (name ?? code) as string,
        })),
        organization: row.body as string,
        office: row.node as string | null,
        size: row.size as number,
        validFrom: row.valid_from as string,
        validUntil: row.valid_until as string,
        filingNumber: row.filing_number as string | null,
        status: row.status as string,
        experts: Number(experts.find((each) => each.committee_id === row.id)?.count ?? 0),
        account: account
          ? { login: account.login as string, status: account.status as string }
          : null,
      }
    }),
  }
}
