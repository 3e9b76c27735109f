import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import Application from '#applications/models/application'
import { verifyPdf } from '#certificates/signing/verify_pdf'
import Account from '#identity/models/account'
import { brokenInvariants } from '#lifecycle/invariants'
import { provision } from '#platform/set_up'
import seedWorld from '#platform/demo/seed_world'
import { provinceOf } from '#province/registry'
import createTenant from '#tenancy/actions/create_tenant'
import { runInTenant, type TenantInfo } from '#tenancy/context'
import { closeTenantConnection } from '#tenancy/connections'
import { migratePlatform } from '#tenancy/migrate'
import { storage } from '#tenancy/storage'
import { Visitor, type Reply } from '#tests/helpers/browserless'
import { Begun, answers, pick, sends, startServer, startWorker, until } from '#tests/helpers/faults'
import { crowdOfPassed, generatorOf } from '#tests/helpers/numbered'
import { OwnServices } from '#tests/helpers/own_services'

/** The size of the requirement is 2,000: CERTIFICATE_PEOPLE=2000 npm test -- faults. */
const PEOPLE = Number(process.env.CERTIFICATE_PEOPLE ?? 120)
/** asked for one after the other, so that there is something to ask while the web server is away */
const PARTS = 6
/** each dies this often */
const ROUNDS = Math.ceil(PEOPLE / 500)
const KINDS = ['worker', 'server', 'redis', 'mariadb'] as const
const SLUG = 'faults'

test.group('certificates under faults', (group) => {
  const begun = new Begun()
  const services = new OwnServices()
  let tenant: TenantInfo
  const inTenant = <T>(work: () => Promise<T>) => runInTenant(tenant, work)

  group.setup(async () => {
    await services.start()
    await migratePlatform()
    const { id, name, demo } = provinceOf('hunan')
    tenant = (await createTenant({ slug: SLUG, name, province: id })).info()
    await provision(tenant)
    await inTenant(() => seedWorld(demo!, { withHistory: false }))
  })
  group.teardown(async () => {
    await begun.end()
    await closeTenantConnection(tenant)
    await services.end()
  })

  test(`[HN-32] [HU-68] web server, worker, Redis and MariaDB killed at random in a batch of ${PEOPLE}: every number once, every certificate once, nothing lost`, async ({
    assert,
  }) => {
    const { ids, login } = await inTenant(async () => {
      const crowd = await crowdOfPassed(PEOPLE)
      const ctx = await generatorOf(await Application.findOrFail(crowd[0]))
      return { ids: crowd, login: (await Account.findOrFail(ctx.actor.accountId!)).login }
    })
    let server = begun.begin(startServer)
    let worker = begun.begin(startWorker)
    await until(answers)

    /** Redis takes the sessions with it: who is signed out signs in again. */
    const signedIn = async (path: string, body: object): Promise<Reply> => {
      const visitor = new Visitor(`${SLUG}.localhost`)
      for (;;) {
        await sends(visitor, '/personas', { login })
        const reply = await sends(visitor, path, body)
        if (reply.status === 200 || reply.status === 422) return reply
        await sleep(100)
      }
    }
    const count = (column: 'certificate_number' | 'certificate_id', of: number[]) =>
      inTenant(async () => {
        const row = await db.from('applications').whereIn('id', of).count(`${column} as n`).first()
        return Number(row.n)
      })
    /** Asked for by two at once, as a second click does. */
    const twice = (path: string, body: object) =>
      Promise.all([signedIn(path, body), signedIn(path, body)])
    const asking = (async () => {
      const size = Math.ceil(PEOPLE / PARTS)
      for (let at = 0; at < PEOPLE; at += size) {
        const part = ids.slice(at, at + size)
        await twice('/numbers', { ids: part })
        await until(async () => (await count('certificate_number', part)) === part.length, 200)
        await twice('/generate-certificates', { applicationIds: part })
        await until(async () => (await count('certificate_id', part)) === part.length, 200)
      }
    })()

    const steps = PEOPLE * 2
    const done = async () =>
      (await count('certificate_number', ids)) + (await count('certificate_id', ids))
    const underWay = () =>
      inTenant(async () => {
        const row = await db.from('jobs').where('status', 'running').count('* as n').first()
        return Number(row.n) > 0
      })
    let caughtAtWork = false
    const strike = {
      /** Until one was caught with a job in its hands: by chance alone it may have just put it down. */
      worker: async () => {
        do {
          await until(async () => (await underWay()) || (await done()) === steps, 5)
          const gone = once(worker, 'exit')
          worker.kill('SIGKILL')
          await gone
          caughtAtWork = (await underWay()) || caughtAtWork
          worker = begun.begin(startWorker)
        } while (!caughtAtWork && (await done()) < steps)
      },
      server: async () => {
        server.kill('SIGKILL')
        server = begun.begin(startServer)
      },
      redis: async () => {
        await services.kill('redis')
        if (pick(2)) await services.emptyRedis()
        await services.up()
      },
      mariadb: async () => {
        await services.kill('mariadb')
        await sleep(pick(1000))
        await services.up()
      },
    }
    const order = Array.from({ length: ROUNDS }, () => [...KINDS])
      .flat()
      .map((kind) => ({ kind, at: Math.random() }))
      .sort((a, b) => a.at - b.at)
    for (const [index, { kind }] of order.entries()) {
      const due = (steps * (index + 1)) / (order.length + 1)
      await until(async () => (await done()) >= due)
      await sleep(pick(300))
      await strike[kind]()
    }
    await asking
    const story = order.map(({ kind }) => kind).join(', ')
    assert.isNull(server.exitCode, `the web server ended itself: ${story}`)
    assert.isNull(worker.exitCode, `the worker ended itself: ${story}`)
    // what was taken over ends too, and what is left is of nobody
    await until(() =>
      inTenant(async () => {
        const open = await db
          .from('jobs')
          .whereIn('kind', ['certificates.number', 'certificates.render'])
          .whereNot('status', 'done')
        return open.length === 0
      })
    )
    await begun.end()
    await inTenant(async () => {
      const rows = await db.from('certificates').whereIn('application_id', ids)
      assert.lengthOf(rows, PEOPLE)
      assert.isTrue(rows.every(({ status }) => status === 'issued'))
      assert.lengthOf(new Set(rows.map((row) => row.application_id)), PEOPLE)
      const applications = await db.from('applications').whereIn('id', ids)
      assert.isTrue(applications.every(({ stage }) => stage === 'certified'))
      const numbers = new Set(applications.map((row) => row.certificate_number))
      assert.lengthOf(numbers, PEOPLE)
      // a pool gave exactly as many numbers as stand on its certificates
      const pools = await db.from('number_pools').select('next')
      assert.equal(
        pools.reduce((sum, { next }) => sum + next - 1, 0),
        PEOPLE
      )
      for (const type of ['number', 'certify']) {
        const events = await db
          .from('application_events')
          .whereIn('application_id', ids)
          .where('type', type)
        assert.lengthOf(events, PEOPLE, type)
      }
      const files = await db.from('files').where('purpose', 'certificate')
      assert.lengthOf(files, PEOPLE)
      const digests = new Map(rows.map((row) => [Number(row.file_id), row.digest]))
      for (const file of files) {
        assert.equal(digests.get(Number(file.id)), file.sha256)
        const [signature] = verifyPdf(await storage().read(file.key))
        assert.isTrue(signature.valid && signature.coversAll, file.key)
      }
      assert.isTrue(caughtAtWork, story)
      assert.deepEqual(await brokenInvariants(), {})
    })
  }).timeout(600_000 + PEOPLE * 500)
})
