import db from '@adonisjs/lucid/services/db'
import { today, type Actor, type ActorContext } from '#web/actor'
import { paged, type Page, type Paged } from '#web/paging'

export interface PublicityRow {
  id: number
  title: string
  startsOn: string
  endsOn: string
  people: number
  leads: number
  /** open | due | closed */
  status: string
}

function ownPublicities(actor: Actor) {
  const query = db.from('publicities').where('organization_id', actor.organizationId ?? 0)
  return actor.committeeId === null
    ? query
    : query.whereIn(
        'meeting_id',
        db.from('meetings').where('committee_id', actor.committeeId).select('id')
      )
}

/** Those whose period is over and whose people are still in it. */
export const duePublicities = (actor: Actor, day: string) =>
  ownPublicities(actor).where('status', 'open').where('ends_on', '<', day)

/** The publicities of the actor's body, with who is still in them. */
export async function listPublicities(
  ctx: ActorContext,
  filters: { status?: string },
  page: Page
): Promise<Paged<PublicityRow>> {
  const day = today(ctx)
  const query =
    filters.status === 'due' ? duePublicities(ctx.actor, day) : ownPublicities(ctx.actor)
  query.orderBy('id', 'desc')
  if (filters.status === 'closed') query.where('status', 'closed')
  if (filters.status === 'open') query.where('status', 'open').where('ends_on', '>=', day)
  const found = await paged<Record<string, any>>(query as never, page)
  const ids = found.data.map(({ id }) => id as number)
  const [people, leads] = await Promise.all([
    countBy(db.from('applications').where('stage', 'in_publicity'), ids),
    countBy(db.from('objections').where('source', 'public'), ids),
  ])
  return {
    meta: found.meta,
    data: found.data.map((row) => ({
      id: row.id,
      title: row.title,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      people: people.get(row.id) ?? 0,
      leads: leads.get(row.id) ?? 0,
      status: row.status === 'closed' ? 'closed' : day > row.ends_on ? 'due' : 'open',
    })),
  }
}

async function countBy(query: ReturnType<typeof db.from>, ids: number[]) {
  if (ids.length === 0) return new Map<number, number>()
  const rows = await query
    .whereIn('publicity_id', ids)
    .groupBy('publicity_id')
    .select('publicity_id')
    .count('* as count')
  return new Map(rows.map((row) => [row.publicity_id as number, Number(row.count)]))
}
