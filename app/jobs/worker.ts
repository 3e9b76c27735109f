import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'bullmq'
import logger from '@adonisjs/core/services/logger'
import redis from '@adonisjs/redis/services/main'
import { choresDone, doChores } from '#jobs/chores'
import { openQueue, queueConnection, QUEUE, type Ticket } from '#jobs/queue'
import { enqueueScheduled } from '#jobs/schedule'
import { relay } from '#jobs/relay'
import { LOST_AFTER_SECONDS, runJob } from '#jobs/run_job'
import { runInTenant } from '#tenancy/context'
import { activeTenants, tenantBySlug } from '#tenancy/resolver'

const LIFE_SECONDS = 10
const LIFE_KEY = 'workers:'

/** Workers that showed life in the last seconds. */
export const countWorkers = async () => (await redis.keys(`${LIFE_KEY}*`)).length

export interface RunningWorker {
  /** Waits for what runs, then ends. */
  stop(): Promise<void>
}

/** Takes jobs of all provinces from the queue and keeps the outboxes moving. */
export function startWorker(options: { concurrency: number; pauseMs: number }): RunningWorker {
  const queue = openQueue()
  const worker = new Worker<Ticket>(
    QUEUE,
    async ({ data }) => {
      const tenant = await tenantBySlug(data.tenant)
      // a suspended province keeps its jobs for later
      if (tenant) await runInTenant(tenant, () => runJob(data.jobId))
    },
    {
      connection: queueConnection(true),
      concurrency: options.concurrency,
      maxStalledCount: 10,
      // what a killed worker held can be handed over again as soon as it counts as lost
      lockDuration: LOST_AFTER_SECONDS * 1000,
      stalledInterval: 5_000,
    }
  )
  const quiet = (error: unknown) => logger.warn({ err: error }, 'queue unreachable')
  queue.on('error', quiet)
  worker.on('error', quiet)
  const ending = new AbortController()
  const relaying = keepRelaying(queue, options.pauseMs, ending.signal)
  return {
    async stop() {
      ending.abort()
      await relaying
      await choresDone()
      await worker.close()
      await queue.close()
      await redis.del(lifeKey()).catch(() => undefined)
    },
  }
}

const lifeKey = () => `${LIFE_KEY}${hostname()}:${process.pid}`

async function keepRelaying(
  queue: ReturnType<typeof openQueue>,
  pauseMs: number,
  signal: AbortSignal
) {
  while (!signal.aborted) {
    try {
      await redis.set(lifeKey(), '1', 'EX', LIFE_SECONDS)
      doChores()
      for (const tenant of await activeTenants()) {
        await enqueueScheduled(tenant, new Date())
        await relay(queue, tenant)
      }
    } catch (error) {
      logger.warn({ err: error }, 'relay interrupted')
    }
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined)
  }
}
