import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import Account from '#identity/models/account'
import { runJobs } from '#jobs/run_jobs'
import { as as asAccount, fillApplication } from '#platform/demo/drive'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince, tenantOf } from '#tests/helpers/tenants'

const as = (login: string) => visitorOf('hunan').becomes(login)
const ids = () =>
  inProvince('hunan', async () => {
    const rows = await db.from('organizations').select('id', 'code')
    return Object.fromEntries(rows.map(({ id, code }) => [code, id as number]))
  })

test.group('approval paths', (group) => {
  let body: Record<string, number>
  group.setup(async () => {
    await freshTenantOf('hunan')
    body = await ids()
  })

  test('[HU-26] [HU-27] a body names one below it, that one confirms; nobody else may', async ({
    assert,
  }) => {
    const committee = await as('gph')
    const link = { pathSet: 'senior', level: null, side: 'lower', otherId: body['4301-J'] }
    const made = await committee.post('/path-links', link)
    assert.equal(made.status, 200, made.body.message)
    assert.equal((await committee.post('/path-links', link)).status, 422)
    const unit = await as('csjyj')
    const { waiting } = (await unit.page('/path-links?page=3')).body.props
    assert.equal(waiting.meta.total, 1)
    assert.lengthOf(waiting.data, 1)
    const cards = async () => (await unit.page('/home')).body.props.waiting
    assert.deepInclude(await cards(), { label: '待确认的审核层级', path: '/path-links', count: 1 })
    const { id } = waiting.data[0]
    for (const login of ['gph', 'pszx', 'cszjj'])
      assert.equal((await (await as(login)).post(`/path-links/${id}/confirm`)).status, 404)
    assert.equal((await unit.post(`/path-links/${id}/confirm`)).status, 200)
    assert.notInclude(JSON.stringify(await cards()), '待确认的审核层级')
    const { links } = (await committee.page('/path-links?tab=lower&name=教育')).body.props
    assert.equal(links.data[0].status, 'confirmed')
    assert.equal((await unit.post(`/path-links/${id}/confirm`)).status, 404)
  })

  test('[HU-26] [HU-27] [HU-75] a unit asks its superior for the missing link; both asking confirms; refusal says why', async ({
    assert,
  }) => {
    const unit = await as('cszjj')
    const ask = { pathSet: 'intermediate', level: 'intermediate', side: 'upper' }
    const asked = await unit.post('/path-links', { ...ask, otherId: body['4301-A'] })
    assert.equal(asked.body.to, '/path-links?tab=upper')
    const upper = await as('csglc')
    const agreed = await upper.post('/path-links', {
      ...ask,
      side: 'lower',
      otherId: body['4301-Z'],
    })
    assert.include(agreed.body.message, '路径已接通')
    await unit.post('/path-links', { ...ask, pathSet: 'junior', otherId: body['4301-A'] })
    const [row] = (await upper.page('/path-links')).body.props.waiting.data
    assert.equal((await upper.post(`/path-links/${row.id}/refuse`, {})).status, 422)
    assert.equal(
      (await upper.post(`/path-links/${row.id}/refuse`, { reason: '不受理初级' })).status,
      200
    )
    await inProvince('hunan', () => runJobs())
    const messages = async (visitor: typeof unit) =>
      (await visitor.page('/messages')).body.props.messages.data as {
        title: string
        body: string
      }[]
    const told = await messages(upper)
    assert.lengthOf(
      told.filter(({ title }) => title === '有审核路径等待确认'),
      2
    )
    assert.include(told[0].body, '长沙市住房和城乡建设局')
    const answers = await messages(unit)
    assert.includeMembers(
      answers.map(({ title }) => title),
      ['审核路径已接通', '审核路径未获确认']
    )
    assert.include(JSON.stringify(answers), '不受理初级')
    const list = await unit.page('/path-links?tab=upper&status=refused')
    assert.equal(list.body.props.links.data[0].reason, '不受理初级')
  })

  test('no circle is closed, no body stands above itself, no unknown set is taken', async ({
    assert,
  }) => {
    const unit = await as('pszx')
    const circle = await unit.post('/path-links', {
      pathSet: 'senior',
      side: 'lower',
      otherId: body['4301-A'],
    })
    assert.include(JSON.stringify(circle.body.errors), '循环')
    const self = await unit.post('/path-links', {
      pathSet: 'senior',
      side: 'lower',
      otherId: body['4301-P'],
    })
    assert.equal(self.status, 422)
    const unknown = await unit.post('/path-links', {
      pathSet: 'other',
      side: 'lower',
      otherId: body['4301-J'],
    })
    assert.equal(unknown.body.errors[0].field, 'pathSet')
  })

  test('[HU-36] [HU-37] [HU-38] [HU-39] [HU-40] five path sets: add, edit, cancel with reason, each by itself', async ({
    assert,
  }) => {
    const admin = await as('admin')
    const { pathSets } = (await admin.page('/path-network')).body.props
    assert.deepEqual(
      pathSets.map(({ value }: { value: string }) => value),
      ['initial', 'recognition', 'junior', 'intermediate', 'senior']
    )
    for (const { value: pathSet } of pathSets) {
      const link = { pathSet, level: null, lowerId: body['4301-P'], upperId: body['4300'] }
      const list = async (status = '') =>
        (await admin.page(`/path-network?set=${pathSet}&upper=职称管理部门&status=${status}`)).body
          .props.links
      const made = await admin.post('/path-network', link)
      assert.equal(made.status, 200, made.body.message)
      assert.equal((await admin.post('/path-network', link)).status, 422)
      const [row] = (await list()).data
      assert.equal(row.status, 'confirmed')
      const moved = await admin.post(`/path-network/${row.id}`, {
        ...link,
        level: 'intermediate',
        lowerId: body['4301-J'],
      })
      assert.equal(moved.status, 200, moved.body.message)
      assert.equal((await list()).data[0].lower, '长沙市教育局')
      assert.equal((await admin.post(`/path-network/${row.id}/cancel`, {})).status, 422)
      assert.equal(
        (await admin.post(`/path-network/${row.id}/cancel`, { reason: '机构调整' })).status,
        200
      )
      assert.equal((await list()).meta.total, 0)
      assert.equal((await list('cancelled')).data[0].reason, '机构调整')
      // a cancelled link comes back when it is added again
      assert.equal(
        (
          await admin.post('/path-network', {
            ...link,
            level: 'intermediate',
            lowerId: body['4301-J'],
          })
        ).status,
        200
      )
      assert.equal((await list()).meta.total, 1)
      await admin.post(`/path-network/${row.id}/cancel`, { reason: '恢复原状' })
    }
    const unit = await as('pszx')
    assert.equal((await unit.page('/path-network')).status, 403)
  })

  test('[HU-75] uppers, lowers, the walk, and a map that shows where the path breaks', async ({
    assert,
  }) => {
    const office = await as('csglc')
    const relations = async (id: number, side: string) =>
      (await office.page(`/paths?body=${id}&side=${side}`)).body.props.relations.data
    const uppers = await relations(body['4301-Z'], 'upper')
    assert.includeMembers(
      uppers.map(({ upper }: { upper: { name: string } }) => upper.name),
      ['长沙市本级专业技术人员管理处']
    )
    const lowers = await relations(uppers[0].upper.id, 'lower')
    assert.include(JSON.stringify(lowers), '长沙市住房和城乡建设局')
    const admin = await as('admin')
    await admin.post('/path-network', {
      pathSet: 'intermediate',
      lowerId: body['4301-P'],
      upperId: body['4301-J'],
    })
    const asked = `/paths?unit=${body['4301-P']}&title=0103&specialty=0103&acquisition=review`
    const { simulated } = (await office.page(asked)).body.props
    assert.isFalse(simulated.ok)
    assert.equal(simulated.pathSet, 'intermediate')
    const broken = simulated.map.nodes.filter(({ isBroken }: { isBroken: boolean }) => isBroken)
    assert.deepEqual(
      broken.map(({ name }: { name: string }) => name),
      ['长沙市教育局']
    )
    // a link of another level carries nobody
    await admin.post('/path-network', {
      pathSet: 'intermediate',
      level: 'junior_assistant',
      lowerId: body['4301-J'],
      upperId: body['PWH-1'],
    })
    assert.isFalse((await office.page(asked)).body.props.simulated.ok)
    await admin.post('/path-network', {
      pathSet: 'intermediate',
      level: 'intermediate',
      lowerId: body['4301-J'],
      upperId: body['PWH-1'],
    })
    const whole = (await office.page(asked)).body.props.simulated
    assert.isTrue(whole.ok, whole.message)
    assert.isTrue(whole.bodies.at(-1).isFinal)
    assert.isTrue(whole.bodies.at(-1).evaluates)
    const unable = (await office.page(asked.replace('specialty=0103', 'specialty=0501'))).body.props
    assert.isFalse(unable.simulated.bodies.at(-1).evaluates)
  })

  test('[HU-32] [HU-36] an initial title goes to the nearest receiving body of its level', async ({
    assert,
  }) => {
    const admin = await as('admin')
    const asked = `/paths?unit=${body['4301-P']}&title=0504&specialty=0501&acquisition=initial`
    const simulate = async () => (await admin.page(asked)).body.props.simulated
    const before = await simulate()
    assert.isTrue(before.ok, before.message)
    assert.equal(before.steps.at(-1).organization, '长沙市本级专业技术人员管理处')
    assert.equal(before.steps.at(-1).label, '受理机构审核')
    const [row] = (await admin.page('/catalogue/receivers')).body.props.receivers.data
    await admin.post(`/catalogue/receivers/${row.id}/cancel`, { reason: '不再受理' })
    const after = await simulate()
    assert.isFalse(after.ok)
    assert.include(after.message, '到不了终审机构')
  })

  test('[HU-75] [HU-04] from a unit without a superior nothing is handed in; the answer names who mends it', async ({
    assert,
  }) => {
    const application = await inProvince('hunan', async () => {
      const account = await Account.findByOrFail('login', 'chenshili')
      const own = await Application.findByOrFail('accountId', account.id)
      await fillApplication(await asAccount(account), own)
      return own
    })
    const links = () => db.from('path_links').where('lower_id', body['4301-P'])
    const were = await inProvince('hunan', async () => {
      const before = await links().where('status', 'confirmed').select('id')
      await links().update({ status: 'cancelled' })
      return before.map(({ id }) => id)
    })
    const applicant = await as('chenshili')
    const path = `/apply/${application.id}`
    const { props } = (await applicant.page(path)).body
    const asked = { pledgeVersion: props.pledge.version, version: props.application.version }
    const refused = await applicant.post(`${path}/submit`, asked)
    assert.equal(refused.status, 422)
    assert.match(refused.body.message, /“长沙市城区排水事务中心”中断/)
    assert.include(refused.body.message, '上级机构')
    assert.equal((await applicant.page(path)).body.props.application.stage, 'draft')
    await inProvince('hunan', () =>
      db.from('path_links').whereIn('id', were).update({ status: 'confirmed' })
    )
    const taken = await applicant.post(`${path}/submit`, asked)
    assert.equal(taken.status, 200, taken.body.message)
  })

  test('a province that goes up the tree says so and shows the tree', async ({ assert }) => {
    await tenantOf('hebei')
    const handler = await visitorOf('hebei').becomes('sy-jb')
    const own = await handler.page('/path-links')
    assert.deepEqual(own.body.props.pathSets, [])
    const shown = await handler.page(`/paths?body=${own.body.props.ownId ?? 3}&side=upper`)
    assert.equal(shown.status, 200)
  })
})
