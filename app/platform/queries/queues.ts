import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { openQueue } from '#jobs/queue'
import { runInTenant } from '#tenancy/context'
import Tenant from '#tenancy/models/tenant'

export interface DeadLetter {
  slug: string
  province: string
  id: number
  kind: string
  label: string
  error: string | null
  attempts: number
  at: string
}

/** How full the queue is in Redis; null where Redis does not answer. */
export async function queueCounts() {
  const queue = openQueue()
  try {
    queue.on('error', () => undefined)
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed')
    return {
      waiting: counts.waiting ?? 0,
      active: counts.active ?? 0,
      delayed: counts.delayed ?? 0,
    }
  } catch {
    return null
  } finally {
    await queue.close().catch(() => undefined)
  }
}

const AT_MOST = 100

/** Jobs of all provinces that were given up, the newest first, without what they are about. */
export async function deadLetters(): Promise<DeadLetter[]> {
  const tenants = await Tenant.query().orderBy('id')
  const lists = await Promise.all(
    tenants.map((tenant) =>
      runInTenant(tenant.info(), async () => {
        const rows = await db
          .from('jobs')
          .where('status', 'failed')
          .orderBy('id', 'desc')
          .limit(AT_MOST)
        return rows.map((row) => ({
          slug: tenant.slug,
          province: tenant.name,
          id: Number(row.id),
          kind: row.kind as string,
          label: row.label as string,
          error: row.error as string | null,
          attempts: row.attempts as number,
          at: DateTime.fromJSDate(row.finished_at)
            .setZone('Asia/Shanghai')
            .toFormat('yyyy-MM-dd HH:mm'),
        }))
      }).catch(() => [])
    )
  )
  return lists
    .flat()
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, AT_MOST)
}

/** Every given-up job of a province begins once more; answers how many. */
export const repeatAll = (tenant: Tenant) =>
  runInTenant(tenant.info(), async () =>
    Number(
      await db
        .from('jobs')
        .where('status', 'failed')
        .update({ status: 'queued', failures: 0, run_after: null, error: null, finished_at: null })
    )
  )
