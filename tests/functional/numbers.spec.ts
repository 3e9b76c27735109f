import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { assignNumber } from '#certificates/numbers/assign_number'
import { ensurePool, planNumber, takeNumber } from '#certificates/numbers/take_number'
import { formatNumber } from '#province/strategies'
import { runJobs } from '#jobs/run_jobs'
import { visitorOf } from '#tests/helpers/browserless'
import { copyApplications, passedMeeting, staff } from '#tests/helpers/results'
import { freshTenantOf, inProvince, leaveTenantOf } from '#tests/helpers/tenants'

/** Rows of imported certificates that bear these numbers. */
async function importedWith(numbers: string[]) {
  const { id: ruleset } = await db.from('rulesets').firstOrFail()
  const { id: person } = await db.from('people').firstOrFail()
  for (const [index, number] of numbers.entries()) {
    const [certificate] = await db.table('certificates').insert({
      kind: 'certificate',
      number,
      verification_code: `imported-${index}`,
      ruleset_id: ruleset,
      template: 'certificate',
      template_checksum: '0'.repeat(64),
      data_sealed: Buffer.from('x'),
      public_data: '{}',
      status: 'requested',
      issued_on: '2026-01-01',
      created_at: '2026-01-01 00:00:00',
    })
    await db.table('imported_certificates').insert({
      certificate_id: certificate,
      number,
      first_number: number,
      person_id: person,
      person_name: '示例',
      unit_name: '示例单位',
      title_name: '示例职称',
      level: 'intermediate',
    })
  }
}

