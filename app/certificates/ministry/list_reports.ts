import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { CERTIFICATE, namesOn } from '#certificates/models/certificate'
import { whoIsCalled } from '#certificates/queries/called'
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

/**
 * What the ministry is still to be told by the actor's body: certificates in force it does not know, and revoked ones
 * it takes for valid; never sent, or sent back.
 */
export const unreported = (actor: Actor, trx?: TransactionClientContract) =>
  (trx ?? db)
    .from('certificates as c')
    .joinRaw(
      `left join ministry_reports r on r.certificate_id = c.id
         and r.act = if(c.status = 'revoked', 'revoke', 'issue')`
    )
    .where({ 'c.organization_id': own(actor), 'c.kind': CERTIFICATE })
    .where((open) => open.whereNull('r.id').orWhere('r.status', 'rejected'))
    .where((either) =>
      either
        .where('c.status', 'issued')
        .orWhere((revoked) => revoked.where('c.status', 'revoked').whereRaw(TAKEN_FOR_VALID))
    )

// the last word on its number, and the ministry was told of it last as valid: what was made anew is reported itself
const TAKEN_FOR_VALID = `not exists (
    select 1 from certificates later where later.number = c.number and later.kind = c.kind
      and later.revision > c.revision and later.status in ('issued', 'revoked'))
  and (
    select told.act from ministry_reports told join certificates k on k.id = told.certificate_id
    where k.number = c.number and told.status = 'accepted' order by told.id desc limit 1) = 'issue'`

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
    .leftJoin('imported_certificates as i', 'i.certificate_id', 'c.id')
  if (filters.number) query.where('c.number', 'like', startingWith(filters.number))
  if (filters.name) whoIsCalled(query, filters.name)
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
        'c.revision',
        db.raw(tab === 'waiting' ? "if(c.status = 'revoked', 'revoke', 'issue') as act" : 'r.act'),
        'c.verification_code',
        'c.data_sealed',
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
      ...namesOn(row),
      level: LEVEL_LABELS[row.level] ?? null,
      issuedOn: row.issued_on as string,
      act: actWord(row.act, row.revision),
      sender: row.sender as string | null,
      receipt: row.receipt as string | null,
      fault: row.fault as string | null,
      answeredAt: row.answered_at ? shanghai(row.answered_at) : null,
    })),
  }
}

const actWord = (act: string, revision: number) =>
  act === 'revoke' ? '撤销' : revision > 1 ? '换发' : '发证'

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
