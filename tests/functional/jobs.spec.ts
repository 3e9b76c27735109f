import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { defineJob } from '#jobs/define_job'
import { enqueue } from '#jobs/enqueue'
import { inChunks } from '#jobs/in_chunks'
import { openQueue } from '#jobs/queue'
import { relay } from '#jobs/relay'
import { enqueueScheduled } from '#jobs/schedule'
import { runJob } from '#jobs/run_job'
import { runJobs } from '#jobs/run_jobs'
import Account from '#identity/models/account'
import { as } from '#platform/demo/drive'
import { systemContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { visitorOf } from '#tests/helpers/browserless'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

const ran: number[] = []
let unruly: (() => unknown) | null = null

defineJob<{ n: number }>({
  kind: 'tests.count',
  async handle({ payload, progress }) {
    for (let done = 1; done <= payload.n; done++) await progress(done)
    ran.push(payload.n)
    return { message: `数到 ${payload.n}` }
  },
})
defineJob({
  kind: 'tests.unruly',
  handle: async () => void (await unruly?.()),
})

const job = (id: number) => db.from('jobs').where('id', id).firstOrFail()
let keys = 0
const put = (kind: string, payload: object = {}, key = `tests:${++keys}:${Date.now()}`) =>
  enqueue(systemContext(), { kind, key, label: '测试任务', payload, total: 3 })

test.group('jobs', (group) => {
  group.setup(async () => {
    await tenantOf('henan')
    await tenantOf('hebei')
  })

  test('a job exists exactly if the change that wants it does', async ({ assert }) => {
    await inProvince('henan', async () => {
      const before = await db.from('jobs').count('* as n').first()
      await assert.rejects(() =>
        db.transaction(async (trx) => {
          await enqueue(
            systemContext(),
            { kind: 'tests.count', key: 'gone', label: '测试任务', payload: {} },
            trx
          )
          throw new Error('the change failed')
        })
      )
      assert.deepEqual(await db.from('jobs').count('* as n').first(), before)
    })
  })

  test('asked twice, done once', async ({ assert }) => {
    await inProvince('henan', async () => {
      const first = await put('tests.count', { n: 3 }, 'twice')
      assert.equal(await put('tests.count', { n: 3 }, 'twice'), first)
      ran.length = 0
      await runJobs()
      assert.deepEqual(ran, [3])
      assert.isFalse(await runJob(first))
      const { status, done, result } = await job(first)
      assert.deepEqual([status, done], ['done', 3])
      assert.include(typeof result === 'string' ? result : JSON.stringify(result), '数到 3')
    })
  })

  test('an error is tried again after a pause, a refusal is not', async ({ assert }) => {
    await inProvince('henan', async () => {
      const id = await put('tests.unruly')
      unruly = () => {
        throw new Error('password=secret')
      }
      assert.isTrue(await runJob(id))
      const waiting = await job(id)
      assert.equal(waiting.status, 'queued')
      assert.notInclude(waiting.error, 'secret')
      assert.isFalse(await runJob(id), 'not before its pause is over')
      await db.from('jobs').where('id', id).update({ run_after: null })
      unruly = () => {
        throw new Refusal('late', '批次已经关闭。')
      }
      await runJob(id)
      const ended = await job(id)
      assert.deepEqual([ended.status, ended.error, ended.failures], ['failed', '批次已经关闭。', 2])
    })
  })

  test('being cut off the database does not use up the attempts', async ({ assert }) => {
    await inProvince('henan', async () => {
      const id = await put('tests.unruly')
      unruly = () => {
        throw Object.assign(new Error('Connection lost'), { fatal: true })
      }
      for (let run = 1; run <= 6; run++) {
        await db.from('jobs').where('id', id).update({ run_after: null })
        assert.isTrue(await runJob(id))
        const { status, failures } = await job(id)
        assert.deepEqual([status, failures], ['queued', 0])
      }
      unruly = async () => undefined
      await db.from('jobs').where('id', id).update({ run_after: null })
      assert.isTrue(await runJob(id))
      assert.equal((await job(id)).status, 'done')
    })
  })

  test('who lost a job can write nothing more', async ({ assert }) => {
    await inProvince('henan', async () => {
      const id = await put('tests.unruly')
      unruly = async () => {
        // meanwhile the job looked dead and another worker took it over
        await db.from('jobs').where('id', id).increment('attempts', 1)
      }
      await runJob(id)
      assert.equal((await job(id)).status, 'running')
      await db.from('jobs').where('id', id).delete()
    })
  })

  test('Redis may forget: what shows no life is handed over again', async ({ assert }) => {
    const queue = openQueue()
    try {
      await inProvince('henan', async () => {
        const id = await put('tests.count', { n: 1 })
        const { tenant } = systemContext()
        await relay(queue, tenant)
        assert.equal((await job(id)).status, 'sent')
        await queue.obliterate({ force: true })
        assert.equal(await relay(queue, tenant), 0, 'still fresh')
        await db.rawQuery(
          'update jobs set sent_at = utc_timestamp(3) - interval 1 minute where id = ?',
          [id]
        )
        assert.equal(await relay(queue, tenant), 1)
        assert.equal(await queue.getWaitingCount(), 1)
        await queue.obliterate({ force: true })
        await runJobs()
        assert.equal((await job(id)).status, 'done')
      })
    } finally {
      await queue.close()
    }
  })

  test('what is due by the clock comes once in each period and province', async ({ assert }) => {
    const count = () =>
      db
        .from('jobs')
        .where('kind', 'jobs.purge_ended')
        .then((rows) => rows.length)
    for (const province of ['henan', 'hebei'])
      await inProvince(province, async () => {
        const { tenant } = systemContext()
        const before = await count()
        for (const moment of [
          '2027-03-01T01:00:00Z',
          '2027-03-01T20:00:00Z',
          '2027-03-02T01:00:00Z',
        ])
          await enqueueScheduled(tenant, new Date(moment))
        assert.equal(await count(), before + 2)
        await runJobs()
      })
  })

  test('[HU-78] [HB-16] of a bulk act each refused piece is named, and all others are done once', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const account = 990_001
      const wrong = [1, 77, 200, 201, 450]
      const named: number[] = []
      const told: number[] = []
      await inChunks(
        Array.from({ length: 450 }, (_, at) => at + 1),
        {
          together: async (trx, pieces) => {
            for (const piece of pieces) {
              await trx.table('stock_phrases').insert({ account_id: account, text: String(piece) })
              if (wrong.includes(piece)) throw new Refusal('wrong', `第 ${piece} 件不能办理`)
            }
          },
          refused: async (piece, { message }) => {
            assert.equal(message, `第 ${piece} 件不能办理`)
            named.push(piece)
          },
          told: async (done) => void told.push(done),
        }
      )
      assert.deepEqual(named, wrong)
      assert.deepEqual(told, [200, 400, 450])
      const rows = await db.from('stock_phrases').where('account_id', account).orderBy('id')
      assert.deepEqual(
        rows.map(({ text }) => Number(text)),
        Array.from({ length: 450 }, (_, at) => at + 1).filter((piece) => !wrong.includes(piece))
      )
      await db.from('stock_phrases').where('account_id', account).delete()
    })
  })

  test('a refused job frees its key for who asks again; what runs by the clock does not come again', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const ctx = await as(await Account.findByOrFail('login', 'szgb'), () => DateTime.utc())
      const asked = (who = ctx) =>
        enqueue(who, { kind: 'tests.unruly', key: 'again', label: '测试任务', payload: {} })
      unruly = () => {
        throw new Refusal('not_yet', '还不能办理')
      }
      const first = await asked()
      assert.equal(await asked(), first)
      await runJobs()
      assert.deepInclude(await job(first), { status: 'failed', error: '还不能办理' })
      assert.equal(await asked(systemContext()), first)
      unruly = null
      const second = await asked()
      assert.notEqual(second, first)
      assert.equal(await asked(), second)
      await runJobs()
      assert.equal((await job(second)).status, 'done')
      assert.deepInclude(await job(first), { status: 'failed', key: `again#${first}` })
      // what was done is not done again
      assert.equal(await asked(), second)
    })
  })

  test('progress shows to who started it, and to nobody else', async ({ assert }) => {
    const id = await inProvince('henan', async () => {
      const ctx = await as(await Account.findByOrFail('login', 'szgb'), () => DateTime.utc())
      return enqueue(ctx, {
        kind: 'tests.count',
        key: 'mine',
        label: '测试任务',
        payload: { n: 2 },
        total: 2,
      })
    })
    const owner = await visitorOf('henan').becomes('szgb')
    assert.equal((await owner.page(`/jobs/${id}`)).body.props.job.status, 'queued')
    await inProvince('henan', () => runJobs())
    assert.deepInclude((await owner.get(`/jobs/${id}/state`)).body, {
      status: 'done',
      done: 2,
      total: 2,
    })
    assert.equal((await owner.post(`/jobs/${id}/repeat`)).status, 422)
    const other = await visitorOf('henan').becomes('yfxx')
    assert.equal((await other.page(`/jobs/${id}`)).status, 404)
    assert.equal((await other.post(`/jobs/${id}/repeat`)).status, 404)
  })
})
