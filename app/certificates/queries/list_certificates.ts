import db from '@adonisjs/lucid/services/db'
import { CERTIFICATE, SEALED, type PrintedData } from '#certificates/models/certificate'
import { LEVEL_LABELS } from '#province/facts'
import { openValue } from '#tenancy/crypto'
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

/** Found by the name first: an `or` over two tables would walk all certificates. */
const CALLED = `join (
    select k.id from applications n join certificates k on k.application_id = n.id where n.person_name like ?
    union all
    select certificate_id from imported_certificates where person_name like ?) as called on called.id = c.id`

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
  if (filters.name) query.joinRaw(CALLED, [starting(filters.name), starting(filters.name)])
  if (filters.unit) either('o.name', 'i.unit_name', 'like', `%${starting(filters.unit)}`)
  if (filters.level) either('a.level', 'i.level', '=', filters.level)
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
      // as printed: what was corrected stands on the certificate, not in the application
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

const printedOn = (row: Record<string, any>) =>
  (JSON.parse(openValue(SEALED, row.verification_code, row.data_sealed)) as PrintedData)
    .data as Record<string, string>
