import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { currentRuleset } from '#batches/queries/rulesets'
import { recordExpertEvent } from '#committees/actions/expert_events'
import { creditOf } from '#committees/queries/credits'
import { today, type ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'
import { DateTime } from 'luxon'

/** Enters a violation into the credit store: for the period the rules set he is neither drawn nor seated (R40). */
export async function recordCredit(ctx: ActorContext, expertId: number, reason: string) {
  const { committees } = (await currentRuleset()).ruleset
  const start = today(ctx)
  await db.transaction(async (trx) => {
    await trx.from('experts').where('id', expertId).forUpdate().first()
    if (await creditOf(expertId, start, trx))
      throw new Refusal('credit', '该专家已有未到期的失信记录。')
    await trx.table('expert_credits').insert({
      expert_id: expertId,
      reason,
      starts_on: start,
      ends_on: DateTime.fromISO(start).plus({ years: committees.creditYears }).toISODate(),
      recorded_by: ctx.actor.name,
      created_at: stamp(ctx),
    })
    await recordExpertEvent(ctx, expertId, 'credit', reason, trx)
    await audit(ctx, { action: 'expert.credit', objectType: 'expert', objectId: expertId }, trx)
  })
}

/** Takes a violation back, with the reason. */
export async function releaseCredit(ctx: ActorContext, expertId: number, reason: string) {
  const standing = await creditOf(expertId, today(ctx))
  if (!standing) throw new NotFound('没有未到期的失信记录。')
  await db.transaction(async (trx) => {
    await trx
      .from('expert_credits')
      .where('id', standing.id)
      .update({ released_on: today(ctx), release_reason: reason })
    await recordExpertEvent(ctx, expertId, 'released', reason, trx)
    await audit(ctx, { action: 'expert.released', objectType: 'expert', objectId: expertId }, trx)
  })
}
