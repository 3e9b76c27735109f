import { test } from '@japa/runner'
import openAccount from '#identity/actions/open_account'
import Account from '#identity/models/account'
import { Visitor, visitorOf } from '#tests/helpers/browserless'
import { inProvince, tenantOf } from '#tests/helpers/tenants'
import { firstBrokenEntry } from '#audit/audit'
import { systemContext } from '#web/actor'

const PASSWORD = 'Tk-9vRw2x-q'

const open = (login: string) =>
  inProvince('hebei', async () =>
    openAccount(systemContext('测试'), {
      login,
      kind: 'staff',
      name: '测试经办人',
      roles: ['handler'],
    })
  )

test.group('sign-in', (group) => {
  group.setup(async () => {
    await tenantOf('hebei')
    await tenantOf('henan')
  })

  test('[HB-04] an account is opened with a one-time secret and a password of its own', async ({
    assert,
  }) => {
    const { secret } = await open('first-use')
    const visitor = visitorOf('hebei')
    assert.equal(
      (await visitor.post('/sign-in', { login: 'first-use', password: '888888' })).status,
      422
    )
    const weak = await visitor.post('/activate', {
      login: 'first-use',
      secret,
      password: 'Aa888888',
      confirmation: 'Aa888888',
    })
    assert.equal(weak.status, 422)
    assert.equal(weak.body.errors[0].field, 'password')
    const done = await visitor.post('/activate', {
      login: 'first-use',
      secret,
      password: PASSWORD,
      confirmation: PASSWORD,
    })
    assert.equal(done.status, 200, done.body.message)
    const again = await visitorOf('hebei').post('/activate', {
      login: 'first-use',
      secret,
      password: PASSWORD,
      confirmation: PASSWORD,
    })
    assert.equal(again.status, 422)
    assert.equal(
      (await visitorOf('hebei').post('/sign-in', { login: 'first-use', password: PASSWORD }))
        .status,
      200
    )
  })

  test('[HB-01] wrong and unknown get the same words; five failures lock; captcha after two', async ({
    assert,
  }) => {
    const { secret } = await open('locked-out')
    await visitorOf('hebei').post('/activate', {
      login: 'locked-out',
      secret,
      password: PASSWORD,
      confirmation: PASSWORD,
    })
    const visitor = visitorOf('hebei')
    const wrong = await visitor.post('/sign-in', { login: 'locked-out', password: 'wrong' })
    const unknown = await visitor.post('/sign-in', { login: 'no-such-account', password: 'wrong' })
    assert.equal(wrong.status, 422)
    assert.equal(wrong.body.message, unknown.body.message)
    await visitor.post('/sign-in', { login: 'locked-out', password: 'wrong' })
    const third = await visitor.post('/sign-in', { login: 'locked-out', password: PASSWORD })
    assert.equal(third.body.code, 'captcha')
    const account = await inProvince('hebei', () => Account.findByOrFail('login', 'locked-out'))
    assert.equal(account.failedAttempts, 2)
  })

  test('a password change ends the other sessions', async ({ assert }) => {
    const { secret } = await open('two-devices')
    const one = visitorOf('hebei')
    await one.post('/activate', {
      login: 'two-devices',
      secret,
      password: PASSWORD,
      confirmation: PASSWORD,
    })
    const two = visitorOf('hebei')
    await two.post('/sign-in', { login: 'two-devices', password: PASSWORD })
    assert.equal((await two.page('/home')).status, 200)
    const next = 'Other-7pass-x'
    assert.equal(
      (await one.post('/password', { current: PASSWORD, password: next, confirmation: next }))
        .status,
      200
    )
    assert.equal((await two.get('/home')).status, 401)
    assert.equal((await one.page('/home')).status, 200)
  })

  test('a session is worth nothing in another province', async ({ assert }) => {
    const visitor = await visitorOf('hebei').becomes('sy-jb')
    assert.equal((await visitor.page('/reviews')).status, 200)
    assert.equal((await visitor.carriedTo('henan.localhost').get('/reviews')).status, 401)
    assert.equal((await visitor.carriedTo('127.0.0.1', '/t/henan').get('/reviews')).status, 401)
    assert.equal((await visitor.carriedTo('127.0.0.1', '/t/hebei').get('/reviews')).status, 200)
  })

  test('commands need the token of the page', async ({ assert }) => {
    const bare = new Visitor('hebei.localhost')
    const reply = await bare.get('/sign-in', { accept: 'text/html' })
    assert.equal(reply.status, 200)
    const http = await import('node:http')
    const status = await new Promise((done) => {
      const request = http.request(
        {
          port: process.env.PORT,
          host: '127.0.0.1',
          method: 'POST',
          path: '/sign-in',
          headers: { host: 'hebei.localhost' },
        },
        (response) => done(response.statusCode)
      )
      request.end()
    })
    assert.equal(status, 419)
  })

  test('unknown hosts and bare addresses have no tenant', async ({ assert }) => {
    for (const host of ['nobody.localhost', 'evil.example', '127.0.0.1'])
      assert.equal((await new Visitor(host).get('/sign-in')).status, 404, host)
  })

  test('the audit chain is whole, and a change shows', async ({ assert }) => {
    await inProvince('hebei', async () => {
      assert.isNull(await firstBrokenEntry())
      const { default: db } = await import('@adonisjs/lucid/services/db')
      const row = await db.from('audit_entries').orderBy('id', 'desc').firstOrFail()
      await db.from('audit_entries').where('id', row.id).update({ actor_name: '别人' })
      assert.equal(await firstBrokenEntry(), row.id)
      await db.from('audit_entries').where('id', row.id).update({ actor_name: row.actor_name })
      assert.isNull(await firstBrokenEntry())
    })
  })
})
