import db from '@adonisjs/lucid/services/db'
import { CERTIFICATE, namesOn } from '#certificates/models/certificate'
import { whoIsCalled } from '#certificates/queries/called'
import { LEVEL_LABELS } from '#province/facts'
import type { Actor } from '#web/actor'
import { shanghai } from '#web/day'
import { startingWith } from '#web/like'
import { paged, type Page } from '#web/paging'

export const PRINT_FILTERS = ['printed', 'number', 'name', 'level'] as const
type Filters = Partial<Record<(typeof PRINT_FILTERS)[number], string>>

/** Certificates in force that a body made: those not yet on paper first asked for. */
export async function listPrintable(actor: Actor, filters: Filters, page: Page) {
  const query = db
    .from('certificates as c')
    .leftJoin('applications as a', 'a.id', 'c.application_id')
    .leftJoin('imported_certificates as i', 'i.certificate_id', 'c.id')
    .where('c.organization_id', actor.committeeId === null ? (actor.organizationId ?? 0) : 0)
    .where({ 'c.kind': CERTIFICATE, 'c.status': 'issued' })
    .orderBy('c.id')
  if (filters.printed === 'yes') query.where('c.print_count', '>', 0)
  else if (filters.printed !== 'all') query.where('c.print_count', 0)
  if (filters.number) query.where('c.number', 'like', startingWith(filters.number))
  if (filters.name) whoIsCalled(query, filters.name)
  if (filters.level)
    query.where((either) =>
      either.where('a.level', filters.level!).orWhere('i.level', filters.level!)
    )
  const found = await paged<Record<string, any>>(
    query.select(
      'c.id',
      'c.number',
      'c.issued_on',
      'c.print_count',
      'c.printed_at',
      'c.verification_code',
      'c.data_sealed',
      db.raw('coalesce(a.level, i.level) as level')
    ) as never,
    page
  )
  return {
    meta: found.meta,
    data: found.data.map((row) => ({
      id: Number(row.id),
      number: row.number as string,
      ...namesOn(row),
      level: LEVEL_LABELS[row.level] ?? null,
      issuedOn: row.issued_on as string,
      prints: Number(row.print_count),
      printedAt: row.printed_at ? shanghai(row.printed_at) : null,
    })),
  }
}
