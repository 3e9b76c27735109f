import db from '@adonisjs/lucid/services/db'
import { LEVEL_LABELS } from '#province/facts'
import { concerning } from '#results/roles'
import type { Actor } from '#web/actor'
import { countUpTo, paged, type Page, type Paged } from '#web/paging'
import { containing, startingWith } from '#web/like'

/** The stores of persons after the report, by the words of the manuals. */
export const STORES = {
  reported: { label: '待公示人员', stages: ['reported'] },
  in_publicity: { label: '公示期人员信息', stages: ['in_publicity'] },
  objection: { label: '评审异议人员管理', stages: ['objection'] },
  not_passed: { label: '评审未通过人员管理', stages: ['not_passed'] },
  passed: {
    label: '评审通过人员信息',
    stages: ['passed', 'filed', 'numbered', 'documented', 'certified', 'revoked'],
  },
} as const
export type Store = keyof typeof STORES

export const PEOPLE_FILTERS = [
  'name',
  'unit',
  'level',
  'series',
  'year',
  'meeting',
  'committee',
  'document',
] as const
export type PeopleFilters = Partial<Record<(typeof PEOPLE_FILTERS)[number], string>>

export interface PersonRow {
  id: number
  code: string
  name: string
  idNumber: string
  unit: string
  year: number
  series: string | null
  specialty: string | null
  title: string | null
  level: string | null
  committee: string | null
  meetingId: number | null
  stage: string
  outcome: string | null
  yes: number | null
  no: number | null
  abstain: number | null
  publicityEndsOn: string | null
  certificateNumber: string | null
  documentId: number | null
  documentNumber: string | null
}

/** Persons after the report that concern the actor, newest first; joins serve the rows of a page. */
export function peopleQuery(
  actor: Actor,
  where: { store?: Store; meetingId?: number },
  filters: PeopleFilters
) {
  const query = db.from('applications as a')
  concerning(query, actor)
  if (where.store) query.whereIn('a.stage', [...STORES[where.store].stages])
  else
    query.whereIn(
      'a.stage',
      Object.values(STORES).flatMap(({ stages }) => [...stages])
    )
  if (where.meetingId) query.where('a.meeting_id', where.meetingId)
  filterPeople(query, filters)
  return withPersonColumns(query).orderBy('a.id', 'desc')
}

type Query = ReturnType<typeof db.from>

/** Filters over applications `a`; texts of other tables become ids first. */
export function filterPeople(query: Query, filters: PeopleFilters) {
  if (filters.name) query.where('a.person_name', 'like', startingWith(filters.name))
  if (filters.level) query.where('a.level', filters.level)
  if (filters.series) query.where('a.series_code', filters.series)
  const within = (column: string, table: string, text: string) =>
    query.whereIn(column, db.from(table).where('name', 'like', containing(text)).select('id'))
  if (filters.unit) within('a.organization_id', 'organizations', filters.unit)
  if (filters.meeting) within('a.meeting_id', 'meetings', filters.meeting)
  if (filters.committee) within('a.committee_id', 'committees', filters.committee)
  if (filters.document)
    query.whereIn(
      'a.document_id',
      db.from('documents').where('number', 'like', containing(filters.document)).select('id')
    )
  if (filters.year && /^\d{4}$/.test(filters.year))
    query.whereIn('a.batch_id', db.from('batches').where('year', filters.year).select('id'))
}

/** Left joins, so that a page is found along applications alone and a count leaves the others out. */
export const withPersonColumns = (query: Query) =>
  query
    .leftJoin('people as p', 'p.id', 'a.person_id')
    .leftJoin('organizations as o', 'o.id', 'a.organization_id')
    .leftJoin('batches as b', 'b.id', 'a.batch_id')
    .leftJoin('committees as c', 'c.id', 'a.committee_id')
    .leftJoin('documents as d', 'd.id', 'a.document_id')
    .select(
      'a.id',
      'a.code',
      'a.person_name',
      'p.id_number_masked',
      'o.name as unit',
      'o.region_code',
      'b.year',
      'a.series_name',
      'a.specialty_name',
      'a.title_name',
      'a.level',
      'c.name as committee',
      'a.meeting_id',
      'a.stage',
      'a.outcome',
      'a.tally',
      'a.publicity_ends_on',
      'a.certificate_number',
      'a.document_id',
      'd.number as document_number'
    )

export function personRow(row: Record<string, any>): PersonRow {
  const tally = typeof row.tally === 'string' ? JSON.parse(row.tally) : row.tally
  return {
    id: row.id,
    code: row.code,
    name: row.person_name,
    idNumber: row.id_number_masked,
    unit: row.unit,
    year: row.year,
    series: row.series_name,
    specialty: row.specialty_name,
    title: row.title_name,
    level: LEVEL_LABELS[row.level] ?? null,
    committee: row.committee,
    meetingId: row.meeting_id,
    stage: row.stage,
    outcome: row.outcome,
    yes: tally?.yes ?? null,
    no: tally?.no ?? null,
    abstain: tally?.abstain ?? null,
    publicityEndsOn: row.publicity_ends_on,
    certificateNumber: row.certificate_number,
    documentId: row.document_id,
    documentNumber: row.document_number,
  }
}

export async function listPeople(
  actor: Actor,
  where: { store?: Store; meetingId?: number },
  filters: PeopleFilters,
  page: Page
): Promise<Paged<PersonRow>> {
  const found = await paged<Record<string, any>>(peopleQuery(actor, where, filters) as never, page)
  return { meta: found.meta, data: found.data.map(personRow) }
}

/** How many stand in each store, up to the bound. */
export async function countStores(actor: Actor): Promise<Record<Store, number>> {
  const counts = await Promise.all(
    Object.entries(STORES).map(async ([store, { stages }]) => [
      store,
      await countUpTo(
        concerning(db.from('applications as a').whereIn('a.stage', [...stages]), actor)
      ),
    ])
  )
  return Object.fromEntries(counts) as Record<Store, number>
}
