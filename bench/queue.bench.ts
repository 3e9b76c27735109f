import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import { nextCrowd } from '#bench/certificates/crowds'
import { usedBy } from '#bench/certificates/usage'
import { atMost, type Ratio } from '#bench/ratio'
import Application from '#applications/models/application'
import requestCertificates, { MOST_AT_ONCE } from '#certificates/actions/request_certificates'
import { crowdOfNumbered, generatorOf } from '#tests/helpers/numbered'
import { dropTestTenants, inProvince } from '#tests/helpers/tenants'

/** As many as time allows: the shape of the memory shows in fewer. */
const COUNT = Number(process.env.BENCH_CERTIFICATES ?? 100_000)
const CROWD = Math.min(COUNT, MOST_AT_ONCE)
const LOOK_MS = 250

/**
 * Many certificates through the queue and a worker of its own, as in production. In the first tenth the worker is killed
 * in the middle of a job: the next one goes on with it. From then on its memory is watched.
 */
export async function run(): Promise<Ratio[]> {
  await redis.connection('main').flushdb()
  let worker = startWorker()
  try {
    return await inProvince('hunan', async () => {
      const first = await crowdOfNumbered(CROWD)
      const ctx = await generatorOf(await Application.findOrFail(first[0]))
      const sizes: { made: number; size: number }[] = []
      let [seconds, spent, isKilled] = [0, 0, false]
      for (let made = 0, crowd = first; made < COUNT; crowd = await nextCrowd(first)) {
        const applicationIds = crowd.slice(0, COUNT - made)
        const { jobId } = await requestCertificates(ctx, { applicationIds })
        const [since, before] = [performance.now(), usedBy(worker.pid!)]
        const isFirst = made === 0
        await ended(jobId, async (done) => {
          if (!isFirst || isKilled || done < applicationIds.length / 2) return
          isKilled = worker.kill('SIGKILL')
          worker = startWorker()
        })
        made += applicationIds.length
        if (!isFirst) {
          seconds += (performance.now() - since) / 1000
          spent += usedBy(worker.pid!) - before
        }
        sizes.push({ made, size: memoryOf(worker.pid!) })
        console.log(`${made} made, worker at ${sizes.at(-1)!.size.toFixed(0)} MiB`)
      }
      await checkAll(COUNT)
      if (seconds > 0)
        console.log(
          `${((COUNT - CROWD) / seconds).toFixed(1)} /s by the clock, ${(spent / seconds).toFixed(1)} cores of worker and child`
        )
      const early = sizes.find(({ made }) => made >= COUNT / 10)!
      return [
        atMost(1.25, {
          name: `memory of the worker after ${COUNT.toLocaleString('en')} certificates, against after a tenth`,
          unit: 'MiB',
          ours: sizes.at(-1)!.size,
          theirs: early.size,
        }),
      ]
    })
  } finally {
    worker.kill('SIGTERM')
    await dropTestTenants()
  }
}

const startWorker = (): ChildProcess =>
  spawn(process.execPath, ['--import=@poppinss/ts-exec', 'bin/console.ts', 'jobs:work'], {
    cwd: app.makePath(),
    stdio: 'ignore',
  })

/** Waits for a job's end; its progress goes on and never back, but for a killed run that begins anew. */
async function ended(id: number, look: (done: number) => Promise<void>) {
  let [last, attempt] = [0, 0]
  for (;;) {
    const job = await db.from('jobs').where('id', id).firstOrFail()
    if (job.attempts === attempt && job.done < last) throw new Error('progress went back')
    if (job.status === 'failed' || job.failed > 0) throw new Error(`job failed: ${job.error}`)
    if (job.status === 'done') return
    last = job.done
    attempt = job.attempts
    await look(job.done)
    await sleep(LOOK_MS)
  }
}

/** Every one once: a row, a file and an event each. */
async function checkAll(count: number) {
  const [[found]] = await db.rawQuery(
    `select (select count(*) from certificates where status = 'issued') as certificates,
      (select count(*) from files where purpose = 'certificate') as files,
      (select count(*) from application_events where type = 'certify') as events,
      (select max(attempts) from jobs where kind = 'certificates.render') as attempts`
  )
  if ([found.certificates, found.files, found.events].some((each) => Number(each) !== count))
    throw new Error(`not each once: ${JSON.stringify(found)}`)
  if (Number(found.attempts) < 2) throw new Error('no job was resumed')
}

function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024
}
