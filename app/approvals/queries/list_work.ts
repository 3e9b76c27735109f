import db from '@adonisjs/lucid/services/db'
import { filterCases, type CaseFilters } from '#approvals/queries/case_filters'
import { caseRows, type CaseRow } from '#approvals/queries/case_rows'
import type { SearchRule } from '#province/ruleset'
import { shanghai } from '#web/day'
import type { Actor } from '#web/actor'
import { pagedUpTo, type Page, type Paged } from '#web/paging'

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

/** Beyond so many a list says “以上”: counting a desk of a million takes longer than reading a page of it. */
const COUNTED = 1000

/**
 * The work of a body: 未审核, 审核待定, 上级退回, 已审核 (HB-10, HB-19, HU-54). Found through the index on (organization,
 * role, status, id); what is shown of a row is joined for the rows of the page only.
 */
export async function listWork(
  actor: Actor,
  asked: WorkQuery,
  page: Page
): Promise<Paged<WorkRow>> {
  const found = await pagedUpTo<Item>(
    workItems(actor, asked)
      .select('w.id', 'w.application_id', 'w.task', 'w.created_at', 'w.decision')
      .orderBy('w.id', asked.tab === 'done' ? 'desc' : 'asc') as never,
    page,
    COUNTED
  )
  return { meta: found.meta, data: await rowsOf(found.data) }
}

interface Item {
  id: number
  application_id: number
  task: string
  created_at: Date
  decision: string | null
}

/** The items of a desk under its filters, without order; also what an export and a bulk act go through. */
export function workItems(actor: Actor, { desk, tab, filters, searches }: WorkQuery) {
  const items = db
    .from('work_items as w')
    .where('w.organization_id', actor.organizationId ?? 0)
    .whereIn('w.role', actor.roles)
    .where('w.status', tab === 'back' ? 'open' : tab)
  if (tab === 'done') items.whereNotNull('w.decision').whereNot('w.decision', 'rollback')
  if (tab === 'back') items.whereExists(returnBefore())
  if (desk === 'qualify') items.where('w.task', 'qualify')
  if (desk === 'review') items.whereNot('w.task', 'qualify')
  if (Object.keys(filters).length > 0) {
    items.join('applications as a', 'a.id', 'w.application_id')
    filterCases(items, filters, searches)
  }
  return items
}

/** The act of the upper body that made this item. */
const returnBefore = () =>
  db
    .from('work_items as r')
    .whereColumn('r.application_id', 'w.application_id')
    .whereColumn('r.done_at', 'w.created_at')
    .where('r.status', 'done')
    .where('r.decision', 'return')

async function rowsOf(items: Item[]): Promise<WorkRow[]> {
  const cases = await caseRows(items.map(({ application_id: id }) => id))
  const opinions = await returnOpinions(items)
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

/** How many cases wait on a desk, up to the bound. */
export async function countWork(
  actor: Actor,
  desk?: Desk
): Promise<Record<'open' | 'held' | 'back', number>> {
  const count = async (tab: WorkTab) => {
    const within = workItems(actor, { desk, tab, filters: {}, searches: [] })
      .select('w.id')
      .limit(COUNTED)
    const [{ total }] = await db.from(within.as('found')).count('* as total')
    return Number(total)
  }
  const [open, held, back] = await Promise.all([count('open'), count('held'), count('back')])
  return { open, held, back }
}
