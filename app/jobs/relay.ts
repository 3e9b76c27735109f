import type { Queue } from 'bullmq'
import db from '@adonisjs/lucid/services/db'
import { LOST_AFTER_SECONDS } from '#jobs/run_job'
import { handOver, type Ticket } from '#jobs/queue'
import { runInTenant, type TenantInfo } from '#tenancy/context'

const AT_ONCE = 500

/**
 * Moves the outbox of a province into the queue. The table is the truth: what was handed over and shows no life is
 * handed over again, so Redis may forget everything. Two relays at once do no harm. Answers how many it handed over.
 */
export const relay = (queue: Queue<Ticket>, tenant: TenantInfo): Promise<number> =>
  runInTenant(tenant, async () => {
    await db.rawQuery(
      `update jobs set status = 'queued' where status in ('sent', 'running')
        and coalesce(greatest(heartbeat_at, sent_at), heartbeat_at, sent_at) < utc_timestamp(3) - interval ? second`,
      [LOST_AFTER_SECONDS]
    )
    const waiting = await db
      .from('jobs')
      .where('status', 'queued')
      .where((query) => query.whereNull('run_after').orWhereRaw('run_after <= utc_timestamp(3)'))
      .orderBy('id')
      .limit(AT_ONCE)
      .select('id')
    for (const { id } of waiting) {
      await handOver(queue, tenant, Number(id))
      await db.rawQuery(
        "update jobs set status = 'sent', sent_at = utc_timestamp(3) where id = ? and status = 'queued'",
        [id]
      )
    }
    return waiting.length
  })
