import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import publishRuleset from '#batches/actions/publish_ruleset'
import { currentRuleset } from '#batches/queries/rulesets'
import openAccount from '#identity/actions/open_account'
import Account from '#identity/models/account'
import Organization from '#organizations/models/organization'
import { samplePdf } from '#platform/demo/sample_pdf'
import { readCreditCode } from '#registrations/credit_code'
import { systemContext } from '#web/actor'
import decideRegistration from '#registrations/actions/decide_registration'
import { as } from '#platform/demo/drive'
import { visitorOf, type Visitor } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

const PASSWORD = 'Kx7-bright-river'
const UNIT = '长沙市城区排水事务中心'
// numbers of the standard's own kind, made up
const WITH_X = '11010519491231002X'

const unitId = (name: string) =>
  inProvince('hunan', async () => (await Organization.findByOrFail('name', name)).id)
const person = async (visitor: Visitor, more: object = {}) => ({
  name: '示例人员',
  idNumber: WITH_X,
  phone: '13700000001',
  organizationId: await unitId(UNIT),
  password: PASSWORD,
  confirmation: PASSWORD,
  agreed: true,
  captcha: await visitor.solvedCaptcha(),
  ...more,
})
const faults = (reply: { body: any }) =>
  (reply.body.errors ?? []).map(({ field }: { field: string }) => field)

const decide = (
  login: string,
  id: number,
  input: { decision: 'accepted' | 'refused'; opinion?: string }
) =>
  inProvince('hunan', async () =>
    decideRegistration(await as(await Account.findByOrFail('login', login)), id, input)
  )

