import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { rulesetById } from '#batches/queries/rulesets'
import takePost from '#quotas/actions/take_post'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

const ASKED = {
  year: 2026,
  series: '01',
  specialty: '0101',
  kind: 'regular',
  approvedTotal: 5,
  asked: 3,
  materials: 2,
  posts: { full: 0, associate: 1, intermediate: 2 },
}

test.group('post quotas', (group) => {
  group.setup(async () => void (await freshTenantOf('hunan')))

  test('[HU-24] [HU-25] [HU-72] applied for by the unit, decided above, found by the administrator', async ({
    assert,
  }) => {
    const unit = await visitorOf('hunan').becomes('pszx')
    const wrong = await unit.post('/quotas', { ...ASKED, asked: 9, kind: 'x' })
    assert.deepEqual(
      wrong.body.errors.map(({ field }: { field: string }) => field),
      ['kind', 'asked', 'asked']
    )
    assert.equal((await unit.post('/quotas', ASKED)).status, 200)
    assert.equal((await unit.post('/quotas', ASKED)).status, 422)
    const [mine] = (await unit.page('/quotas')).body.props.quotas.data
    assert.deepEqual([mine.status, mine.posts.associate], ['submitted', 1])

    const beside = await visitorOf('hunan').becomes('csjyj')
    assert.lengthOf((await beside.page('/quota-reviews')).body.props.quotas.data, 0)
    const decision = { decision: 'refused', opinion: '请核对总职数', version: mine.version }
    assert.equal((await beside.post(`/quota-reviews/${mine.id}`, decision)).status, 404)

    const upper = await visitorOf('hunan').becomes('cszjj')
    assert.deepInclude((await upper.page('/home')).body.props.waiting, {
      label: '待审核职数',
      path: '/quota-reviews?status=submitted',
      count: 1,
    })
    const silent = await upper.post(`/quota-reviews/${mine.id}`, {
      decision: 'refused',
      version: mine.version,
    })
    assert.equal(silent.status, 422)
    assert.equal((await upper.post(`/quota-reviews/${mine.id}`, decision)).status, 200)
    const again = await unit.command('PUT', `/quotas/${mine.id}`, { ...ASKED, approvedTotal: 4 })
    assert.equal(again.status, 200, again.body.message)
    const stale = await upper.post(`/quota-reviews/${mine.id}`, {
      decision: 'approved',
      version: mine.version,
    })
    assert.equal(stale.status, 409)
    const [{ version }] = (await upper.page('/quota-reviews?status=submitted')).body.props.quotas
      .data
    const passed = await upper.post(`/quota-reviews/${mine.id}`, { decision: 'approved', version })
    assert.equal(passed.status, 200, passed.body.message)
    assert.equal((await unit.command('PUT', `/quotas/${mine.id}`, ASKED)).status, 422)

    const office = await visitorOf('hunan').becomes('szc')
    const all = await office.page('/quota-list?unit=排水')
    assert.equal(all.body.props.quotas.meta.total, 1)
    assert.equal((await office.get('/quota-list/export')).status, 200)
    assert.equal((await unit.get('/quota-list')).status, 403)
  })

  test('[HU-24] a superior sets the quota of a unit below, of no other', async ({ assert }) => {
    const upper = await visitorOf('hunan').becomes('cszjj')
    const { units } = (await upper.page('/quota-reviews')).body.props
    const set = await upper.post('/quota-reviews', {
      ...ASKED,
      specialty: '0102',
      organizationId: units[0].value,
    })
    assert.equal(set.status, 200, set.body.message)
    const foreign = await inProvince('hunan', () =>
      db.from('organizations').where('name', '长沙市教育局').firstOrFail()
    )
    const refused = await upper.post('/quota-reviews', { ...ASKED, organizationId: foreign.id })
    assert.equal(refused.status, 404)
  })

  test('[HU-24] where posts bind, the last post is given once, across no specialties', async ({
    assert,
  }) => {
    await inProvince('hunan', async () => {
      const [one, two] = await Application.query()
        .whereIn('specialty_code', ['0101', '0102'])
        .orderBy('id')
      const { ruleset } = await rulesetById(one.rulesetId)
      const binding = { ...ruleset, quotas: { ...ruleset.quotas, binds: true } }
      const take = (application: Application) =>
        db.transaction((trx) => takePost(trx, application, binding))
      await db.from('applications').where('id', two.id).update({ specialty_code: '0101' })
      await two.refresh()
      // the other case of the specialty is through: one post, one taken
      await assert.rejects(() => take(one), /核准职数 1 个，已推荐 1 人/)
      await db
        .from('applications')
        .where('id', two.id)
        .update({ specialty_code: two.specialtyCode === '0101' ? '0103' : '0101' })
      await take(one)
      await db
        .from('post_quotas')
        .where({ organization_id: one.organizationId, specialty_code: one.specialtyCode })
        .delete()
      await assert.rejects(() => take(one), /没有核准的.*职数/)
      await db.transaction((trx) => takePost(trx, one, ruleset))
    })
  })
})
