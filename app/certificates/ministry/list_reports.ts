import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { CERTIFICATE } from '#certificates/models/certificate'
import { LEVEL_LABELS } from '#province/facts'
import type { Actor } from '#web/actor'
import { shanghai } from '#web/day'
import { startingWith } from '#web/like'
import { paged, type Page } from '#web/paging'

export const REPORT_TABS = ['waiting', 'sending', 'accepted', 'rejected'] as const
export type ReportTab = (typeof REPORT_TABS)[number]
export const REPORT_FILTERS = ['number', 'name', 'level'] as const
type Filters = Partial<Record<(typeof REPORT_FILTERS)[number], string>>

const own = (actor: Actor) => (actor.committeeId === null ? (actor.organizationId ?? 0) : 0)

/** Certificates in force of the actor's body that the ministry does not know: never sent, or sent back. */
export const unreported = (actor: Actor, trx?: TransactionClientContract) =>
  (trx ?? db)
    .from('certificates as c')
    .leftJoin('ministry_reports as r', 'r.certificate_id', 'c.id')
    .where({ 'c.organization_id': own(actor), 'c.kind': CERTIFICATE, 'c.status': 'issued' })
    .where((open) => open.whereNull('r.id').orWhere('r.status', 'rejected'))

export async function listReports(actor: Actor, tab: ReportTab, filters: Filters, page: Page) {
  const query =
    tab === 'waiting'
      ? unreported(actor)
      : db
          .from('ministry_reports as r')
          .join('certificates as c', 'c.id', 'r.certificate_id')
          .where({ 'r.organization_id': own(actor), 'r.status': tab })
  query
    .leftJoin('applications as a', 'a.id', 'c.application_id')
    .leftJoin('organizations as o', 'o.id', 'a.organization_id')
    .leftJoin('imported_certificates as i', 'i.certificate_id', 'c.id')
  if (filters.number) query.where('c.number', 'like', startingWith(filters.number))
  if (filters.name)
    query.where((either) =>
      either
        .where('a.person_name', 'like', startingWith(filters.name!))
        .orWhere('i.person_name', 'like', startingWith(filters.name!))
    )
  if (filters.level)
    query.where((either) =>
      either.where('a.level', filters.level!).orWhere('i.level', filters.level!)
    )
  const found = await paged<Record<string, any>>(
    query
      .orderBy('c.id')
      .select(
        'c.id',
        'c.number',
        'c.issued_on',
        db.raw('coalesce(a.person_name, i.person_name) as person_name'),
        db.raw('coalesce(o.name, i.unit_name) as unit'),
        db.raw('coalesce(a.title_name, i.title_name) as title'),
        db.raw('coalesce(a.level, i.level) as level'),
        'r.status',
        'r.sender',
        'r.receipt',
        'r.fault',
        'r.answered_at'
      ) as never,
    page
  )
  return {
    meta: found.meta,
    data: found.data.map((row) => ({
      id: Number(row.id),
      number: row.number as string,
      name: row.person_name as string,
      unit: row.unit as string,
      title: row.title as string | null,
      level: LEVEL_LABELS[row.level] ?? null,
      issuedOn: row.issued_on as string,
      sender: row.sender as string | null,
      receipt: row.receipt as string | null,
      fault: row.fault as string | null,
      answeredAt: row.answered_at ? shanghai(row.answered_at) : null,
    })),
  }
}

/** How many stand under each tab. */
export async function countReports(actor: Actor): Promise<Record<ReportTab, number>> {
  const [[{ waiting }], rows] = await Promise.all([
    unreported(actor).count('* as waiting') as unknown as Promise<{ waiting: number }[]>,
    db
      .from('ministry_reports')
      .where('organization_id', own(actor))
      .groupBy('status')
      .select('status')
      .count('* as count'),
  ])
  const of = (status: string) => Number(rows.find((row) => row.status === status)?.count ?? 0)
  return {
    waiting: Number(waiting),
    sending: of('sending'),
    accepted: of('accepted'),
    rejected: of('rejected'),
  }
}
