import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ActorContext } from '#web/actor'

export interface NewJob {
  kind: string
  /** the same key gives the same job, so that asking twice does the work once; a job that failed frees its key */
  key: string
  /** shown to people, e.g. `批量生成证书（200 份）` */
  label: string
  /** ids only: no names, no secrets */
  payload: object
  /** pieces of work, for the progress */
  total?: number
}

/**
 * Puts slow work into the outbox, in the caller's transaction where there is one: the job exists exactly if the change
 * that wants it does. The worker's relay hands it to the queue. Answers the job's id.
 */
export async function enqueue(
  ctx: Pick<ActorContext, 'actor'>,
  job: NewJob,
  trx?: TransactionClientContract
): Promise<number> {
  const client = trx ?? db
  if (ctx.actor.accountId !== null) await freeKey(client, job.key)
  await enqueueMany(ctx, [job], client)
  const { id } = await client.from('jobs').where('key', job.key).select('id').firstOrFail()
  return Number(id)
}

/**
 * A person who asks again for what was refused or given up gets a new job; the old one stays in the list under a name of
 * its own. What runs by the clock waits for its next period instead.
 */
const freeKey = (client: Pick<TransactionClientContract, 'from' | 'raw'>, key: string) =>
  client
    .from('jobs')
    .where({ key, status: 'failed' })
    .update({ key: client.raw("concat(left(`key`, 100), '#', id)") })

/** Many pieces of slow work at once, for whoever does not need their ids. */
export async function enqueueMany(
  ctx: Pick<ActorContext, 'actor'>,
  jobs: readonly NewJob[],
  client: Pick<TransactionClientContract, 'insertQuery'>
) {
  if (jobs.length === 0) return
  await client
    .insertQuery()
    .table('jobs')
    .knexQuery.insert(
      jobs.map(({ kind, payload, key, label, total }) => ({
        kind,
        payload: JSON.stringify(payload),
        key,
        label,
        total: total ?? 1,
        account_id: ctx.actor.accountId,
        // the queue lives by the server's clock, whatever day the act is of
        created_at: new Date(),
      }))
    )
    .onConflict('key')
    .ignore()
}
