import { Queue, type ConnectionOptions } from 'bullmq'
import { redisOptions } from '#config/redis'
import type { TenantInfo } from '#tenancy/context'

export const QUEUE = 'jobs'

/** What travels: the province and the row's id, never the work's data. */
export interface Ticket {
  tenant: string
  jobId: number
}

export const queueConnection = (patient: boolean): ConnectionOptions => ({
  ...redisOptions,
  // a worker waits for Redis to come back; who hands over finds out at once that it is away
  maxRetriesPerRequest: patient ? null : 1,
  enableOfflineQueue: patient,
  retryStrategy: (times: number) => Math.min(times * 100, 2_000),
})

export const openQueue = () =>
  new Queue<Ticket>(QUEUE, {
    connection: queueConnection(false),
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
  })

/** Hands a job over; handing over what still waits there changes nothing. */
export const handOver = (queue: Queue<Ticket>, tenant: TenantInfo, jobId: number) =>
  queue.add('run', { tenant: tenant.slug, jobId }, { jobId: `${tenant.slug}-${jobId}` })
