import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import type { Actor } from '#web/actor'
import { NotFound } from '#web/refusal'

/** A case that is or was on the way through the actor's body, or is its committee's: he may read the whole file. */
export async function readableCase(actor: Actor, id: number): Promise<Application> {
  const application = await Application.find(id)
  if (!application || !mayRead(actor, application)) throw new NotFound()
  return application
}

export function mayRead(actor: Actor, application: Application): boolean {
  if (application.stage === 'draft') return false
  if (application.organizationId === actor.organizationId) return true
  if (application.route.some(({ organizationId }) => organizationId === actor.organizationId))
    return true
  return actor.committeeId !== null && actor.committeeId === application.committeeId
}

type Query = ReturnType<typeof db.from>

/** `below`: cases of one's own unit and of those below it; `passed`: cases that came to one's desk. */
export type Following = 'below' | 'passed'

/**
 * Narrows a query over `applications as a` to what a body may follow; who belongs to no body follows all. Asked of one
 * case at a time: the other way round all cases of the bodies below would be gathered for a page of twenty.
 */
export function followedBy(actor: Actor, of: Following, query: Query): Query {
  query.whereNot('a.stage', 'draft')
  if (actor.organizationId === null) return query
  return of === 'passed'
    ? query.whereRaw(
        '(select w.id from work_items w where w.application_id = a.id and w.organization_id = ? limit 1) is not null',
        [actor.organizationId]
      )
    : query.whereRaw(
        `(select u.id from organizations u join organizations own on own.id = ?
           where u.id = a.organization_id and u.tree like concat(own.tree, '%') limit 1) is not null`,
        [actor.organizationId]
      )
}

/** A case one may follow: what happened to it, not the file. */
export async function followedCase(actor: Actor, id: number): Promise<Application> {
  for (const way of ['below', 'passed'] as const) {
    const found = await followedBy(actor, way, db.from('applications as a').where('a.id', id))
      .select('a.id')
      .first()
    if (found) return Application.findOrFail(id)
  }
  throw new NotFound()
}
