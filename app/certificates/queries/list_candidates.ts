import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import { currentSeries } from '#catalogue/queries/current_series'
import { CERTIFICATE } from '#certificates/models/certificate'
import { LEVEL_LABELS } from '#province/facts'
import type { Ruleset } from '#province/ruleset'
import { concerning } from '#results/roles'
import type { Actor } from '#web/actor'
import { countUpTo, paged, type Page, type Paged } from '#web/paging'

export const CANDIDATE_FILTERS = [
  'document',
  'level',
  'meeting',
  'series',
  'name',
  'unit',
  'number',
  'generated',
] as const
export type CandidateFilters = Partial<Record<(typeof CANDIDATE_FILTERS)[number], string>>

export interface CandidateRow {
  id: number
  name: string
  unit: string
  series: string | null
  specialty: string | null
  title: string | null
  level: string | null
  number: string
  documentNumber: string | null
  meeting: string | null
  certificateId: number | null
  /** `none`, `running`, `failed` with its reason, `made` */
  state: 'none' | 'running' | 'failed' | 'made'
  failure: string | null
}

type Query = ReturnType<typeof db.from>

/** in the choice of a filter */
const MOST_MEETINGS = 200

const starting = (text: string) => `${text.replace(/[\\%_]/g, '\\$&')}%`

/** Numbered applications whose certificates a body makes: those without one, or those that have it (HU-67). */
function candidates(actor: Actor, ruleset: Ruleset, filters: CandidateFilters): Query {
  const query = db
    .from('applications as a')
    .leftJoin('organizations as o', 'o.id', 'a.organization_id')
  if (filters.generated === 'yes') query.where('a.stage', 'certified')
  else
    query.whereIn(
      'a.stage',
      ruleset.documents.required ? ['documented'] : ['numbered', 'documented']
    )
  concerning(query, actor, 'generator')
  if (filters.level) query.where('a.level', filters.level)
  if (filters.series) query.where('a.series_code', filters.series)
  if (filters.meeting) query.where('a.meeting_id', Number(filters.meeting) || 0)
  if (filters.name) query.where('a.person_name', 'like', starting(filters.name))
  if (filters.number) query.where('a.certificate_number', 'like', starting(filters.number))
  if (filters.unit) query.where('o.name', 'like', `%${starting(filters.unit)}`)
  if (filters.document) {
    const pattern = `%${starting(filters.document)}`
    query.where((either) =>
      either
        .whereIn(
          'a.document_id',
          db.from('documents').where('number', 'like', pattern).select('id')
        )
        .orWhereIn('a.filing_id', db.from('filings').where('number', 'like', pattern).select('id'))
    )
  }
  return query
}

export async function listCandidates(
  actor: Actor,
  filters: CandidateFilters,
  page: Page
): Promise<Paged<CandidateRow>> {
  const { ruleset } = await currentRuleset()
  const query = candidates(actor, ruleset, filters).select('a.id').orderBy('a.id')
  const found = await paged<{ id: number }>(query as never, page)
  return { meta: found.meta, data: await rowsOf(found.data.map(({ id }) => id)) }
}

/** How many wait for their certificate. */
export const countCandidates = async (actor: Actor) =>
  countUpTo(candidates(actor, (await currentRuleset()).ruleset, { generated: 'no' }))

/** Ids of all that match, over all pages (HU-68); at most `limit`. */
export async function candidateIds(
  actor: Actor,
  filters: CandidateFilters,
  limit: number
): Promise<number[]> {
  const { ruleset } = await currentRuleset()
  const rows = await candidates(actor, ruleset, { ...filters, generated: 'no' })
    .select('a.id')
    .orderBy('a.id')
    .limit(limit)
  return rows.map((row) => Number(row.id))
}

async function rowsOf(ids: number[]): Promise<CandidateRow[]> {
  const rows = await db
    .from('applications as a')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .leftJoin('documents as d', 'd.id', 'a.document_id')
    .leftJoin('filings as f', 'f.id', 'a.filing_id')
    .leftJoin('meetings as m', 'm.id', 'a.meeting_id')
    .leftJoin('certificates as c', (join) =>
      join
        .on('c.application_id', 'a.id')
        .andOnVal('c.kind', CERTIFICATE)
        .andOnVal('c.status', 'requested')
    )
    .whereIn('a.id', ids)
    .orderBy('a.id')
    .select(
      'a.*',
      'o.name as unit',
      'd.number as document_number',
      'f.number as filing_number',
      'm.name as meeting',
      'c.id as requested_id',
      'c.failure'
    )
  return rows.map((row) => ({
    id: Number(row.id),
    name: row.person_name,
    unit: row.unit,
    series: row.series_name,
    specialty: row.specialty_name,
    title: row.title_name,
    level: LEVEL_LABELS[row.level] ?? null,
    number: row.certificate_number,
    documentNumber: row.document_number ?? row.filing_number,
    meeting: row.meeting,
    certificateId: row.certificate_id,
    state: row.requested_id
      ? row.failure
        ? 'failed'
        : 'running'
      : row.stage === 'certified'
        ? 'made'
        : 'none',
    failure: row.failure,
  }))
}

/** Meetings whose results a body makes certificates of, the latest first, and all series: for the filters. */
export async function candidateOptions(actor: Actor) {
  const [meetings, series] = await Promise.all([
    db
      .from('meetings as m')
      .whereIn(
        'm.id',
        db
          .from('result_roles')
          .where('organization_id', actor.organizationId ?? 0)
          .whereNotNull('meeting_id')
          .distinct('meeting_id')
      )
      .orderBy('m.id', 'desc')
      .limit(MOST_MEETINGS)
      .select('m.id as value', 'm.name as label'),
    currentSeries(),
  ])
  return {
    meetings: meetings.map(({ value, label }) => ({
      value: String(value),
      label: label as string,
    })),
    series: series.map(({ code, name }) => ({ value: code, label: name })),
  }
}
