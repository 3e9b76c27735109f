import db from '@adonisjs/lucid/services/db'
import { LEVEL_LABELS } from '#province/facts'
import { containing } from '#web/like'
import { NotFound } from '#web/refusal'

export const REGISTER_FILTERS = ['name', 'code', 'level', 'series', 'body', 'status'] as const
type Filters = Partial<Record<(typeof REGISTER_FILTERS)[number], string>>

/** Committees of the whole province, newest first. */
export function registerQuery(filters: Filters) {
  const query = db
    .from('committees as c')
    .join('organizations as o', 'o.id', 'c.organization_id')
    .leftJoin('organizations as n', 'n.id', 'c.office_id')
    .leftJoin('series as s', 's.code', 'c.series_code')
    .orderBy('c.id', 'desc')
    .select('c.*', 'o.name as body', 'n.name as node', 's.name as series')
  if (filters.name) query.where('c.name', 'like', containing(filters.name))
  if (filters.code) query.where('c.code', filters.code)
  if (filters.level) query.where('c.level', filters.level)
  if (filters.series) query.where('c.series_code', filters.series)
  if (filters.body) query.where('o.name', 'like', containing(filters.body))
  query.where('c.status', filters.status ?? 'active')
  return query
}

export const registerRow = (row: Record<string, any>) => ({
  id: row.id as number,
  version: row.version as number,
  code: row.code as string,
  name: row.name as string,
  level: row.level as string,
  levelLabel: LEVEL_LABELS[row.level],
  seriesCode: row.series_code as string,
  series: (row.series ?? row.series_code) as string,
  organizationId: row.organization_id as number,
  organization: row.body as string,
  officeId: row.office_id as number | null,
  office: row.node as string | null,
  size: row.size as number,
  validFrom: row.valid_from as string,
  validUntil: row.valid_until as string,
  filingNumber: row.filing_number as string | null,
  contactName: row.contact_name as string | null,
  contactPhone: row.contact_phone as string | null,
  status: row.status as string,
  reason: row.cancel_reason as string | null,
})
export type RegisterRow = ReturnType<typeof registerRow>

/** One committee with its 其他信息: specialties, founding units, fees (HU-47…49, HU-51). */
export async function committeeDetails(id: number) {
  const row = await db
    .from('committees as c')
    .join('organizations as o', 'o.id', 'c.organization_id')
    .leftJoin('organizations as n', 'n.id', 'c.office_id')
    .leftJoin('series as s', 's.code', 'c.series_code')
    .leftJoin('people as p', 'p.id', 'c.contact_person_id')
    .where('c.id', id)
    .select(
      'c.*',
      'o.name as body',
      'n.name as node',
      's.name as series',
      'p.id_number_masked as contact_id'
    )
    .first()
  if (!row) throw new NotFound()
  const [specialties, founders, fees] = await Promise.all([
    db
      .from('committee_specialties as x')
      .leftJoin('specialties as s', (on) =>
        on.on('s.code', 'x.specialty_code').andOnVal('s.series_code', '=', row.series_code)
      )
      .where('x.committee_id', id)
      .orderBy('x.specialty_code')
      .select('x.specialty_code as code', 's.name'),
    db
      .from('committee_founders as f')
      .join('organizations as o', 'o.id', 'f.organization_id')
      .where('f.committee_id', id)
      .orderBy('o.id')
      .select('o.id', 'o.name', 'o.credit_code'),
    db.from('committee_fees').where('committee_id', id).orderBy('id'),
  ])
  return {
    committee: { ...registerRow(row), contactIdNumber: row.contact_id as string | null },
    specialties: specialties.map(({ code, name }) => ({ code, name: name ?? code })) as {
      code: string
      name: string
    }[],
    founders: founders.map((each) => ({
      id: each.id as number,
      name: each.name as string,
      creditCode: each.credit_code as string | null,
    })),
    fees: fees.map((each) => ({
      id: each.id as number,
      item: each.item as string,
      yuan: (each.amount / 100).toFixed(2),
    })),
  }
}
