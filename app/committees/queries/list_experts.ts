import db from '@adonisjs/lucid/services/db'
import { barredExperts } from '#committees/queries/credits'
import { expertsOf, keptBy } from '#committees/scope'
import type { Actor } from '#web/actor'
import { paged, type Page } from '#web/paging'
import { DateTime } from 'luxon'

type Filter = 'name' | 'unit' | 'specialty' | 'status' | 'committeeId'
export type ExpertFilters = Partial<Record<Filter, string>>

interface Asked {
  filters: ExpertFilters
  page: Page
  today: string
}

const startsWith = (words: string) => `${words.replace(/[\\%_]/g, '\\$&')}%`

/** Experts in the pools an actor fills, one row a pool (HB-47). */
export async function listPool(actor: Actor, { filters, page, today }: Asked) {
  const query = base()
    .join('committee_experts as p', 'p.expert_id', 'e.id')
    .join('committees as c', 'c.id', 'p.committee_id')
    .orderBy('p.committee_id', 'desc')
    .orderBy('e.id')
    .select('c.id as committee_id', 'c.name as committee', 'p.term_until')
  keptBy(query, actor)
  narrow(query, filters)
  if (filters.committeeId) query.where('p.committee_id', Number(filters.committeeId) || 0)
  const found = await paged<Record<string, any>>(query as never, page)
  const barred = await barredExperts(
    found.data.map(({ id }) => id),
    today
  )
  return {
    meta: found.meta,
    data: found.data.map((row) => ({
      ...cardOf(row),
      key: `${row.committee_id}-${row.id}`,
      committeeId: row.committee_id as number,
      committee: row.committee as string,
      termUntil: row.term_until as string,
      termOver: row.term_until < today,
      barred: barred.has(row.id),
    })),
  }
}

/** Experts whose profiles an actor reviews: those handed in, or those decided (HB-49). */
export async function listReviews(
  actor: Actor,
  { filters, page, tab }: Omit<Asked, 'today'> & { tab: 'pending' | 'done' }
) {
  const query = expertsOf(base(), actor)
  if (tab === 'pending') query.where('e.status', 'pending').orderBy('e.submitted_at')
  else query.whereNotNull('e.decided_at').orderBy('e.decided_at', 'desc')
  query.orderBy('e.id')
  narrow(query, filters)
  const found = await paged<Record<string, any>>(query as never, page)
  return { meta: found.meta, data: found.data.map(cardOf) }
}

/** How many wait for an actor's review. */
export async function countPending(actor: Actor): Promise<number> {
  const query = db.from('experts as e').where('e.status', 'pending').count('* as count')
  const [{ count }] = await expertsOf(query, actor)
  return Number(count)
}

const base = () =>
  db
    .from('experts as e')
    .join('people as h', 'h.id', 'e.person_id')
    .select('e.*', 'h.id_number_masked', 'h.phone_masked')

function narrow(query: ReturnType<typeof base>, filters: ExpertFilters) {
  if (filters.name) query.where('e.name', 'like', startsWith(filters.name))
  if (filters.unit) query.where('e.unit_name', 'like', startsWith(filters.unit))
  if (filters.specialty) query.where('e.specialty_name', 'like', startsWith(filters.specialty))
  if (filters.status) query.where('e.status', filters.status)
}

const time = (value: Date | null) =>
  value ? DateTime.fromJSDate(value).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm') : null

/** What lists and details show of an expert. */
export const cardOf = (row: Record<string, any>) => ({
  id: row.id as number,
  name: row.name as string,
  sex: row.sex as string | null,
  idNumber: row.id_number_masked as string,
  phone: row.phone_masked as string | null,
  unit: row.unit_name as string,
  title: row.title_name as string,
  specialty: row.specialty_name as string,
  status: row.status as string,
  submittedAt: time(row.submitted_at),
  decidedAt: time(row.decided_at),
  decidedBy: row.decided_by as string | null,
  opinion: row.opinion as string | null,
})
