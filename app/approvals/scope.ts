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

/** Narrows a query over `applications as a` to what a body may follow; who belongs to no body follows all. */
export function followedBy(actor: Actor, of: Following, query: Query): Query {
  query.whereNot('a.stage', 'draft')
  if (actor.organizationId === null) return query
  return of === 'passed'
    ? query.whereIn(
        'a.id',
        db
          .from('work_items')
          .where('organization_id', actor.organizationId)
          .select('application_id')
      )
    : query.whereIn(
        'a.organization_id',
        db
          .from('organizations')
          .whereRaw(
            "tree like concat((select own.tree from organizations own where own.id = ?), '%')",
            [actor.organizationId]
          )
          .select('id')
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
