import db from '@adonisjs/lucid/services/db'
import { fewCases, filterCases, type CaseFilters } from '#approvals/queries/case_filters'
import { followedBy, type Following } from '#approvals/scope'
import type { SearchRule } from '#province/ruleset'
import type { Actor } from '#web/actor'

export interface Asked {
  of: Following
  filters: CaseFilters
}

/** Few enough to be looked up one by one. */
const FEW = 2000

/**
 * The cases a body may follow, under its filters, without order. Begins with what is few, the body's cases or those a
 * filter names; where both are many, cases are leafed through in the order of the list and asked one by one.
 */
export async function followedCases(actor: Actor, { of, filters }: Asked, searches: SearchRule[]) {
  const few = (await fewOfBody(actor, of)) ?? (await fewCases(filters, searches))
  const query = few
    ? db.from('applications as a').whereIn('a.id', few)
    : db.from(db.raw(`applications as a force index (${indexFor(filters)})`) as never)
  followedBy(actor, of, query)
  // wrapped, since a query that is returned from a promise is run
  return { query: filterCases(query, filters, searches) }
}

/** Left to itself the database would sort all it finds; each of these has its cases in the order of the list. */
const indexFor = ({ holder, stage, specialty, title }: CaseFilters) =>
  holder
    ? 'applications_holder'
    : stage
      ? 'applications_stage_id_index'
      : specialty
        ? 'applications_specialty_code_id_index'
        : title
          ? 'applications_title_code_id_index'
          : 'primary'

/** All cases of a body when they are few; null when it has more, and for who belongs to no body. */
async function fewOfBody(actor: Actor, of: Following): Promise<number[] | null> {
  if (actor.organizationId === null) return null
  const bodies = of === 'below' ? await bodiesBelow(actor.organizationId) : []
  if (bodies.length > FEW) return null
  const found =
    of === 'below'
      ? db.from('applications').whereIn('organization_id', bodies).select('id')
      : db
          .from('work_items')
          .where('organization_id', actor.organizationId)
          .distinct('application_id as id')
  const ids = (await found.limit(FEW + 1)).map(({ id }) => Number(id))
  return ids.length > FEW ? null : ids
}

async function bodiesBelow(organizationId: number): Promise<number[]> {
  const own = await db.from('organizations').where('id', organizationId).firstOrFail()
  const bodies = await db
    .from('organizations')
    .where('tree', 'like', `${own.tree}%`)
    .limit(FEW + 1)
    .select('id')
  return bodies.map(({ id }) => Number(id))
}
