import db from '@adonisjs/lucid/services/db'
import { fewCases, filterCases, type CaseFilters } from '#approvals/queries/case_filters'
import { caseRows, type CaseRow } from '#approvals/queries/case_rows'
import type { SearchRule } from '#province/ruleset'
import { shanghai } from '#web/day'
import type { Actor } from '#web/actor'
import { COUNTED, countUpTo, paged, type Page, type Paged } from '#web/paging'

export const WORK_TABS = ['open', 'held', 'back', 'done'] as const
export type WorkTab = (typeof WORK_TABS)[number]

/** `review` are all steps of the way but the committee's own check of the material (HB-12). */
export type Desk = 'review' | 'qualify'

export interface WorkRow extends CaseRow {
  item: number
  task: string
  since: string
  decision: string | null
  /** the upper body's opinion on a case it sent back (HU-54) */
  sentBack: string | null
}

export interface WorkQuery {
  desk?: Desk
  tab: WorkTab
  filters: CaseFilters
  searches: SearchRule[]
}

/** A desk up to this size is counted under its filters too; of a larger one only the next page is looked for. */
const SMALL_DESK = 3000

interface Item {
  id: number
  application_id: number
  task: string
  created_at: Date
  decision: string | null
  cause: string | null
}

/**
 * The work of a body: 未审核, 审核待定, 上级退回, 已审核 (HB-10, HB-19, HU-54). One range of the index on (organization,
 * role, desk, status, id), or the few cases a filter names; what is shown of a row is joined for the rows of the page only.
 */
export async function listWork(
  actor: Actor,
  asked: WorkQuery,
  page: Page
): Promise<Paged<WorkRow>> {
  const isFiltered = Object.keys(asked.filters).length > 0
  const few = isFiltered ? await fewCases(asked.filters, asked.searches) : null
  const items = workItems(actor, asked, few)
    .select('w.id', 'w.application_id', 'w.task', 'w.created_at', 'w.decision', 'w.cause')
    .orderBy('w.id', asked.tab === 'done' ? 'desc' : 'asc')
  const bound = isFiltered && !few && (await isLarge(actor, asked)) ? page.pageSize : COUNTED
  const found = await paged<Item>(items as never, page, bound)
  return { meta: found.meta, data: await rowsOf(found.data) }
}

async function isLarge(actor: Actor, asked: WorkQuery) {
  const desk = workItems(actor, { ...asked, filters: {} })
    .select('w.id')
    .limit(SMALL_DESK + 1)
  const [{ total }] = await db.from(desk.as('found')).count('* as total')
  return Number(total) > SMALL_DESK
}

/** The items of a desk under its filters, without order; also what an export goes through. */
export function workItems(
  actor: Actor,
  { desk, tab, filters, searches }: WorkQuery,
  few: number[] | null = null
) {
  const index = tab === 'back' ? 'work_items_sent_back' : 'work_items_desk'
  const items = db
    // left to itself the database reads all work in the order of its ids, in the hope of an early end
    .from(few ? 'work_items as w' : (db.raw(`work_items as w force index (${index})`) as never))
    .where('w.organization_id', actor.organizationId ?? 0)
    .where('w.status', tab === 'back' ? 'open' : tab)
  if (actor.roles.length === 1) items.where('w.role', actor.roles[0])
  else items.whereIn('w.role', actor.roles)
  if (desk) items.where('w.desk', desk)
  if (tab === 'done') items.whereNotNull('w.decision').whereNot('w.decision', 'rollback')
  if (tab === 'back') items.where('w.cause', 'return')
  if (few) items.whereIn('w.application_id', few)
  if (Object.keys(filters).length > 0) {
    // the desk is leafed through in its order; the other way round all cases of a level would be sorted first
    if (few) items.join('applications as a', 'a.id', 'w.application_id')
    else items.joinRaw('straight_join applications as a on a.id = w.application_id')
    filterCases(items, filters, searches)
  }
  return items
}

async function rowsOf(items: Item[]): Promise<WorkRow[]> {
  const cases = await caseRows(items.map(({ application_id: id }) => id))
  const opinions = await returnOpinions(items.filter(({ cause }) => cause === 'return'))
  return items.flatMap((item) => {
    const row = cases.get(item.application_id)
    if (!row) return []
    return {
      ...row,
      item: item.id,
      task: item.task,
      since: shanghai(item.created_at),
      decision: item.decision,
      sentBack: opinions.get(item.id) ?? null,
    }
  })
}

async function returnOpinions(items: Item[]): Promise<Map<number, string>> {
  if (items.length === 0) return new Map()
  const rows = await db
    .from('work_items as w')
    .whereIn(
      'w.id',
      items.map(({ id }) => id)
    )
    .join('application_events as e', (on) =>
      on.on('e.application_id', 'w.application_id').andOn('e.at', 'w.created_at')
    )
    .where('e.type', 'return')
    .select('w.id', 'e.payload')
  return new Map(
    rows.map(({ id, payload }) => [
      id,
      (typeof payload === 'string' ? JSON.parse(payload) : payload).opinion,
    ])
  )
}

/** How many cases a tab of a desk holds, up to the bound. */
export const countTab = (actor: Actor, tab: WorkTab, desk?: Desk) =>
  countUpTo(workItems(actor, { desk, tab, filters: {}, searches: [] }))

/** How many cases wait on a desk, up to the bound; what came back is counted where cases go back level by level. */
export async function countWork(
  actor: Actor,
  desk?: Desk,
  withBack = false
): Promise<Record<'open' | 'held' | 'back', number>> {
  const [open, held, back] = await Promise.all([
    countTab(actor, 'open', desk),
    countTab(actor, 'held', desk),
    withBack ? countTab(actor, 'back', desk) : 0,
  ])
  return { open, held, back }
}
