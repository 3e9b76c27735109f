import Batch from '#batches/models/batch'
import { currentRuleset } from '#batches/queries/rulesets'
import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { DateTime } from 'luxon'

export interface OpenBatchInput {
  year: number
  name: string
  /** days in China, both included */
  opensOn: string
  closesOn: string
  /** only for applications to this committee (HU-23); otherwise for all */
  committeeId?: number | null
}

/** Both days whole, as China counts them. */
export function windowOf({ opensOn, closesOn }: { opensOn: string; closesOn: string }) {
  const zone = { zone: 'Asia/Shanghai' }
  const opensAt = DateTime.fromISO(opensOn, zone).startOf('day')
  const closesAt = DateTime.fromISO(closesOn, zone).endOf('day').startOf('second')
  if (!(closesAt > opensAt))
    throw new Refusal('window', '请更正申报时间', [
      { field: 'closesOn', message: '截止日期应不早于开始日期' },
    ])
  return { opensAt, closesAt }
}

/** Opens a yearly window; the newest published rules hold for it to the end (design P3, HU-23). */
export default async function openBatch(ctx: ActorContext, input: OpenBatchInput): Promise<Batch> {
  const { opensAt, closesAt } = windowOf(input)
  const { id } = await currentRuleset()
  return db.transaction(async (trx) => {
    const batch = await Batch.create(
      {
        year: input.year,
        name: input.name,
        rulesetId: id,
        committeeId: input.committeeId ?? null,
        opensAt: opensAt.toUTC(),
        closesAt: closesAt.toUTC(),
        status: 'open',
      },
      { client: trx }
    )
    await audit(ctx, { action: 'batch.opened', objectType: 'batch', objectId: batch.id }, trx)
    return batch
  })
}
