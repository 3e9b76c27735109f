import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import { test } from '@japa/runner'
import Application from '#applications/models/application'
import requestCertificates from '#certificates/actions/request_certificates'
import { verifyPdf } from '#certificates/signing/verify_pdf'
import { brokenInvariants } from '#lifecycle/invariants'
import { storage } from '#tenancy/storage'
import { crowdOfNumbered, generatorOf } from '#tests/helpers/numbered'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

const PEOPLE = 200

/** A worker process of its own, as it runs in production. */
const startWorker = () =>
  spawn(
    process.execPath,
    ['--import=@poppinss/ts-exec', 'bin/console.ts', 'jobs:work', '--concurrency=2'],
    { cwd: app.makePath(), env: process.env, stdio: 'ignore' }
  )

const issued = () =>
  inProvince('hunan', async () => {
    const { n } = await db.from('certificates').where('status', 'issued').count('* as n').first()
    return Number(n)
  })

async function until(holds: () => Promise<boolean>) {
  while (!(await holds())) await sleep(200)
}

test.group('certificates under faults', (group) => {
  let worker: ChildProcess | null = null
  group.setup(async () => void (await tenantOf('hunan')))
  group.teardown(() => void worker?.kill('SIGKILL'))

  test('[HU-68] killed and robbed of Redis in the middle: each of 200 certificates exactly once', async ({
    assert,
  }) => {
    const { ids, jobId } = await inProvince('hunan', async () => {
      const crowd = await crowdOfNumbered(PEOPLE)
      const ctx = await generatorOf(await Application.findOrFail(crowd[0]))
      const asked = await requestCertificates(ctx, { applicationIds: crowd })
      return { ids: crowd, jobId: asked.jobId }
    })
    worker = startWorker()
    await until(async () => (await issued()) >= 30)
    worker.kill('SIGKILL')
    const atKill = await issued()
    await redis.connection('main').flushdb()
    assert.isBelow(atKill, PEOPLE)
    worker = startWorker()
    await until(async () => (await issued()) >= 100)
    // Redis loses the queue once more, this time under a running worker
    await redis.connection('main').flushdb()
    await until(() =>
      inProvince('hunan', async () => {
        const { status } = await db.from('jobs').where('id', jobId).firstOrFail()
        return status === 'done' || status === 'failed'
      })
    )
    worker.kill('SIGKILL')
    await inProvince('hunan', async () => {
      const job = await db.from('jobs').where('id', jobId).firstOrFail()
      assert.equal(job.status, 'done', job.error)
      assert.isAbove(Number(job.attempts), 1)
      const rows = await db.from('certificates').whereIn('application_id', ids)
      assert.lengthOf(rows, PEOPLE)
      assert.isTrue(rows.every(({ status }) => status === 'issued'))
      assert.lengthOf(new Set(rows.map((row) => row.application_id)), PEOPLE)
      const events = await db
        .from('application_events')
        .whereIn('application_id', ids)
        .where('type', 'certify')
      assert.lengthOf(events, PEOPLE)
      const files = await db.from('files').where('purpose', 'certificate')
      assert.lengthOf(files, PEOPLE)
      for (const file of files) {
        const [signature] = verifyPdf(await storage().read(file.key))
        assert.isTrue(signature.valid && signature.coversAll, file.key)
      }
      const { n } = await db
        .from('applications')
        .whereIn('id', ids)
        .where('stage', 'certified')
        .count('* as n')
        .first()
      assert.equal(Number(n), PEOPLE)
      assert.deepEqual(await brokenInvariants(), {})
    })
  }).timeout(230_000)
})
