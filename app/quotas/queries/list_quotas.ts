import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import type { Actor } from '#web/actor'
import { containing } from '#web/like'

export const QUOTA_FILTERS = ['unit', 'specialty', 'year', 'status'] as const
export type QuotaFilters = Partial<Record<(typeof QUOTA_FILTERS)[number], string>>

export interface QuotaRow {
  id: number
  version: number
  year: number
  unit: string
  series: string
  specialty: string
  specialtyName: string
  kind: string
  kindLabel: string
  approvedTotal: number
  asked: number
  materials: number
  posts: Record<string, number>
  status: string
  opinion: string | null
  decidedBy: string | null
}

export function quotaQuery(filters: QuotaFilters) {
  const query = db
    .from('post_quotas as q')
    .join('organizations as o', 'o.id', 'q.organization_id')
    .select('q.*', 'o.name as unit')
    .orderBy('q.id', 'desc')
  if (filters.unit) query.where('o.name', 'like', containing(filters.unit))
  if (filters.specialty) query.where('q.specialty_name', 'like', containing(filters.specialty))
  if (filters.year) query.where('q.year', Number(filters.year) || 0)
  if (filters.status) query.where('q.status', filters.status)
  return query
}

/** What the units below an actor's body apply for (HU-25). */
export const quotasToReview = (actor: Actor, filters: QuotaFilters) =>
  quotaQuery(filters).where('q.reviewer_id', actor.organizationId ?? 0)

/** Rows as people read them. */
export async function quotaWords(): Promise<(row: Record<string, any>) => QuotaRow> {
  const { quotas } = (await currentRuleset()).ruleset
  const kinds = new Map(quotas.kinds.map(({ value, label }) => [value, label]))
  return (row) => ({
    id: row.id,
    version: row.version,
    year: row.year,
    unit: row.unit,
    series: row.series_code,
    specialty: row.specialty_code,
    specialtyName: row.specialty_name,
    kind: row.kind,
    kindLabel: kinds.get(row.kind) ?? row.kind,
    approvedTotal: row.approved_total,
    asked: row.asked,
    materials: row.materials,
    posts: typeof row.posts === 'string' ? JSON.parse(row.posts) : row.posts,
    status: row.status,
    opinion: row.opinion,
    decidedBy: row.decided_by,
  })
}

export interface QuotaChoices {
  series: {
    value: string
    label: string
    specialties: { value: string; label: string }[]
  }[]
  kinds: { value: string; label: string }[]
  categories: { value: string; label: string }[]
}
