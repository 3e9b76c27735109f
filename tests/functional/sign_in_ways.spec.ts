import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import openAccount from '#identity/actions/open_account'
import activate from '#identity/actions/activate'
import Account from '#identity/models/account'
import { secondStep } from '#identity/second_factor'
import { visitorOf, type Visitor } from '#tests/helpers/browserless'
import { startIssuer } from '#tests/helpers/issuer'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'
import { systemContext } from '#web/actor'

const PASSWORD = 'Ceshi-Mima-27'
const CLIENT = { id: 'zhicheng', secret: 'a-secret-of-the-test' }
const security = () => visitorOf('hebei').becomes('security')

const opened = (login: string, role: string) =>
  inProvince('hebei', async () => {
    const { secret } = await openAccount(systemContext(), {
      login,
      kind: 'staff',
      name: '测试人员',
      roles: [role],
    })
    return activate({ login, secret, password: PASSWORD })
  })

test.group('ways to sign in', (group) => {
  let issuer: Awaited<ReturnType<typeof startIssuer>>
  group.setup(async () => {
    await freshTenantOf('hebei')
    issuer = await startIssuer(CLIENT)
    return () => void issuer.stop()
  })

  const policy = async (change: object) => {
    const visitor = await security()
    const { value, version } = (await visitor.page('/roles')).body.props.policy
    return visitor.post('/roles/policy', { ...value, ...change, version })
  }
  const signIn = (login: string, password: string) =>
    visitorOf('hebei').post('/sign-in', { login, password })

  test('the policy of the province bounds wrong passwords, the age of a password and a session', async ({
    assert,
  }) => {
    const account = await opened('policy-clerk', 'handler')
    assert.equal((await policy({ lockAfter: 2 })).status, 422)
    assert.equal((await policy({ lockAfter: 3, lockMinutes: 30, passwordDays: 90 })).status, 200)
    assert.equal((await signIn('policy-clerk', PASSWORD)).body.to, '/home')
    await inProvince('hebei', () =>
      db
        .from('accounts')
        .where('id', account.id)
        .update({ password_set_at: new Date(Date.now() - 91 * 86_400_000) })
    )
    const visitor = visitorOf('hebei')
    const old = await visitor.post('/sign-in', { login: 'policy-clerk', password: PASSWORD })
    assert.equal(old.body.to, '/password')
    const changed = await visitor.post('/password', {
      current: PASSWORD,
      password: 'Xin-Mima-2027',
      confirmation: 'Xin-Mima-2027',
    })
    assert.equal(changed.status, 200, changed.body.message)
    assert.equal((await signIn('policy-clerk', 'Xin-Mima-2027')).body.to, '/home')
    const bad = visitorOf('hebei')
    for (let turn = 0; turn < 3; turn++) {
      const captcha = await bad.solvedCaptcha()
      await bad.post('/sign-in', { login: 'policy-clerk', password: 'Wrong-1-word', captcha })
    }
    const captcha = await bad.solvedCaptcha()
    const locked = await bad.post('/sign-in', {
      login: 'policy-clerk',
      password: 'Xin-Mima-2027',
      captcha,
    })
    assert.equal(locked.body.code, 'locked')
    assert.match(locked.body.message, /30 分钟/)
    assert.equal((await policy({ sessionHours: 25 })).status, 422)
  })

  test('administrators, issuers of certificates and chairs need a second factor, as the policy says', async ({
    assert,
  }) => {
    const step = (id: number) =>
      inProvince('hebei', async () => secondStep(await Account.findOrFail(id)))
    const { roles } = (await (await security()).page('/roles')).body.props
    const issuing = roles
      .filter(({ abilities }: any) => abilities.includes('certificates.generate'))
      .map(({ id }: any) => id)
    assert.isNotEmpty(issuing)
    const made = await opened('issuer-27', issuing[0])
    assert.equal(await step(made.id), 'none')
    await inProvince('hebei', async () => {
      const body = await db.from('organizations').whereNotNull('issuer_code').firstOrFail()
      await db.from('accounts').where('id', made.id).update({ organization_id: body.id })
    })
    assert.equal(await step(made.id), 'set_up')
    const chair = await inProvince('hebei', async () => {
      const row = await db
        .from('meeting_members')
        .where('office', 'chair')
        .whereNotNull('account_id')
        .orderBy('id', 'desc')
        .firstOrFail()
      return row.account_id as number
    })
    assert.equal(await step(chair), 'set_up')
    await policy({ secondFactorChairs: false, secondFactorIssuers: false })
    assert.equal(await step(chair), 'none')
    assert.equal(await step(made.id), 'none')
    await policy({ secondFactorChairs: true, secondFactorIssuers: true })
  })

  const save = async (change: object = {}) => {
    const visitor = await security()
    const { version } = (await visitor.page('/roles')).body.props.provider
    return visitor.post('/roles/provider', {
      enabled: true,
      label: '省政务服务网',
      issuer: issuer.address,
      clientId: CLIENT.id,
      claim: 'preferred_username',
      secret: CLIENT.secret,
      version,
      ...change,
    })
  }
  /** Leaves for the provider and comes back. */
  const around = async (visitor: Visitor, change: (back: URL) => void = () => {}) => {
    const left = await visitor.get('/sign-in/oidc?to=/home', { accept: 'text/html' })
    const back = issuer.authorize(left.headers.location!)
    change(back)
    return visitor.get(`${back.pathname}${back.search}`, { accept: 'text/html' })
  }

  test('sign-in at the province’s own provider is an option: off at first, its secret is never shown', async ({
    assert,
  }) => {
    const off = visitorOf('hebei')
    assert.isNull((await off.page('/sign-in')).body.props.provider)
    assert.equal((await off.get('/sign-in/oidc')).status, 422)
    const saved = await save()
    assert.equal(saved.status, 200, saved.body.message)
    assert.equal((await off.page('/sign-in')).body.props.provider, '省政务服务网')
    const shown = JSON.stringify((await (await security()).page('/roles')).body.props.provider)
    assert.notInclude(shown, CLIENT.secret)
    await inProvince('hebei', async () => {
      const row = await db.from('tenant_settings').where('name', 'oidc').firstOrFail()
      assert.notInclude(JSON.stringify(row), CLIENT.secret)
    })
    // an empty secret keeps the one that is there
    assert.equal((await save({ secret: null })).status, 200)
    assert.equal(
      (await (await visitorOf('hebei').becomes('admin')).post('/roles/provider', {})).status,
      403
    )
  })

  test('who has an account comes in and stays linked, even when his login changes', async ({
    assert,
  }) => {
    const account = await opened('oidc-clerk', 'handler')
    issuer.person = { sub: 'person-1', preferred_username: 'oidc-clerk' }
    const visitor = visitorOf('hebei')
    const back = await around(visitor)
    assert.equal(back.headers.location, '/home')
    assert.equal((await visitor.page('/home')).body.props.actor.name, '测试人员')
    issuer.person = { sub: 'person-1', preferred_username: 'somebody-else' }
    const again = visitorOf('hebei')
    assert.equal((await around(again)).headers.location, '/home')
    await inProvince('hebei', async () => {
      const rows = await db.from('account_identities').where('account_id', account.id)
      assert.lengthOf(rows, 1)
      assert.isNotNull(await db.from('audit_entries').where('action', 'identity.linked').first())
    })
  })

  test('an administrator still needs his second factor', async ({ assert }) => {
    issuer.person = { sub: 'person-2', preferred_username: 'auditor' }
    const visitor = visitorOf('hebei')
    assert.equal((await around(visitor)).headers.location, '/sign-in/code')
    assert.equal((await visitor.page('/audit')).status, 302)
  })

  test('no account, a disabled one, a wrong state, nonce or a replayed answer lets nobody in', async ({
    assert,
  }) => {
    const inside = async (visitor: Visitor) => (await visitor.page('/home')).status === 200
    issuer.person = { sub: 'person-3', preferred_username: 'nobody-here' }
    const stranger = visitorOf('hebei')
    assert.equal((await around(stranger)).status, 422)
    assert.isFalse(await inside(stranger))

    issuer.person = { sub: 'person-1', preferred_username: 'oidc-clerk' }
    const forged = visitorOf('hebei')
    await around(forged, (back) => back.searchParams.set('state', 'forged'))
    assert.isFalse(await inside(forged))
    issuer.nonce = 'of-another-journey'
    const replayed = visitorOf('hebei')
    await around(replayed)
    assert.isFalse(await inside(replayed))
    issuer.nonce = null
    const cold = visitorOf('hebei')
    assert.equal((await cold.get('/sign-in/oidc/callback?code=x&state=y')).status, 401)

    await inProvince('hebei', () =>
      db.from('accounts').where('login', 'oidc-clerk').update({ status: 'disabled' })
    )
    const disabled = visitorOf('hebei')
    assert.equal((await around(disabled)).status, 422)
    assert.isFalse(await inside(disabled))
  })
})
