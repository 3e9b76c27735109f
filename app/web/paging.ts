import type { HttpContext } from '@adonisjs/core/http'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import db from '@adonisjs/lucid/services/db'

export interface Page {
  page: number
  pageSize: number
  sort: { column: string; direction: 'asc' | 'desc' } | null
}

export interface Paged<Row> {
  data: Row[]
  /** `isMore`: there are more than `total`, which were not counted */
  meta: { total: number; page: number; perPage: number; isMore?: boolean }
}

const SIZES = [10, 20, 50, 100]

/** `?page&pageSize&sort=-column`; columns that are not in `sortable` are ignored. */
export function pageOf(request: HttpContext['request'], sortable: string[] = []): Page {
  const page = Math.max(1, Math.min(100_000, Number.parseInt(request.input('page', '1')) || 1))
  const asked = Number.parseInt(request.input('pageSize', '20'))
  const sort = String(request.input('sort', ''))
  const column = sort.replace(/^-/, '')
  return {
    page,
    pageSize: SIZES.includes(asked) ? asked : 20,
    sort: sortable.includes(column)
      ? { column, direction: sort.startsWith('-') ? 'desc' : 'asc' }
      : null,
  }
}

/** An id of the query string; 0, which no row has, for anything else. */
export function idOf(request: HttpContext['request'], name: string): number {
  const id = Number(request.input(name, 0))
  return Number.isSafeInteger(id) && id > 0 ? id : 0
}

/** Trimmed filters of the query string by name; empty ones are left out. */
export function filtersOf<Name extends string>(
  request: HttpContext['request'],
  names: readonly Name[]
): Partial<Record<Name, string>> {
  const filters: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = String(request.input(name, '') ?? '')
      .trim()
      .slice(0, 200)
    if (value) filters[name] = value
  }
  return filters
}

/** Beyond so many a number on a card or a tab says “以上”. */
export const COUNTED = 1000
/** Beyond so many rows after the page a list says it too. */
const COUNTED_ON = 10_000

/** For a list whose page acts on all that is found. */
export const EXACT = 100_000_000

/** How many rows a query has, up to the bound. */
export async function countUpTo(query: DatabaseQueryBuilderContract<any>, most = COUNTED) {
  const within = query.clone().clearSelect().clearOrder().select(db.raw('1')).limit(most)
  // of the database the query itself is of: the operators' lists have no province
  const [{ total }] = await query.client.from(within.as('found')).count('* as total')
  return Number(total)
}

/**
 * Rows of one page; the query brings its own order with a unique tie-break. Counts no farther than `most` beyond the
 * page, so that a page costs the same however long the list is.
 */
export async function paged<Row>(
  query: DatabaseQueryBuilderContract<Row>,
  page: Page,
  most = COUNTED_ON
): Promise<Paged<Row>> {
  const bound = (page.page - 1) * page.pageSize + most
  const [total, data] = await Promise.all([
    countUpTo(query, bound + 1),
    query.forPage(page.page, page.pageSize),
  ])
  return {
    data,
    meta: {
      total: Math.min(total, bound),
      page: page.page,
      perPage: page.pageSize,
      ...(total > bound && { isMore: true }),
    },
  }
}
