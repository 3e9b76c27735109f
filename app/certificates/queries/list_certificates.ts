import db from '@adonisjs/lucid/services/db'
import { CERTIFICATE, printedOn } from '#certificates/models/certificate'
import { whoIsCalled, whoseUnitIs } from '#certificates/queries/called'
import { LEVEL_LABELS } from '#province/facts'
import type { Actor } from '#web/actor'
import { startingWith } from '#web/like'
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

/** Certificates a body made, or of people whose applications passed it (HU-66); the province's administrator sees all. */
export async function listCertificates(
  actor: Actor,
  filters: CertificateFilters,
  page: Page
): Promise<Paged<CertificateRow>> {
  const query = db
    .from('certificates as c')
    .leftJoin('applications as a', 'a.id', 'c.application_id')
    .leftJoin('imported_certificates as i', 'i.certificate_id', 'c.id')
    .where('c.kind', CERTIFICATE)
    .whereNot('c.status', 'requested')
  if (actor.kind !== 'tenant_admin')
    query.join('certificate_readers as r', (join) =>
      join.on('r.certificate_id', 'c.id').andOnVal('r.organization_id', actor.organizationId ?? 0)
    )
  if (filters.number) query.where('c.number', 'like', startingWith(filters.number))
  if (filters.name) whoIsCalled(query, filters.name)
  if (filters.unit) whoseUnitIs(query, filters.unit)
  // what has no application here says its level itself
  if (filters.level)
    query.where((either) =>
      either.where('a.level', filters.level!).orWhere('i.level', filters.level!)
    )
  if (filters.status) query.where('c.status', filters.status)
  const found = await paged<Record<string, any>>(
    query
      .orderBy('c.id', 'desc')
      .select(
        'c.id',
        'c.number',
        'c.verification_code',
        'c.data_sealed',
        'c.issued_on',
        'c.status',
        db.raw('coalesce(a.level, i.level) as level')
      ) as never,
    page
  )
  return {
    meta: found.meta,
    data: found.data.map((row) => {
      const said = printedOn(row)
      return {
        id: Number(row.id),
        number: row.number,
        name: String(said.name),
        unit: String(said.unit),
        title: said.title || null,
        specialty: said.specialty || null,
        level: LEVEL_LABELS[row.level] ?? null,
        issuer: said.issuer || null,
        issuedOn: row.issued_on,
        status: row.status,
      }
    }),
  }
}
