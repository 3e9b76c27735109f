import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { readXlsx } from 'hucre/xlsx'
import Application from '#applications/models/application'
import { runJobs } from '#jobs/run_jobs'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'
import { systemContext } from '#web/actor'
import { writeSetting } from '#web/settings'

const admin = () => visitorOf('hunan').becomes('admin')
const COMMITTEE = {
  code: 'PWH-9',
  name: '示例高校教师系列高评会',
  level: 'senior_associate',
  series: '01',
  specialties: ['0101'],
  size: 11,
  validFrom: '2026-01-01',
  contactName: '王示例',
  contactIdNumber: '110101198010010135',
  contactPhone: '0731-0000000',
}
const ids = () =>
  inProvince('hunan', async () => {
    const rows = await db.from('organizations').select('id', 'code')
    return Object.fromEntries(rows.map(({ id, code }) => [code, id as number]))
  })
const made = () =>
  inProvince('hunan', () => db.from('committees').where('code', 'PWH-9').firstOrFail())

test.group('the register of committees', (group) => {
  let body: Record<string, number>
  group.setup(async () => {
    await freshTenantOf('hunan')
    body = await ids()
  })

  test('[HU-44] a committee is added with its operator, who works as the committee', async ({
    assert,
  }) => {
    const visitor = await admin()
    const input = { ...COMMITTEE, organizationId: body['4300'], officeId: null }
    const even = await visitor.post('/committee-register', { ...input, size: 12 })
    assert.equal(even.body.errors[0].field, 'size')
    const wrongId = await visitor.post('/committee-register', {
      ...input,
      contactIdNumber: '110101198010010136',
    })
    assert.equal(wrongId.body.errors[0].field, 'contactIdNumber')
    const done = await visitor.post('/committee-register', input)
    assert.equal(done.status, 200, done.body.message)
    const [slip] = done.body.data.slips
    const operator = visitorOf('hunan')
    const password = 'Tk-9vRw2x-q'
    const activated = await operator.post('/activate', {
      login: slip.login,
      secret: slip.secret,
      password,
      confirmation: password,
    })
    assert.equal(activated.status, 200, activated.body.message)
    // who may issue certificates sets his second factor up before anything else
    assert.equal(activated.body.to, '/sign-in/code')
    await inProvince('hunan', () =>
      db.transaction((trx) =>
        writeSetting(systemContext(), trx, 'sign_in', {
          value: { secondFactorIssuers: false },
          version: 0,
        })
      )
    )
    const signedIn = await operator.post('/sign-in', { login: slip.login, password })
    assert.equal(signedIn.status, 200, signedIn.body.message)
    assert.equal((await operator.page('/meetings')).status, 200)
    const { id } = await made()
    const shown = await visitor.page(`/committee-register/${id}`)
    assert.match(shown.body.props.committee.contactIdNumber, /\*/)
    assert.notInclude(JSON.stringify(shown.body.props), COMMITTEE.contactIdNumber)
  })

  test('[HU-45] edited with its version; another operator needs his ID number and gets his own secret', async ({
    assert,
  }) => {
    const visitor = await admin()
    const { id, version } = await made()
    const input = {
      ...COMMITTEE,
      organizationId: body['4300'],
      name: '示例高校教师系列高级评委会',
      version,
      contactIdNumber: null,
    }
    const saved = await visitor.post(`/committee-register/${id}`, input)
    assert.equal(saved.status, 200, saved.body.message)
    assert.deepEqual(saved.body.data.slips, [])
    assert.equal((await visitor.post(`/committee-register/${id}`, input)).status, 409)
    const unnamed = await visitor.post(`/committee-register/${id}`, {
      ...input,
      version: version + 1,
      contactName: '李示例',
    })
    assert.equal(unnamed.body.errors[0].field, 'contactIdNumber')
    const other = await visitor.post(`/committee-register/${id}`, {
      ...input,
      version: version + 1,
      contactName: '李示例',
      contactIdNumber: '11010119900307109X',
    })
    assert.equal(other.status, 200, other.body.message)
    assert.lengthOf(other.body.data.slips, 1)
  })

  test('[HU-47] [HU-48] [HU-49] [HU-51] specialties, founding units by name or credit code, fees; read only for others', async ({
    assert,
  }) => {
    const visitor = await admin()
    const { id } = await made()
    const at = (path: string) => `/committee-register/${id}/${path}`
    const foreign = await visitor.post(at('specialties'), { specialty: '0501' })
    assert.equal(foreign.body.errors[0].field, 'specialty')
    assert.equal((await visitor.post(at('specialties'), { specialty: '0102' })).status, 200)
    assert.equal((await visitor.post(at('specialties'), { specialty: '0102' })).status, 200)
    await inProvince('hunan', () =>
      db
        .from('organizations')
        .where('id', body['4301-J'])
        .update({ credit_code: '91350200MA2YJ1XR9G' })
    )
    const found = await visitor.get('/lookup/bodies?q=91350200MA2YJ1XR9G')
    assert.equal(found.body.options[0].label, '长沙市教育局')
    const founder = { organizationId: found.body.options[0].value }
    assert.equal((await visitor.post(at('founders'), founder)).status, 200)
    const free = await visitor.post(at('fees'), { item: '茶水费', amount: 1 })
    assert.equal(free.status, 422)
    await visitor.post(at('fees'), { item: '评审费', amount: 300 })
    await visitor.post(at('fees'), { item: '评审费', amount: 320.5 })
    const office = await visitorOf('hunan').becomes('szc')
    const { props } = (await office.page(`/committee-query/${id}`)).body
    assert.isFalse(props.mayEdit)
    assert.lengthOf(props.specialties, 2)
    assert.equal(props.founders[0].name, '长沙市教育局')
    assert.deepEqual(
      props.fees.map(({ item, yuan }: { item: string; yuan: string }) => [item, yuan]),
      [['评审费', '320.50']]
    )
    assert.equal((await office.post(at('fees'), { item: '评审费', amount: 1 })).status, 403)
    assert.equal((await office.page('/committee-register')).status, 403)
    assert.equal((await visitor.command('DELETE', at('specialties/0102'))).status, 200)
    const last = await visitor.command('DELETE', at('specialties/0101'))
    assert.equal(last.status, 422)
    await visitor.command('DELETE', at(`fees/${props.fees[0].id}`))
    await visitor.command('DELETE', at(`founders/${founder.organizationId}`))
    const after = (await visitor.page(`/committee-register/${id}`)).body.props
    assert.lengthOf([...after.fees, ...after.founders], 0)
  })

  test('[HU-43] [HU-50] lists go out as Excel files as they are filtered', async ({ assert }) => {
    const visitor = await admin()
    for (const [path, word] of [
      ['/committee-register/export?name=示例', '示例高校教师系列高级评委会'],
      ['/catalogue/issuers/export', '长沙市本级专业技术人员管理处'],
      ['/catalogue/receivers/export', '长沙市本级专业技术人员管理处'],
      ['/path-network/export?set=senior', '长沙市住房和城乡建设局'],
      ['/blacklist/export', '加入黑名单原因'],
    ]) {
      const reply = await visitor.get(path)
      assert.equal(reply.status, 200, path)
      const { sheets } = await readXlsx(reply.bytes)
      assert.include(JSON.stringify(sheets[0].rows), word, path)
    }
  })

  test('[HU-77] the ticked applications change their committee; what was reviewed stays', async ({
    assert,
  }) => {
    const visitor = await admin()
    const { id } = await made()
    await inProvince('hunan', async () => {
      await db.from('committees').where('id', id).update({ office_id: body['PWH-1'] })
    })
    const { data } = (await visitor.page('/committee-transfer')).body.props.applications
    const [one] = data.filter(({ stage }: { stage: string }) => stage === 'in_approval')
    const before = await inProvince('hunan', () => Application.findOrFail(one.id))
    const order = { committeeId: id, ids: [one.id], reason: '选错评委会' }
    const preview = await visitor.post('/committee-transfer/preview', order)
    assert.equal(preview.body.data.count, 1)
    const wrong = await visitor.post('/committee-transfer', { ...order, expected: 2 })
    assert.equal(wrong.status, 422)
    const done = await visitor.post('/committee-transfer', { ...order, expected: 1 })
    assert.match(done.body.to, /^\/jobs\/\d+$/)
    await inProvince('hunan', async () => {
      await runJobs()
      const after = await Application.findOrFail(one.id)
      assert.equal(after.committeeId, id)
      assert.equal(after.stage, before.stage)
      assert.equal(after.routeStep, before.routeStep)
      assert.deepEqual(
        after.route.slice(0, after.routeStep),
        before.route.slice(0, before.routeStep)
      )
    })
    const again = await visitor.post('/committee-transfer/preview', order)
    assert.equal(again.body.data.count, 0)
  })

  test('[HU-78] all that match change over all pages; those the committee cannot evaluate say why', async ({
    assert,
  }) => {
    const visitor = await admin()
    const { id } = await made()
    const first = await inProvince('hunan', () => db.from('committees').orderBy('id').firstOrFail())
    const transfer = async (from: number, to: number) => {
      const order = { committeeId: to, filters: { committee: from, year: 2026 } }
      const { body: preview } = await visitor.post('/committee-transfer/preview', order)
      const expected = preview.data.count
      assert.isAbove(expected, 0)
      const done = await visitor.post('/committee-transfer', {
        ...order,
        expected,
        reason: '机构调整',
      })
      assert.equal(done.status, 200, done.body.message)
      await inProvince('hunan', () => runJobs())
      const job = (await visitor.get(`${done.body.to}/state`)).body
      assert.equal(job.status, 'done')
      return inProvince('hunan', () =>
        db.from('committee_change_cases').orderBy('change_id', 'desc').limit(expected)
      )
    }
    const statuses = (cases: { status: string }[]) => [...new Set(cases.map((one) => one.status))]
    assert.deepEqual(statuses(await transfer(id, first.id)), ['changed'])
    await visitor.post(`/committee-register/${id}/specialties`, { specialty: '0103' })
    await visitor.command('DELETE', `/committee-register/${id}/specialties/0101`)
    const refused = await transfer(first.id, id)
    assert.deepEqual(statuses(refused), ['refused'])
    assert.include(refused[0].message, '未维护该专业')
    await visitor.post(`/committee-register/${id}/specialties`, { specialty: '0101' })
    assert.deepEqual(statuses(await transfer(first.id, id)), ['changed'])
  })

  test('[HU-50] a committee with cases under way is not cancelled; a cancelled one cannot sign in or be chosen', async ({
    assert,
  }) => {
    const visitor = await admin()
    const { id } = await made()
    const busy = await visitor.post(`/committee-register/${id}/cancel`, { reason: '撤销' })
    assert.equal(busy.status, 422)
    assert.include(busy.body.message, '在办申报')
    await inProvince('hunan', () =>
      db.from('applications').where('committee_id', id).update({ committee_id: null })
    )
    const done = await visitor.post(`/committee-register/${id}/cancel`, { reason: '撤销' })
    assert.equal(done.status, 200, done.body.message)
    const account = await inProvince('hunan', () =>
      db.from('accounts').where('committee_id', id).firstOrFail()
    )
    assert.equal(account.status, 'disabled')
    const list = await visitor.page('/committee-register?status=cancelled')
    assert.equal(list.body.props.committees.data[0].reason, '撤销')
    const chosen = await visitor.get('/lookup/committees?q=示例高校')
    assert.lengthOf(chosen.body.options, 0)
  })
})
