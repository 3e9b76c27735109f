import db from '@adonisjs/lucid/services/db'
import type Application from '#applications/models/application'
import apply from '#lifecycle/apply'
import type { Actor, ActorContext } from '#web/actor'
import { Forbidden } from '#web/refusal'

/** The body that asked for the correction may give more time for it. */
export async function mayExtend(actor: Actor, application: Application): Promise<boolean> {
  if (application.stage !== 'returned' || !actor.organizationId) return false
  const asked = await db
    .from('application_events')
    .where({ application_id: application.id, type: 'return' })
    .whereNull('undone_by')
    .orderBy('sequence', 'desc')
    .select('organization_id')
    .first()
  return asked !== null && Number(asked.organization_id) === actor.organizationId
}

export default async function extendCorrection(
  ctx: ActorContext,
  application: Application,
  input: { dueOn: string; reason: string; version: number }
): Promise<Application> {
  if (!(await mayExtend(ctx.actor, application)))
    throw new Forbidden('只有提出退回的机构可以延长补正期限。')
  return apply(ctx, {
    applicationId: application.id,
    expectedVersion: input.version,
    command: { type: 'extend', dueOn: input.dueOn, reason: input.reason },
  })
}
