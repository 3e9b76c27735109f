import Organization from '#organizations/models/organization'
import type { Actor } from '#web/actor'
import { NotFound } from '#web/refusal'

/** A body the actor administers: his own and those below it; who belongs to none administers all. */
export async function administered(actor: Actor, id: number): Promise<Organization> {
  const body = await Organization.find(id)
  if (!body || !isBelow(actor, body)) throw new NotFound()
  return body
}

/** A body strictly below the actor's own: his own is not his to change. */
export async function subordinate(actor: Actor, id: number): Promise<Organization> {
  const body = await administered(actor, id)
  if (body.id === actor.organizationId) throw new NotFound()
  return body
}

const isBelow = ({ organizationId }: Actor, { tree }: Organization) =>
  organizationId === null || tree.includes(`/${organizationId}/`)
