import db from '@adonisjs/lucid/services/db'
import { correctionsOf, type ChangeKind } from '#certificates/changes/changes'
import type Certificate from '#certificates/models/certificate'
import { LABELS } from '#certificates/queries/read_certificate'
import type { Actor } from '#web/actor'
import { shanghai } from '#web/day'
import { startingWith } from '#web/like'
import { paged, type Page } from '#web/paging'

export const CHANGE_FILTERS = ['number', 'kind'] as const
type Filters = Partial<Record<(typeof CHANGE_FILTERS)[number], string>>

/** Changes another person proposed: those the actor himself may decide. */
export const waitingChanges = (actor: Actor) =>
  ofBody(db.from('certificate_changes as x').where('x.status', 'proposed'), actor).whereNot(
    'x.proposed_by',
    actor.accountId ?? 0
  )

const ofBody = (query: ReturnType<typeof db.from>, actor: Actor) =>
  actor.kind === 'tenant_admin'
    ? query
    : query.where('x.organization_id', actor.organizationId ?? 0)

/** Changes of a body's certificates that wait for a second person, or are decided; the administrator sees all. */
export async function listChanges(actor: Actor, isDone: boolean, filters: Filters, page: Page) {
  const query = db
    .from('certificate_changes as x')
    .join('certificates as c', 'c.id', 'x.certificate_id')
    .orderBy('x.id', 'desc')
  ofBody(query, actor)
  if (isDone) query.whereIn('x.status', ['approved', 'refused'])
  else query.where('x.status', 'proposed')
  if (filters.kind) query.where('x.kind', filters.kind)
  if (filters.number) query.where('c.number', 'like', startingWith(filters.number))
  const found = await paged<Record<string, any>>(
    query.select('x.*', 'c.number', 'c.verification_code') as never,
    page
  )
  return { meta: found.meta, data: found.data.map((row) => changeRow(actor, row)) }
}

/** What waits for one certificate. */
export async function openChange(actor: Actor, certificate: Certificate) {
  const row = await db
    .from('certificate_changes')
    .where({ certificate_id: certificate.id, status: 'proposed' })
    .first()
  return row
    ? changeRow(actor, {
        ...row,
        number: certificate.number,
        verification_code: certificate.verificationCode,
      })
    : null
}

const changeRow = (actor: Actor, row: Record<string, any>) => ({
  id: Number(row.id),
  certificateId: Number(row.certificate_id),
  number: row.number as string,
  kind: row.kind as ChangeKind,
  reason: row.reason as string,
  corrections: Object.entries(
    correctionsOf(row as never, { verificationCode: row.verification_code })
  ).map(([name, value]) => ({ label: LABELS[name] ?? name, value })),
  status: row.status as string,
  proposer: row.proposer as string,
  proposedAt: shanghai(row.created_at),
  decider: row.decider as string | null,
  opinion: row.opinion as string | null,
  decidedAt: row.decided_at ? shanghai(row.decided_at) : null,
  mayDecide: row.status === 'proposed' && Number(row.proposed_by) !== actor.accountId,
})