test.group('certificate numbers', (group) => {
  let person: number
  group.teardown(() => void leaveTenantOf('henan'))
  group.setup(async () => {
    await freshTenantOf('henan')
    person = await inProvince('henan', async () => {
      const meetingId = await passedMeeting('zzzgb')
      return (await Application.query().where({ meetingId, stage: 'passed' }).firstOrFail()).id
    })
  })

  test('[HN-32] [HU-61] a hundred at once, some rolled back: unique and without gaps', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const ids = await copyApplications(person, 100, 'passed')
      const ctx = await staff('zzzgb')
      const plan = await planNumber(await Application.findOrFail(ids[0]))
      // a small pool, so that it extends itself on the way
      await ensurePool({ ...plan, rules: { ...plan.rules, poolSize: 30 } })
      const failing = async () => {
        await db
          .transaction(async (trx) => {
            await takeNumber(trx, plan)
            throw new Error('the certificate could not be made')
          })
          .catch(() => undefined)
      }
      await Promise.all(
        ids.flatMap((id, index) => [
          assignNumber(ctx, id),
          ...(index % 4 === 0 ? [failing()] : []),
          // the same once more, as a second click would
          ...(index % 10 === 0 ? [assignNumber(ctx, id)] : []),
        ])
      )
      const rows = await db.from('applications').whereIn('id', ids).select('*')
      const numbers = rows.map((row) => row.certificate_number as string).sort()
      assert.equal(new Set(numbers).size, 100)
      assert.deepEqual(
        numbers.map((number) => Number(number.slice(-5))),
        Array.from({ length: 100 }, (_, index) => index + 1)
      )
      assert.isTrue(
        rows.every(({ stage, event_count: count }) => stage === 'numbered' && count === 1)
      )
      const pool = await db.from('number_pools').where('key', plan.pool.key).firstOrFail()
      assert.deepEqual([pool.next, pool.last], [101, 120])
    })
  })

  test('[HN-32] [HN-33] chosen or all found, in order, as a job; foreign ones are not found', async ({
    assert,
  }) => {
    const ids = await inProvince('henan', () => copyApplications(person, 3, 'filed'))
    const city = await visitorOf('henan').becomes('zzzgb')
    const waiting = await city.page('/numbers')
    assert.equal(waiting.body.props.people.meta.total, 4)
    const foreign = await visitorOf('henan').becomes('szgb')
    assert.equal((await foreign.page('/numbers')).body.props.people.meta.total, 0)
    assert.equal((await foreign.post('/numbers', { ids })).status, 404)
    assert.equal(
      (await (await visitorOf('henan').becomes('yfxx')).post('/numbers', { ids })).status,
      403
    )
    const asked = await city.post('/numbers', { ids: ids.slice(0, 2) })
    assert.match(asked.body.to, /^\/jobs\/\d+$/)
    await inProvince('henan', () => runJobs())
    const state = await city.get(`${asked.body.to}/state`)
    assert.equal(state.body.result.message, '已生成 2 个证书编号')
    const all = await city.post('/numbers', { filters: {} })
    await inProvince('henan', () => runJobs())
    assert.equal((await city.get(`${all.body.to}/state`)).body.done, 2)
    const ofCity = (name: string) =>
      city.page(`/numbers?tab=numbered&region=${encodeURIComponent(name)}`)
    const found = (await ofCity('郑州')).body.props.people
    assert.isAbove(found.meta.total, 0)
    assert.isTrue(found.data.every(({ region }: { region: string }) => region === '郑州市'))
    assert.equal((await ofCity('4101')).body.props.people.meta.total, found.meta.total)
    assert.equal((await ofCity('开封')).body.props.people.meta.total, 0)
    assert.equal((await ofCity('没有的市')).body.props.people.meta.total, 0)
    const numbered = await city.page('/numbers?tab=numbered&pageSize=100')
    const given = numbered.body.props.people.data.map(
      (row: { certificateNumber: string }) => row.certificateNumber
    )
    assert.deepEqual(given, [...given].sort())
    const { body, headers } = await city.get('/numbers/export')
    assert.match(headers['content-type']!, /spreadsheetml/)
    assert.isAbove(body.length, 2000)
    assert.equal((await city.post('/numbers', { filters: {} })).status, 422)
  })

  test('[HU-61] [HU-69] a number that came with an imported certificate is not given again; the pool extends itself beyond', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const [first, second] = await copyApplications(person, 2, 'reported')
      await db.from('applications').whereIn('id', [first, second]).update({ stage: 'passed' })
      const ctx = await staff('zzzgb')
      const plan = await planNumber(await Application.findOrFail(first))
      const pool = () => db.from('number_pools').where('key', plan.pool.key).firstOrFail()
      const { next, id } = await pool()
      await db.from('number_pools').where('id', id).update({ last: next })
      const numberOf = (seq: number) =>
        formatNumber(plan.rules.numberPattern, { ...plan.parts, seq })
      await importedWith([numberOf(next + 1), numberOf(next + 2)])
      assert.equal(await assignNumber(ctx, first), numberOf(next))
      assert.equal(await assignNumber(ctx, second), numberOf(next + 3))
      const { next: after, last, extend_by: by } = await pool()
      assert.deepEqual([after, last], [next + 4, next + by])
    })
  })

  test('[HU-61] a pool filled by hand goes on where it ends', async ({ assert }) => {
    const province = await visitorOf('henan').becomes('szgb')
    const issuers = await province.get('/numbers/issuers?q=郑州')
    assert.lengthOf(issuers.body.options, 1)
    const range = {
      year: 2027,
      issuerId: issuers.body.options[0].value,
      series: '22',
      level: 'intermediate',
      from: 1,
      to: 200,
    }
    const incomplete = await province.post('/numbers/pools', { ...range, issuerId: null })
    assert.deepEqual(
      incomplete.body.errors.map(({ field }: { field: string }) => field),
      ['issuerId']
    )
    assert.equal((await province.post('/numbers/pools', range)).status, 200)
    const gap = await province.post('/numbers/pools', { ...range, from: 300, to: 400 })
    assert.match(gap.body.errors[0].message, /请从 201 开始/)
    assert.equal((await province.post('/numbers/pools', range)).status, 422)
    assert.equal(
      (await province.post('/numbers/pools', { ...range, from: 201, to: 250 })).status,
      200
    )
    const { data } = (await province.page('/numbers/pools?year=2027')).body.props.pools
    assert.deepInclude(data[0], { next: 1, last: 250, left: 250 })
    // a body above is not below
    const city = await visitorOf('henan').becomes('zzzgb')
    const above = await inProvince('henan', () =>
      db.from('organizations').whereNull('parent_id').firstOrFail()
    )
    assert.equal((await city.post('/numbers/pools', { ...range, issuerId: above.id })).status, 422)
  })
})
