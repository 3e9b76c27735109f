import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { inviteOperator } from '#identity/operator_session'
import { bringAlong } from '#platform/set_up'
import dropTenant from '#tenancy/actions/drop_tenant'
import { runInTenant } from '#tenancy/context'
import Tenant from '#tenancy/models/tenant'
import { Visitor, visitorOf } from '#tests/helpers/browserless'
import { tenantOf } from '#tests/helpers/tenants'

const PASSWORD = 'Yunwei-2026-ceshi'

test.group('operators', (group) => {
  let operator: Visitor
  group.setup(async () => {
    await tenantOf('hebei')
    const secret = await inviteOperator({ login: 'tester', name: '测试运维' })
    operator = new Visitor('localhost')
    const reply = await operator.post('/operator/activate', {
      login: 'tester',
      secret,
      password: PASSWORD,
      confirmation: PASSWORD,
    })
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  })
  group.teardown(async () => {
    if (await Tenant.findBy('slug', 'fifth')) await dropTenant('fifth')
    await db.connection('platform').from('operators').where('login', 'tester').delete()
  })

  test('sign in with a password of their own; a secret works once', async ({ assert }) => {
    const other = new Visitor('localhost')
    assert.equal((await other.page('/operator')).status, 302)
    const wrong = await other.post('/operator/sign-in', {
      login: 'tester',
      password: 'Wrong-1-word',
    })
    assert.deepInclude(wrong.body, { code: 'credentials' })
    const right = await other.post('/operator/sign-in', { login: 'tester', password: PASSWORD })
    assert.equal(right.status, 200)
    assert.equal((await other.page('/operator')).status, 200)
    const again = await other.post('/operator/activate', {
      login: 'tester',
      secret: 'ABCDEFGHJK',
      password: PASSWORD,
      confirmation: PASSWORD,
    })
    assert.equal(again.status, 422)
  })

  test('have no hand inside a province, and a province none here', async ({ assert }) => {
    const inside = operator.carriedTo('hebei.localhost')
    assert.equal((await inside.get('/home', { accept: 'application/json' })).status, 401)
    assert.equal((await inside.get('/operator', { accept: 'application/json' })).status, 404)
    const admin = await visitorOf('hebei')
      .becomes('admin')
      .catch(() => null)
    const staff = admin ?? (await visitorOf('hebei').becomes('sy-jb'))
    const here = staff.carriedTo('localhost')
    assert.equal((await here.get('/operator', { accept: 'application/json' })).status, 401)
  })

  test('open a province from its plugin, whose administrator gets a one-time secret', async ({
    assert,
  }) => {
    const input = {
      slug: 'fifth',
      name: '第五个租户',
      province: 'hebei',
      adminLogin: 'admin5',
      adminName: '管理员',
    }
    const opened = await operator.post('/operator/provinces', input)
    assert.equal(opened.status, 200, JSON.stringify(opened.body))
    const again = await operator.post('/operator/provinces', input)
    assert.deepInclude(again.body.errors[0], { field: 'slug' })
    const admin = visitorOf('fifth')
    const activated = await admin.post('/activate', {
      login: 'admin5',
      secret: opened.body.data.secret,
      password: 'Guanli-2026-yuan',
      confirmation: 'Guanli-2026-yuan',
    })
    assert.equal(activated.status, 200, JSON.stringify(activated.body))
    const { provinces, entries } = (await operator.page('/operator')).body.props
    const row = provinces.find(({ slug }: { slug: string }) => slug === 'fifth')
    assert.deepInclude(row, { status: 'active', reachable: true, applications: 0 })
    assert.deepInclude(entries.data[0], { action: '建立租户', tenant: 'fifth' })
    assert.notInclude(JSON.stringify(entries), opened.body.data.secret)
    // called by the name typed, not by the plugin's, until its administrator says otherwise
    const { brand } = (await visitorOf('fifth').page('/')).body.props
    assert.deepInclude(brand, { name: '第五个租户', shortName: '第五个租户' })
    const own = (await visitorOf('hebei').page('/')).body.props.brand
    assert.notEqual(own.name, brand.name)
    const found = async (query: string) =>
      (await operator.page(`/operator?${query}`)).body.props.entries.meta.total
    assert.isAtLeast(await found('tenant=fifth&q=建立'), 1)
    assert.equal(await found('tenant=fifth&q=删除'), 0)
  })

  test('the first of each of the three administrators is opened here, and no second one', async ({
    assert,
  }) => {
    const path = '/operator/provinces/fifth'
    const counts = async () =>
      (await operator.page(path)).body.props.administrators.map(
        ({ count }: { count: number }) => count
      )
    assert.deepEqual(await counts(), [1, 0, 0])
    const open = (duty: string, login: string) =>
      operator.post(`${path}/administrators`, { duty, login, name: '某人' })
    assert.equal((await open('system', 'another5')).body.code, 'held')
    assert.equal((await open('security', 'admin5')).body.errors[0].field, 'login')
    const opened = await open('security', 'security5')
    assert.equal(opened.status, 200, JSON.stringify(opened.body))
    assert.equal((await open('audit', 'audit5')).status, 200)
    assert.deepEqual(await counts(), [1, 1, 1])
    assert.equal((await open('security', 'more5')).body.code, 'held')
    const security = visitorOf('fifth')
    const activated = await security.post('/activate', {
      login: 'security5',
      secret: opened.body.data.secret,
      password: 'Anquan-2026-yuan',
      confirmation: 'Anquan-2026-yuan',
    })
    assert.equal(activated.status, 200, JSON.stringify(activated.body))
    const { entries } = (await operator.page('/operator')).body.props
    assert.notInclude(JSON.stringify(entries), opened.body.data.secret)
    const admin = visitorOf('fifth')
    assert.equal((await admin.get(path, { accept: 'text/html' })).status, 404)
  })

  test('a new version reaches provinces opened under names of their own', async ({ assert }) => {
    const tenant = await Tenant.findByOrFail('slug', 'fifth')
    // as a database stands that an earlier version made; this migration may run twice
    await runInTenant(tenant.info(), () =>
      db.from('adonis_schema').where('name', 'like', '%intentions_forgotten').delete()
    )
    const said: string[] = []
    await bringAlong((line) => said.push(line))
    assert.include(said, `${tenant.name}：已就绪，迁移 1 个`)
  })

  test('close a province to everyone with a reason, and open it again', async ({ assert }) => {
    const at = (visitor: Visitor) => visitor.get('/sign-in', { accept: 'text/html' })
    const path = '/operator/provinces/fifth/suspension'
    const close = (reason: string) => operator.post(path, { reason })
    assert.equal((await close('')).status, 422)
    assert.equal((await close('合同到期')).status, 200)
    // everybody is told why, on every page, and nobody meets the instance's own pages under the province's name
    for (const page of ['/', '/sign-in', '/verify', '/operator/sign-in', '/api/openapi.json']) {
      const reply = await visitorOf('fifth').get(page)
      assert.equal(reply.status, 503, page)
      assert.equal(reply.body.code, 'suspended')
      assert.include(reply.body.message, '合同到期')
    }
    const { status, body } = await at(visitorOf('fifth'))
    assert.equal(status, 503)
    assert.include(body, '合同到期')
    assert.equal((await visitorOf('nobody').get('/operator/sign-in')).status, 404)
    assert.equal((await visitorOf('fifth').get('/health')).status, 200)
    assert.equal((await operator.command('DELETE', path)).status, 200)
    assert.equal((await at(visitorOf('fifth'))).status, 200)
  })

  test('see failed jobs without what they are about, and repeat them', async ({ assert }) => {
    const { id } = (await Tenant.findByOrFail('slug', 'fifth')).info()
    assert.isNumber(id)
    const { body } = await operator.page('/operator/provinces/fifth/jobs')
    assert.deepEqual(body.props.jobs, [])
    assert.equal((await operator.post('/operator/provinces/fifth/jobs/1/repeat')).status, 404)
    assert.equal((await operator.page('/operator/provinces/nowhere/jobs')).status, 404)
  })
})
