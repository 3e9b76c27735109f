import db from '@adonisjs/lucid/services/db'
import { CERTIFICATE } from '#certificates/models/certificate'
import { LEVEL_LABELS } from '#province/facts'
import type { Actor } from '#web/actor'
import { paged, type Page, type Paged } from '#web/paging'

export const CERTIFICATE_FILTERS = ['number', 'name', 'unit', 'level', 'status'] as const
export type CertificateFilters = Partial<Record<(typeof CERTIFICATE_FILTERS)[number], string>>

export interface CertificateRow {
  id: number
  number: string
  name: string
  unit: string
  title: string | null
  specialty: string | null
  level: string | null
  issuer: string | null
  issuedOn: string
  status: string
}

const starting = (text: string) => `${text.replace(/[\\%_]/g, '\\$&')}%`

/** Certificates a body made, or of people whose applications passed it (HU-66); the province's administrator sees all. */
export async function listCertificates(
  actor: Actor,
  filters: CertificateFilters,
  page: Page
): Promise<Paged<CertificateRow>> {
  const query = db
    .from('certificates as c')
    .leftJoin('applications as a', 'a.id', 'c.application_id')
    .leftJoin('organizations as o', 'o.id', 'a.organization_id')
    .leftJoin('imported_certificates as i', 'i.certificate_id', 'c.id')
    .where('c.kind', CERTIFICATE)
    .whereNot('c.status', 'requested')
  if (actor.kind !== 'tenant_admin')
    query.join('certificate_readers as r', (join) =>
      join.on('r.certificate_id', 'c.id').andOnVal('r.organization_id', actor.organizationId ?? 0)
    )
  if (filters.number) query.where('c.number', 'like', starting(filters.number))
  // what has no application here says it itself
  const either = (ours: string, imported: string, is: string, value: string) =>
    query.where((found) => found.where(ours, is, value).orWhere(imported, is, value))
  if (filters.name) either('a.person_name', 'i.person_name', 'like', starting(filters.name))
  if (filters.unit) either('o.name', 'i.unit_name', 'like', `%${starting(filters.unit)}`)
  if (filters.level) either('a.level', 'i.level', '=', filters.level)
  if (filters.status) query.where('c.status', filters.status)
  const found = await paged<Record<string, any>>(
    query
      .orderBy('c.id', 'desc')
      .select(
        'c.id',
        'c.number',
        'c.public_data',
        'c.issued_on',
        'c.status',
        ...['person_name', 'title_name', 'specialty_name', 'level'].map((name) =>
          db.raw(`coalesce(a.${name}, i.${name}) as ${name}`)
        ),
        db.raw('coalesce(o.name, i.unit_name) as unit')
      ) as never,
    page
  )
  return {
    meta: found.meta,
    data: found.data.map((row) => ({
      id: Number(row.id),
      number: row.number,
      name: row.person_name,
      unit: row.unit,
      title: row.title_name,
      specialty: row.specialty_name,
      level: LEVEL_LABELS[row.level] ?? null,
      issuer: parsed(row.public_data).issuer ?? null,
      issuedOn: row.issued_on,
      status: row.status,
    })),
  }
}

const parsed = (value: unknown) =>
  (typeof value === 'string' ? JSON.parse(value) : value) as Record<string, string | null>
