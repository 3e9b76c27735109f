import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import Organization from '#organizations/models/organization'
import type { Actor } from '#web/actor'
import { NotFound } from '#web/refusal'

/** A case that is or was on the way through the actor's body, or is its committee's: he may read the whole file. */
export async function readableCase(actor: Actor, id: number): Promise<Application> {
  const application = await Application.find(id)
  if (!application || application.stage === 'draft') throw new NotFound()
  if (application.organizationId === actor.organizationId) return application
  if (application.route.some(({ organizationId }) => organizationId === actor.organizationId))
    return application
  if (actor.committeeId !== null && actor.committeeId === application.committeeId)
    return application
  throw new NotFound()
}

type Query = ReturnType<typeof db.from>

/**
 * Narrows a query over `applications as a` to what a body may follow: cases of its own unit and of units below it in the
 * tree, and those that came to its desk by another way. Who belongs to no body, the administrator, follows all.
 */
export async function followedBy(actor: Actor, query: Query): Promise<Query> {
  query.whereNot('a.stage', 'draft')
  if (actor.organizationId === null) return query
  const own = await Organization.findOrFail(actor.organizationId)
  return query.where((either) => {
    either
      .whereIn(
        'a.organization_id',
        db.from('organizations').where('tree', 'like', `${own.tree}%`).select('id')
      )
      .orWhereIn(
        'a.id',
        db.from('work_items').where('organization_id', own.id).select('application_id')
      )
  })
}
