import { scheduledJobs } from '#jobs/define_job'
import { enqueue } from '#jobs/enqueue'
import { runInTenant, type TenantInfo } from '#tenancy/context'
import { systemContext } from '#web/actor'

/** periods already put into the outbox by this process; others' come to the same key */
const known = new Map<string, number>()

/** Puts what is due by the clock into a province's outbox: one job per period, whoever asks and however often. */
export async function enqueueScheduled(tenant: TenantInfo, at: Date) {
  for (const { kind, label = kind, everyMinutes = 0 } of scheduledJobs()) {
    const period = Math.floor(at.getTime() / (everyMinutes * 60_000))
    const name = `${tenant.slug}:${kind}`
    if (known.get(name) === period) continue
    await runInTenant(tenant, () =>
      enqueue(systemContext(), { kind, key: `${kind}:${period}`, label, payload: {} })
    )
    known.set(name, period)
  }
}
