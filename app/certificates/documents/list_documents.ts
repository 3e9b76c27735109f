import db from '@adonisjs/lucid/services/db'
import type { Examiner } from '#certificates/documents/document_route'
import StoredFile from '#files/models/stored_file'
import { LEVEL_LABELS } from '#province/facts'
import {
  filterPeople,
  personRow,
  withPersonColumns,
  type PeopleFilters,
  type PersonRow,
} from '#results/queries/list_people'
import { concerning } from '#results/roles'
import type { Actor } from '#web/actor'
import { shanghai } from '#web/day'
import { containing } from '#web/like'
import { paged, type Page, type Paged } from '#web/paging'
import { NotFound } from '#web/refusal'

export interface DocumentRow {
  id: number
  number: string
  title: string
  level: string
  organization: string
  status: string
  examiner: string | null
  people: number
  at: string
}

export const DOCUMENT_FILTERS = ['number', 'title', 'level', 'status'] as const
type Filters = Partial<Record<(typeof DOCUMENT_FILTERS)[number], string>>
export type DocumentTab = 'own' | 'examine' | 'examined'

const documents = () =>
  db
    .from('documents as d')
    .join('organizations as o', 'o.id', 'd.organization_id')
    .leftJoin('organizations as e', 'e.id', 'd.examiner_id')
    .select('d.*', 'o.name as organization', 'e.name as examiner')

/** Reported documents whose turn of examination is the actor's body's. */
export const documentsToExamine = (actor: Actor) =>
  db.from('documents as d').where({ 'd.examiner_id': staffBody(actor), 'd.status': 'reported' })

const staffBody = (actor: Actor) => (actor.committeeId === null ? (actor.organizationId ?? 0) : 0)

/** Documents a body made, those that wait for its examination, those it was on the way of. */
export async function listDocuments(
  actor: Actor,
  tab: DocumentTab,
  filters: Filters,
  page: Page
): Promise<Paged<DocumentRow>> {
  const own = staffBody(actor)
  const query = documents().orderBy('d.id', 'desc')
  if (tab === 'own') query.where('d.organization_id', own)
  else if (tab === 'examine') query.where({ 'd.examiner_id': own, 'd.status': 'reported' })
  else
    query.whereIn('d.status', ['reported', 'approved', 'returned']).where((passed) => {
      passed.whereRaw("json_contains(d.route, json_object('organizationId', ?))", [own])
      passed.where((gone) => gone.whereNull('d.examiner_id').orWhereNot('d.examiner_id', own))
    })
  if (filters.number) query.where('d.number', 'like', containing(filters.number))
  if (filters.title) query.where('d.title', 'like', containing(filters.title))
  if (filters.level) query.where('d.level', filters.level)
  if (filters.status) query.where('d.status', filters.status)
  const found = await paged<Record<string, any>>(query as never, page)
  const ids = found.data.map(({ id }) => id as number)
  const counts = new Map<number, number>()
  if (ids.length > 0)
    for (const row of await db
      .from('document_people')
      .whereIn('document_id', ids)
      .groupBy('document_id')
      .select('document_id')
      .count('* as count'))
      counts.set(row.document_id, Number(row.count))
  return {
    meta: found.meta,
    data: found.data.map((row) => ({ ...card(row), people: counts.get(row.id) ?? 0 })),
  }
}

const card = (row: Record<string, any>): Omit<DocumentRow, 'people'> => ({
  id: row.id,
  number: row.number,
  title: row.title,
  level: LEVEL_LABELS[row.level] ?? '',
  organization: row.organization,
  status: row.status,
  examiner: row.examiner,
  at: shanghai(row.created_at),
})

/** One document to its issuer, to the bodies of its way, and once approved to those its people concern. */
export async function documentFile(actor: Actor, id: number) {
  const row = await documents().where('d.id', id).first()
  const route: Examiner[] =
    typeof row?.route === 'string' ? JSON.parse(row.route) : (row?.route ?? [])
  const staff = actor.committeeId === null
  const isOwn = staff && row?.organization_id === actor.organizationId
  const onRoute =
    staff && route.some(({ organizationId }) => organizationId === actor.organizationId)
  if (!row || !(isOwn || onRoute || (row.status === 'approved' && (await concerned(actor, id)))))
    throw new NotFound('没有这份职称文件。')
  const file = row.attachment_file_id ? await StoredFile.find(row.attachment_file_id) : null
  const events = await db.from('document_events').where('document_id', id).orderBy('id')
  return {
    file,
    document: {
      ...card(row),
      opinion: row.opinion as string | null,
      routeLabel: row.route_label as string | null,
      route: route.map(({ organizationName }) => organizationName),
      routeStep: row.route_step as number,
      version: row.version as number,
      isOwn,
      mayExamine: staff && row.status === 'reported' && row.examiner_id === actor.organizationId,
      attachment: file && { id: file.id, name: file.name, mime: file.mime, size: file.size },
      events: events.map((event) => ({
        id: event.id as number,
        type: event.type as string,
        opinion: event.opinion as string | null,
        who: [event.organization_name, event.actor_name].filter(Boolean).join(' '),
        at: shanghai(event.at),
      })),
    },
  }
}

const concerned = async (actor: Actor, documentId: number) =>
  (await concerning(
    db
      .from('document_people as dp')
      .join('applications as a', 'a.id', 'dp.application_id')
      .where('dp.document_id', documentId),
    actor
  )
    .select('a.id')
    .first()) !== null

/** Persons of a document, in the order numbers are listed. */
export const documentPeopleQuery = (documentId: number, filters: PeopleFilters) => {
  const query = db
    .from('document_people as dp')
    .join('applications as a', 'a.id', 'dp.application_id')
    .where('dp.document_id', documentId)
  filterPeople(query, filters)
  return withPersonColumns(query).orderBy('a.certificate_number')
}

export async function documentPeople(
  documentId: number,
  filters: PeopleFilters,
  page: Page
): Promise<Paged<PersonRow>> {
  const found = await paged<Record<string, any>>(
    documentPeopleQuery(documentId, filters) as never,
    page
  )
  return { meta: found.meta, data: found.data.map(personRow) }
}

/** Numbered persons of a level that a body may put into a document. */
export function candidates(actor: Actor, level: string, filters: PeopleFilters) {
  const query = concerning(db.from('applications as a'), actor, 'generator')
    .where({ 'a.stage': 'numbered', 'a.level': level })
    .whereNotExists(db.from('document_people as dp').whereColumn('dp.application_id', 'a.id'))
  filterPeople(query, filters)
  return withPersonColumns(query).orderBy('a.certificate_number')
}

export async function listCandidates(
  actor: Actor,
  level: string,
  filters: PeopleFilters,
  page: Page
): Promise<Paged<PersonRow>> {
  const found = await paged<Record<string, any>>(candidates(actor, level, filters) as never, page)
  return { meta: found.meta, data: found.data.map(personRow) }
}
