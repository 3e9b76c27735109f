import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { jobDefinition } from '#jobs/define_job'
import { runJobs } from '#jobs/run_jobs'
import { brokenInvariants } from '#lifecycle/invariants'
import { many } from '#results/many'
import { visitorOf, type Visitor } from '#tests/helpers/browserless'
import { reportedMeeting, seedComingWorkDays, staff } from '#tests/helpers/results'
import { freshTenantOf, inProvince, leaveTenantOf } from '#tests/helpers/tenants'

test.group('acts on many people', (group) => {
  let meetingId: number
  const usual = many.over

  group.setup(async () => {
    await freshTenantOf('hunan')
    meetingId = await inProvince('hunan', async () => {
      await seedComingWorkDays()
      return reportedMeeting('gph')
    })
    many.over = 0
    return () => {
      many.over = usual
      leaveTenantOf('hunan')
    }
  })

  /** What the job of an answer came to, and that doing its work once more changes nothing. */
  async function ended(to: string, login: string) {
    return inProvince('hunan', async () => {
      await runJobs()
      const id = Number(to.split('/').at(-1))
      const job = await db.from('jobs').where('id', id).firstOrFail()
      const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)
      const versions = async () => (await Application.query().orderBy('id')).map((a) => a.version)
      const before = await versions()
      await jobDefinition(job.kind).handle({
        id,
        payload: parsed(job.payload),
        ctx: await staff(login),
        progress: async () => {},
      })
      const unchanged = JSON.stringify(before) === JSON.stringify(await versions())
      return { ...job, unchanged, result: parsed(job.result) }
    })
  }
  const stages = () =>
    inProvince('hunan', async () =>
      (await Application.query().where({ meetingId }).whereNot('outcome', 'not_passed')).map(
        ({ stage }) => stage as string
      )
    )
  const sent = async (visitor: Visitor, path: string, body: object = {}) => {
    const first = await visitor.post(path, body)
    if (first.status !== 200) throw new Error(first.body.message)
    return first.body.to as string
  }

  test('[HN-25] a publicity of many opens as a job; asking twice gives the same job', async ({
    assert,
  }) => {
    const office = await visitorOf('hunan').becomes('gph')
    const to = await sent(office, `/results/${meetingId}/publicity`)
    assert.match(to, /\/jobs\/\d+$/)
    assert.equal(await sent(office, `/results/${meetingId}/publicity`), to)
    assert.notInclude(await stages(), 'in_publicity')
    const job = await ended(to, 'gph')
    assert.equal(job.status, 'done')
    assert.equal(job.done, job.total)
    assert.match(job.result.message, /^已公示 \d+ 人/)
    assert.isTrue(job.unchanged)
    assert.include(await stages(), 'in_publicity')
  })

  test('[HN-27] closing is refused before its day at once, and done as a job after it', async ({
    assert,
  }) => {
    const office = await visitorOf('hunan').becomes('gph')
    const { id } = await inProvince('hunan', () => db.from('publicities').firstOrFail())
    assert.equal((await office.post(`/publicities/${id}/close`)).status, 422)
    await inProvince('hunan', async () => {
      await db.from('publicities').where('id', id).update({ ends_on: '2026-01-09' })
      await db
        .from('applications')
        .where('publicity_id', id)
        .update({ publicity_ends_on: '2026-01-09' })
    })
    const job = await ended(await sent(office, `/publicities/${id}/close`), 'gph')
    assert.equal(job.status, 'done')
    assert.isTrue(job.unchanged)
    assert.include(await stages(), 'passed')
  })

  test('[HU-59] a filing of many is approved as a job that holds no number and no opinion', async ({
    assert,
  }) => {
    const office = await visitorOf('hunan').becomes('gph')
    const reviewer = await visitorOf('hunan').becomes('szc')
    await sent(office, '/filings', { meetingId })
    const { id, version } = await inProvince('hunan', () => db.from('filings').firstOrFail())
    const decision = {
      outcome: 'approved',
      opinion: '同意备案',
      number: '备〔2026〕9号',
      filedOn: '2026-11-20',
      version,
    }
    const to = await sent(reviewer, `/filings/${id}/decide`, decision)
    assert.equal((await reviewer.post(`/filings/${id}/decide`, decision)).status, 409)
    const job = await ended(to, 'szc')
    assert.equal(job.status, 'done')
    assert.notInclude(JSON.stringify(job.payload), '备')
    assert.isTrue(job.unchanged)
    await inProvince('hunan', async () => {
      const filing = await db.from('filings').where('id', id).firstOrFail()
      assert.deepInclude(filing, { status: 'approved', number: decision.number })
      assert.deepEqual(await brokenInvariants(), {})
    })
    assert.include(await stages(), 'filed')
  })
})
