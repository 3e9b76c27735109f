import db from '@adonisjs/lucid/services/db'
import { containing } from '#web/like'

/** Lists of the registers: a query with its order, for the page and for the export. */

export const RECEIVER_FILTERS = ['name', 'kind', 'level', 'acquisition', 'status'] as const

export function receivers(filters: Partial<Record<(typeof RECEIVER_FILTERS)[number], string>>) {
  const query = db
    .from('receiving_bodies as r')
    .join('organizations as o', 'o.id', 'r.organization_id')
    .orderBy('r.id', 'desc')
    .select('r.*', 'o.name', 'o.kind', 'o.code')
  if (filters.name) query.where('o.name', 'like', containing(filters.name))
  if (filters.kind) query.where('o.kind', filters.kind)
  if (filters.level) query.where('r.level', filters.level)
  if (filters.acquisition) query.where('r.acquisition', filters.acquisition)
  query.where('r.status', filters.status ?? 'active')
  return query
}

export const ISSUER_FILTERS = ['name', 'code', 'status'] as const

export function issuers(filters: Partial<Record<(typeof ISSUER_FILTERS)[number], string>>) {
  const query = db
    .from('issuing_codes as i')
    .join('organizations as o', 'o.id', 'i.organization_id')
    .orderBy('i.id', 'desc')
    .select('i.*', 'o.name', 'o.region_code')
  if (filters.name) query.where('o.name', 'like', containing(filters.name))
  if (filters.code) query.where('i.code', filters.code)
  if (filters.status) query.where('i.status', filters.status)
  return query
}

export const BLACKLIST_FILTERS = ['name', 'status'] as const

export function blacklist(filters: Partial<Record<(typeof BLACKLIST_FILTERS)[number], string>>) {
  const query = db
    .from('blacklist_entries as b')
    .join('people as p', 'p.id', 'b.person_id')
    .orderBy('b.id', 'desc')
    .select(
      'b.id',
      'b.version',
      'b.person_name',
      'p.id_number_masked',
      'b.reason',
      'b.basis',
      'b.starts_on',
      'b.ends_on',
      'b.status',
      'b.release_reason',
      'b.listed_by',
      'b.released_by',
      'b.created_at',
      'b.released_at'
    )
  if (filters.name) query.where('b.person_name', 'like', containing(filters.name))
  if (filters.status) query.where('b.status', filters.status)
  return query
}