test.group('registration', (group) => {
  group.setup(async () => void (await freshTenantOf('hunan')))
  // the suites after this one begin with the demo's own world
  group.teardown(async () => void (await freshTenantOf('hunan')))

  test('[HU-01] a person registers once with his own number, ending in X too', async ({
    assert,
  }) => {
    const visitor = visitorOf('hunan')
    const bodies = await visitor.get(`/register/bodies?q=${encodeURIComponent('长沙市城')}`)
    assert.deepEqual(
      bodies.body.bodies.map(({ label }: { label: string }) => label),
      [UNIT]
    )
    const robot = await visitor.post('/register', await person(visitor, { captcha: 'guess' }))
    assert.equal(robot.body.code, 'captcha')
    const wrong = await visitor.post(
      '/register',
      await person(visitor, { idNumber: '110105194912310021' })
    )
    assert.deepEqual(faults(wrong), ['idNumber'])
    const weak = await visitor.post(
      '/register',
      await person(visitor, { password: 'Aa19491231!', confirmation: 'Aa19491231!' })
    )
    assert.deepEqual(faults(weak), ['password'])
    const silent = await visitor.post('/register', await person(visitor, { agreed: false }))
    assert.deepEqual(faults(silent), ['agreed'])
    const done = await visitor.post(
      '/register',
      await person(visitor, { idNumber: '11010519491231002x' })
    )
    assert.equal(done.status, 200, JSON.stringify(done.body))
    const again = await visitor.post('/register', await person(visitor))
    assert.equal(again.body.code, 'account_exists')
    const other = await visitor.post('/register', await person(visitor, { name: '另一人' }))
    assert.deepEqual(faults(other), ['idNumber'])
    const signedIn = await visitor.post('/sign-in', { login: WITH_X, password: PASSWORD })
    assert.equal(signedIn.body.to, '/apply')
    const rows = await inProvince('hunan', () => db.from('registrations'))
    assert.notInclude(JSON.stringify(rows), WITH_X)
    assert.notInclude(JSON.stringify(rows), '13700000001')
  })

  test('[HU-01] rare characters in a name: a second plane, a middle dot', async ({ assert }) => {
    const visitor = visitorOf('hunan')
    for (const [name, idNumber] of [
      ['𠮷㛃', '110101199003070011'],
      ['阿卜杜•热合曼', '110101199003070038'],
    ]) {
      const reply = await visitor.post('/register', await person(visitor, { name, idNumber }))
      assert.equal(reply.status, 200, JSON.stringify(reply.body))
    }
    const names = await inProvince('hunan', () =>
      db.from('people').whereIn('name', ['𠮷㛃', '阿卜杜·热合曼'])
    )
    assert.lengthOf(names, 2)
  })

  test('[HB-06] one applicant account a person and year, also when two ask at once', async ({
    assert,
  }) => {
    await inProvince('hunan', async () => {
      const ctx = systemContext()
      const account = await Account.findByOrFail('login', WITH_X)
      const open = (login: string) =>
        openAccount(ctx, {
          login,
          kind: 'applicant',
          name: account.name,
          roles: ['applicant'],
          personId: account.personId,
          organizationId: account.organizationId,
          year: 2031,
        })
      const both = await Promise.allSettled([open('twin-a'), open('twin-b')])
      assert.lengthOf(
        both.filter(({ status }) => status === 'fulfilled'),
        1
      )
    })
  })

  test('[HU-01] where the rules say so, the unit confirms its people before they sign in', async ({
    assert,
  }) => {
    const admin = await visitorOf('hunan').becomes('admin')
    const reviewsPersons = async () =>
      (await admin.page('/registrations')).body.props.reviewsPersons
    assert.isFalse(await reviewsPersons())
    await inProvince('hunan', async () => {
      const { ruleset, words, templates } = await currentRuleset()
      const document = structuredClone(ruleset)
      document.accounts.registrationReview = true
      await publishRuleset(systemContext(), { document, words, templates, note: '测试' })
      const unit = await Organization.findByOrFail('name', UNIT)
      const { account } = await openAccount(systemContext(), {
        login: 'unit-admin-test',
        kind: 'staff',
        name: '管理员',
        roles: ['unit_admin'],
        organizationId: unit.id,
      })
      await account.merge({ status: 'active' }).save()
    })
    assert.isTrue(await reviewsPersons())
    const visitor = visitorOf('hunan')
    const idNumber = '110101199003070054'
    const input = await person(visitor, { idNumber })
    assert.equal((await visitor.post('/register', input)).status, 200)
    const signIn = async () =>
      visitor.post('/sign-in', {
        login: idNumber,
        password: PASSWORD,
        captcha: await visitor.solvedCaptcha(),
      })
    assert.equal((await signIn()).body.code, 'registration_open')
    const row = await inProvince('hunan', () =>
      db.from('registrations').where({ kind: 'person', status: 'open' }).firstOrFail()
    )
    const stranger = await visitorOf('hunan').becomes('csglc')
    assert.include(
      [403, 404],
      (await stranger.post(`/registrations/${row.id}`, { decision: 'accepted' })).status
    )
    await decide('unit-admin-test', row.id, { decision: 'refused', opinion: '非本单位人员' })
    const told = await signIn()
    assert.equal(told.body.code, 'registration_refused')
    assert.include(told.body.message, '非本单位人员')
    // the next attempt takes the place of the refused one
    assert.equal((await visitor.post('/register', await person(visitor, { idNumber }))).status, 200)
    const second = await inProvince('hunan', () =>
      db.from('registrations').where({ kind: 'person', status: 'open' }).firstOrFail()
    )
    await decide('unit-admin-test', second.id, { decision: 'accepted' })
    assert.equal((await signIn()).body.to, '/apply')
    await assert.rejects(() => decide('unit-admin-test', second.id, { decision: 'accepted' }))
  })

  test('[HU-76] a unit asks with its papers; its superior passes it, or refuses with an opinion', async ({
    assert,
  }) => {
    const superior = await unitId('长沙市本级专业技术人员管理处')
    const visitor = visitorOf('hunan')
    const input = {
      name: '示例设计院',
      kind: 'unit',
      creditCode: '91350200MA2YJ1XR9G',
      regionCode: '430100',
      nature: '民营企业',
      industry: '工程设计',
      contact: '示例联系人',
      phone: '13700000002',
      address: '示例路 1 号',
      organizationId: String(superior),
      login: 'sheji-admin',
      password: PASSWORD,
      confirmation: PASSWORD,
      agreed: 'true',
    }
    const paper = { field: 'papers[]', name: '营业执照.pdf', bytes: samplePdf('执照') }
    const ask = async (more: object = {}, papers = [paper]) =>
      visitor.sendForm(
        '/register/unit',
        { ...input, ...more, captcha: await visitor.solvedCaptcha() } as Record<string, string>,
        papers
      )
    assert.deepEqual(faults(await ask({}, [])), ['papers'])
    assert.deepEqual(faults(await ask({ creditCode: '91350200MA2YJ1XRIG' })), ['creditCode'])
    const asked = await ask()
    assert.equal(asked.status, 200, JSON.stringify(asked.body))
    // who registered a unit comes to the tab of units
    assert.equal((await visitor.page(asked.body.to)).body.props.as, 'unit')
    assert.deepEqual(faults(await ask({ login: 'second-admin' })), ['creditCode'])
    const row = await inProvince('hunan', async () => {
      const { account } = await openAccount(systemContext(), {
        login: 'agency-admin-test',
        kind: 'staff',
        name: '管理员',
        roles: ['unit_admin'],
        organizationId: superior,
      })
      await account.merge({ status: 'active' }).save()
      return db.from('registrations').where({ kind: 'unit', status: 'open' }).firstOrFail()
    })
    assert.equal(
      (await visitor.post('/sign-in', { login: 'sheji-admin', password: PASSWORD })).body.code,
      'registration_open'
    )
    await decide('agency-admin-test', row.id, { decision: 'accepted' })
    const unit = await inProvince('hunan', () => Organization.findByOrFail('name', '示例设计院'))
    assert.equal(unit.parentId, superior)
    const signedIn = await visitor.post('/sign-in', { login: 'sheji-admin', password: PASSWORD })
    assert.equal(signedIn.status, 200, signedIn.body.message)
  })

  test('credit codes: the check letter only warns', ({ assert }) => {
    assert.deepEqual(readCreditCode('91350200MA2YJ1XR9G'), { isWellFormed: true, fits: true })
    assert.deepEqual(readCreditCode('91350203M0001QAY9B'), { isWellFormed: true, fits: false })
    assert.isFalse(readCreditCode('91350203M0001QAY9').isWellFormed)
  })
})
