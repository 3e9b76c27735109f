import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { windowOf } from '#batches/actions/open_batch'
import type Batch from '#batches/models/batch'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

/** Moves a window: longer or shorter, but never so that it begins after somebody has applied in it. */
export async function changeBatch(
  ctx: ActorContext,
  batch: Batch,
  input: { name: string; opensOn: string; closesOn: string }
) {
  const { opensAt, closesAt } = windowOf(input)
  const first = await db
    .from('applications')
    .where('batch_id', batch.id)
    .orderBy('created_at')
    .select('created_at')
    .first()
  if (first && opensAt.toJSDate() > first.created_at)
    throw new Refusal('window', '请更正申报时间', [
      { field: 'opensOn', message: '已有人申报，开始日期不能推后' },
    ])
  await db.transaction(async (trx) => {
    await batch
      .useTransaction(trx)
      .merge({ name: input.name, opensAt: opensAt.toUTC(), closesAt: closesAt.toUTC() })
      .save()
    await audit(ctx, { action: 'batch.changed', objectType: 'batch', objectId: batch.id }, trx)
  })
}

/** Closes a window before its time, or opens it again. */
export async function toggleBatch(ctx: ActorContext, batch: Batch) {
  const status = batch.status === 'open' ? 'closed' : 'open'
  await db.transaction(async (trx) => {
    await batch.useTransaction(trx).merge({ status }).save()
    await audit(ctx, { action: `batch.${status}`, objectType: 'batch', objectId: batch.id }, trx)
  })
  return status
}
