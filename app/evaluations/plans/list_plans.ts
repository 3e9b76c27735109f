import db from '@adonisjs/lucid/services/db'
import { rulesetById, currentRuleset } from '#batches/queries/rulesets'
import { keptBy } from '#committees/scope'
import type { Actor } from '#web/actor'
import { containing } from '#web/like'
import { paged, type Page } from '#web/paging'
import { DateTime } from 'luxon'

export type PlanFilters = Partial<Record<'name' | 'committee' | 'kind' | 'flow' | 'status', string>>

interface Asked {
  filters: PlanFilters
  page: Page
}

const base = () =>
  db
    .from('plans as p')
    .join('meetings as g', 'g.id', 'p.meeting_id')
    .join('committees as c', 'c.id', 'g.committee_id')
    .join('organizations as o', 'o.id', 'c.organization_id')
    .leftJoin('files as f', 'f.id', 'p.file_id')
    .orderBy('p.id', 'desc')
    .select(
      'p.*',
      'g.name as meeting',
      'g.status as meeting_status',
      'g.ruleset_id',
      'c.name as committee',
      'f.name as file_name',
      'f.mime',
      'f.size'
    )

/** Plans of the actor's own committees (HU-11, HB-53). */
export const listOwnPlans = (actor: Actor, asked: Asked) =>
  rowsOf(keptBy(base(), actor) as never, asked)

/** Approved online plans of the actor's own committees: those it draws for (HU-12). */
export function listDrawable(actor: Actor, asked: Asked) {
  const query = keptBy(base(), actor).where({ 'p.status': 'approved', 'p.flow': 'online' })
  return rowsOf(query as never, asked)
}

/** Plans of the kinds an actor's roles review, handed in to his body (HU-56, HU-58, HB-54). */
export async function listReviewedPlans(actor: Actor, tab: 'pending' | 'done', asked: Asked) {
  const query = base()
    .where('p.reviewer_id', actor.organizationId ?? 0)
    .whereIn('p.kind', await kindsOf(actor))
  if (tab === 'pending') query.where('p.status', 'submitted')
  else query.whereIn('p.status', ['approved', 'refused']).whereNotNull('p.decided_at')
  return rowsOf(query, asked)
}

/** Every plan at or below the actor's body; all of them for the tenant's administrator (HU-73). */
export async function listAllPlans(actor: Actor, asked: Asked) {
  const query = base().whereNotNull('p.submitted_at')
  if (actor.kind !== 'tenant_admin')
    query.where('o.tree', 'like', `%/${actor.organizationId ?? 0}/%`)
  return rowsOf(query, asked)
}

/** Kinds of plans an actor reviews. */
export async function kindsOf(actor: Actor): Promise<string[]> {
  const { plans } = (await currentRuleset()).ruleset
  return plans.kinds
    .filter(({ reviewerRole }) => actor.roles.includes(reviewerRole))
    .map(({ id }) => id)
}

async function rowsOf(query: ReturnType<typeof base>, { filters, page }: Asked) {
  if (filters.name) query.where('g.name', 'like', containing(filters.name))
  if (filters.committee) query.where('c.name', 'like', containing(filters.committee))
  if (filters.kind) query.where('p.kind', filters.kind)
  if (filters.flow) query.where('p.flow', filters.flow)
  if (filters.status) query.where('p.status', filters.status)
  const found = await paged<Record<string, any>>(query as never, page)
  const cases = await countBy('meeting_cases', found.data)
  return {
    meta: found.meta,
    data: await Promise.all(
      found.data.map(async (row) => {
        const { plans } = (await rulesetById(row.ruleset_id)).ruleset
        return {
          id: row.id as number,
          meetingId: row.meeting_id as number,
          meeting: row.meeting as string,
          meetingStatus: row.meeting_status as string,
          committee: row.committee as string,
          kind: plans.kinds.find(({ id }) => id === row.kind)?.label ?? '',
          flow: row.flow as string,
          status: row.status as string,
          cases: cases.get(row.meeting_id) ?? 0,
          submittedBy: row.submitted_by as string | null,
          submittedAt: minute(row.submitted_at),
          decidedBy: row.decided_by as string | null,
          decidedAt: minute(row.decided_at),
          opinion: row.opinion as string | null,
          file: row.file_id === null ? null : fileOf(row),
        }
      })
    ),
  }
}

const fileOf = (row: Record<string, any>) => ({
  id: row.file_id as number,
  name: row.file_name as string,
  mime: row.mime as string,
  size: Number(row.size),
})

async function countBy(table: string, rows: Record<string, any>[]) {
  const counts = await db
    .from(table)
    .whereIn(
      'meeting_id',
      rows.map((row) => row.meeting_id)
    )
    .groupBy('meeting_id')
    .select('meeting_id')
    .count('* as count')
  return new Map(counts.map((row) => [row.meeting_id as number, Number(row.count)]))
}

export const minute = (at: Date | null) =>
  at ? DateTime.fromJSDate(at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm') : null
