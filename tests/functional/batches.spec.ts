import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { plausibleAnswers } from '#platform/demo/answer_questions'
import { provinceOf } from '#province/registry'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

test.group('yearly batches', (group) => {
  group.setup(async () => void (await freshTenantOf('hunan')))

  test('[HU-23] a committee’s office opens a window of its own; it takes that committee’s applications only', async ({
    assert,
  }) => {
    const office = await visitorOf('hunan').becomes('gph')
    const window = {
      year: 2026,
      name: '高评会第二批',
      opensOn: '2026-01-01',
      closesOn: '2026-12-31',
    }
    const missing = await office.post('/batches', { year: 2026 })
    assert.include(
      missing.body.errors.map(({ message }: { message: string }) => message),
      '请填写批次名称'
    )
    const backwards = await office.post('/batches', { ...window, closesOn: '2025-12-31' })
    assert.equal(backwards.body.errors[0].field, 'closesOn')
    assert.equal((await office.post('/batches', window)).status, 200)
    const list = async () =>
      (await office.page('/batches?name=第二批')).body.props.batches.data as {
        id: number
        committee: string
        mayChange: boolean
        status: string
      }[]
    const [batch] = await list()
    assert.equal(batch.committee, '省成建制升格认定高校教师系列职称高评会')
    const other = await inProvince('hunan', async () => {
      const { id, ...row } = await db.from('committees').firstOrFail()
      const [made] = await db
        .table('committees')
        .insert({ ...row, code: 'PWH-8', name: '另一评委会' })
      await db.table('committee_specialties').insert({ committee_id: made, specialty_code: '0103' })
      return { own: id as number, made: made as number }
    })
    const applicant = await visitorOf('hunan').becomes('chenshili')
    const target = {
      batchId: batch.id,
      series: '01',
      specialty: '0103',
      title: '0102',
      acquisition: 'review',
      mode: 'normal',
      evaluationMethod: 'review',
    }
    const precheck = plausibleAnswers(provinceOf('hunan').ruleset, target)
    const foreign = await applicant.post('/apply', { ...target, precheck, committeeId: other.made })
    assert.equal(foreign.status, 422)
    const own = await applicant.post('/apply', { ...target, precheck, committeeId: other.own })
    assert.equal(own.status, 200, own.body.message)
    const late = await office.post(`/batches/${batch.id}`, { ...window, opensOn: '2026-12-30' })
    assert.equal(late.body.errors[0].field, 'opensOn')
    const longer = await office.post(`/batches/${batch.id}`, {
      ...window,
      name: '高评会第二批（延长）',
    })
    assert.equal(longer.status, 200, longer.body.message)
    assert.equal((await office.post(`/batches/${batch.id}/toggle`)).status, 200)
    assert.equal((await list())[0].status, 'closed')
    const closed = await applicant.post('/apply', { ...target, precheck, committeeId: other.own })
    assert.include(closed.body.message, '不在申报时间内')
  })

  test('a committee changes no window of another or of all; the administrator changes any', async ({
    assert,
  }) => {
    const office = await visitorOf('hunan').becomes('gph')
    const all = (await office.page('/batches')).body.props.batches.data.find(
      ({ committee }: { committee: string | null }) => committee === null
    )
    assert.isFalse(all.mayChange)
    assert.equal((await office.post(`/batches/${all.id}/toggle`)).status, 404)
    const admin = await visitorOf('hunan').becomes('admin')
    assert.equal((await admin.post(`/batches/${all.id}/toggle`)).status, 200)
    assert.equal((await admin.post(`/batches/${all.id}/toggle`)).status, 200)
    const handler = await visitorOf('hunan').becomes('pszx')
    assert.equal((await handler.page('/batches')).status, 403)
  })
})
