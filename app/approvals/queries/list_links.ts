import db from '@adonisjs/lucid/services/db'
import { containing } from '#web/like'
import { paged, type Page } from '#web/paging'

export interface LinkRow {
  id: number
  pathSet: string
  level: string
  lowerId: number
  lower: string
  lowerKind: string
  upperId: number
  upper: string
  upperKind: string
  upperIsFinal: boolean
  status: string
  proposedBy: string
  reason: string | null
}

export interface LinkFilter {
  pathSet?: string
  level?: string
  status?: string
  lower?: string
  upper?: string
  lowerKind?: string
}

/** Links with the names of their ends, newest first; both ends in one row. */
export function linksQuery(filter: LinkFilter) {
  const query = db
    .from('path_links as l')
    .join('organizations as a', 'a.id', 'l.lower_id')
    .join('organizations as b', 'b.id', 'l.upper_id')
    .orderBy('l.id', 'desc')
    .select(
      'l.*',
      'a.name as lower',
      'a.kind as lower_kind',
      'a.code as lower_code',
      'b.name as upper',
      'b.kind as upper_kind',
      'b.code as upper_code',
      'b.is_final as upper_is_final'
    )
  if (filter.pathSet) query.where('l.path_set', filter.pathSet)
  if (filter.level) query.where('l.level', filter.level)
  if (filter.status) query.where('l.status', filter.status)
  else query.whereIn('l.status', ['proposed', 'confirmed'])
  if (filter.lower) query.where('a.name', 'like', containing(filter.lower))
  if (filter.upper) query.where('b.name', 'like', containing(filter.upper))
  if (filter.lowerKind) query.where('a.kind', filter.lowerKind)
  return query
}

/** What others proposed and a body has to answer (HU-27). */
export const linksToAnswer = (organizationId: number) =>
  linksQuery({ status: 'proposed' }).where((mine) =>
    mine
      .where((asked) => asked.where('l.lower_id', organizationId).where('l.proposed_by', 'upper'))
      .orWhere((asked) => asked.where('l.upper_id', organizationId).where('l.proposed_by', 'lower'))
  )

export async function listLinks(
  filter: LinkFilter,
  page: Page,
  narrow?: (query: ReturnType<typeof linksQuery>) => void
) {
  const query = linksQuery(filter)
  narrow?.(query)
  const found = await paged<Record<string, any>>(query as never, page)
  return { meta: found.meta, data: found.data.map(linkRow) }
}

/** The first hundred of them, however the page turns its list of links. */
export async function waitingLinks(organizationId: number) {
  const page = { page: 1, pageSize: 100, sort: null }
  const found = await paged<Record<string, any>>(linksToAnswer(organizationId) as never, page)
  return { meta: found.meta, data: found.data.map(linkRow) }
}

export const linkRow = (row: Record<string, any>): LinkRow => ({
  id: row.id,
  pathSet: row.path_set,
  level: row.level,
  lowerId: row.lower_id,
  lower: row.lower,
  lowerKind: row.lower_kind,
  upperId: row.upper_id,
  upper: row.upper,
  upperKind: row.upper_kind,
  upperIsFinal: Boolean(row.upper_is_final),
  status: row.status,
  proposedBy: row.proposed_by,
  reason: row.reason,
})
