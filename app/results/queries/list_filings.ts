import db from '@adonisjs/lucid/services/db'
import { rulesetById } from '#batches/queries/rulesets'
import StoredFile from '#files/models/stored_file'
import { awaitingFiling, reviews } from '#results/actions/filings'
import { personRow, withPersonColumns, type PersonRow } from '#results/queries/list_people'
import type { Actor, ActorContext } from '#web/actor'
import { paged, type Page, type Paged } from '#web/paging'
import { NotFound } from '#web/refusal'
import { shanghai } from '#web/day'
import { containing, startingWith } from '#web/like'

export interface FilingRow {
  id: number
  meeting: string
  committee: string
  office: string
  reviewer: string
  status: string
  people: number
  number: string | null
  filedOn: string | null
  at: string
}

export const FILING_FILTERS = ['meeting', 'committee', 'status', 'number'] as const
type Filters = Partial<Record<(typeof FILING_FILTERS)[number], string>>

const filings = () =>
  db
    .from('filings as f')
    .join('meetings as m', 'm.id', 'f.meeting_id')
    .join('committees as c', 'c.id', 'm.committee_id')
    .join('organizations as o', 'o.id', 'f.organization_id')
    .join('organizations as r', 'r.id', 'f.reviewer_id')
    .select('f.*', 'm.name as meeting', 'm.ruleset_id', 'm.committee_id', 'c.name as committee')
    .select('o.name as office', 'r.name as reviewer')

/** Filings the actor's body reviews, or those its committees asked for. */
export async function listFilings(
  actor: Actor,
  side: 'own' | 'review',
  filters: Filters,
  page: Page
): Promise<Paged<FilingRow>> {
  const query = filings().orderBy('f.id', 'desc')
  if (side === 'review')
    query.where('f.reviewer_id', actor.committeeId === null ? (actor.organizationId ?? 0) : 0)
  else if (actor.committeeId !== null) query.where('m.committee_id', actor.committeeId)
  else query.where('f.organization_id', actor.organizationId ?? 0)
  if (filters.meeting) query.where('m.name', 'like', containing(filters.meeting))
  if (filters.committee) query.where('c.name', 'like', containing(filters.committee))
  if (filters.number) query.where('f.number', 'like', startingWith(filters.number))
  if (filters.status) query.where('f.status', filters.status)
  const found = await paged<Record<string, any>>(query as never, page)
  const ids = found.data.map(({ id }) => id as number)
  const counts = new Map<number, number>()
  if (ids.length > 0)
    for (const row of await db
      .from('filing_people')
      .whereIn('filing_id', ids)
      .groupBy('filing_id')
      .select('filing_id')
      .count('* as count'))
      counts.set(row.filing_id, Number(row.count))
  return {
    meta: found.meta,
    data: found.data.map((row) => ({ ...card(row), people: counts.get(row.id) ?? 0 })),
  }
}

const card = (row: Record<string, any>): Omit<FilingRow, 'people'> => ({
  id: row.id,
  meeting: row.meeting,
  committee: row.committee,
  office: row.office,
  reviewer: row.reviewer,
  status: row.status,
  number: row.number,
  filedOn: row.filed_on,
  at: shanghai(row.created_at),
})

/** Meetings of the actor's committees with persons whose publicity passed and who are not filed yet. */
export async function meetingsToFile(actor: Actor) {
  const query = db
    .from('meetings as m')
    .join('committees as c', 'c.id', 'm.committee_id')
    .where('m.status', 'reported')
    .orderBy('m.id', 'desc')
    .limit(100)
    .select('m.id', 'm.name', 'c.name as committee')
  if (actor.committeeId !== null) query.where('c.id', actor.committeeId)
  else
    query.where((own) =>
      own
        .where('c.organization_id', actor.organizationId ?? 0)
        .orWhere('c.office_id', actor.organizationId ?? 0)
    )
  const open = []
  for (const row of await query) {
    const [{ people }] = await awaitingFiling(row.id).count('* as people')
    if (Number(people) > 0)
      open.push({
        id: row.id as number,
        name: row.name as string,
        committee: row.committee as string,
        people: Number(people),
      })
  }
  return open
}

/** One filing with its decision, to who asked for it and who reviews it. */
export async function filingFile(ctx: ActorContext, id: number) {
  const row = await filings().where('f.id', id).first()
  const own =
    row &&
    (ctx.actor.committeeId === null
      ? row.organization_id === ctx.actor.organizationId
      : row.committee_id === ctx.actor.committeeId)
  if (!row || (!own && !reviews(ctx, row))) throw new NotFound('没有这项备案。')
  const { ruleset } = await rulesetById(row.ruleset_id)
  const file = row.file_id ? await StoredFile.find(row.file_id) : null
  return {
    file,
    words: ruleset.results.filing,
    filing: {
      ...card(row),
      note: row.note as string | null,
      opinion: row.opinion as string | null,
      decidedBy: row.decided_by as string | null,
      decidedAt: row.decided_at ? shanghai(row.decided_at) : null,
      version: row.version as number,
      mayDecide: row.status === 'applied' && reviews(ctx, row),
      attachment: file && { id: file.id, name: file.name, mime: file.mime, size: file.size },
    },
  }
}

export const filingPeopleQuery = (filingId: number) =>
  withPersonColumns(
    db
      .from('filing_people as fp')
      .join('applications as a', 'a.id', 'fp.application_id')
      .where('fp.filing_id', filingId)
  ).orderBy('a.id')

export async function filingPeople(filingId: number, page: Page): Promise<Paged<PersonRow>> {
  const found = await paged<Record<string, any>>(filingPeopleQuery(filingId) as never, page)
  return { meta: found.meta, data: found.data.map(personRow) }
}
