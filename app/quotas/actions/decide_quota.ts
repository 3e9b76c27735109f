import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/** The superior approves or refuses what a unit applied for (HU-25). */
export default async function decideQuota(
  ctx: ActorContext,
  id: number,
  input: { decision: 'approved' | 'refused'; opinion?: string; version: number }
) {
  await db.transaction(async (trx) => {
    const quota = await trx
      .from('post_quotas')
      .where({ id, reviewer_id: ctx.actor.organizationId ?? 0 })
      .forUpdate()
      .first()
    if (!quota) throw new NotFound()
    if (quota.version !== input.version) throw new StaleRefusal()
    if (quota.status !== 'submitted') throw new Refusal('decided', '该职数申报已经审核。')
    await trx
      .from('post_quotas')
      .where('id', id)
      .update({
        status: input.decision,
        opinion: input.opinion ?? null,
        decided_by: ctx.actor.name,
        decided_at: stamp(ctx),
        version: quota.version + 1,
      })
    await audit(
      ctx,
      { action: `quota.${input.decision}`, objectType: 'post_quota', objectId: id },
      trx
    )
  })
}
