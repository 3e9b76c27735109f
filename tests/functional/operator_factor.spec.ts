import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Secret, TOTP } from 'otpauth'
import { inviteOperator } from '#identity/operator_session'
import env from '#start/env'
import { Visitor } from '#tests/helpers/browserless'
import { tenantOf } from '#tests/helpers/tenants'

const LOGIN = 'factor-op'
const PASSWORD = 'Yunwei-2026-ceshi'
const CODE = '/operator/sign-in/code'
const codeOf = (secret: string, later = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later })

test.group('the second factor of operators', (group) => {
  let secret: string
  let codes: string[]
  const platform = () => db.connection('platform')
  const signedIn = async () => {
    const visitor = new Visitor('localhost')
    const reply = await visitor.post('/operator/sign-in', { login: LOGIN, password: PASSWORD })
    return { visitor, to: reply.body.to as string }
  }

  group.setup(async () => {
    await tenantOf('hebei')
    env.set('DEMO', false)
  })
  group.teardown(async () => {
    env.set('DEMO', true)
    await platform().from('operators').where('login', LOGIN).delete()
    await platform().from('operator_entries').where('operator', '口令运维').delete()
  })

  test('outside a demo nobody gets in without: who has none sets it up first', async ({
    assert,
  }) => {
    const activation = await inviteOperator({ login: LOGIN, name: '口令运维' })
    const visitor = new Visitor('localhost')
    const activated = await visitor.post('/operator/activate', {
      login: LOGIN,
      secret: activation,
      password: PASSWORD,
      confirmation: PASSWORD,
    })
    assert.equal(activated.body.to, CODE)
    assert.equal((await visitor.page('/operator')).status, 302)
    const { setUp } = (await visitor.page(CODE)).body.props
    assert.match(setUp.picture, /^data:image\/svg\+xml;base64,/)
    secret = setUp.secret
    assert.equal((await visitor.post(CODE, { code: '000000' })).body.errors[0].field, 'code')
    const bound = await visitor.post(CODE, { code: codeOf(secret) })
    assert.equal(bound.status, 200, bound.body.message)
    codes = bound.body.data.codes
    assert.equal(new Set(codes).size, 10)
    assert.equal((await visitor.page('/operator')).status, 200)
    const sealed = await platform().from('operator_second_factors').orderBy('operator_id', 'desc')
    assert.notInclude(sealed[0].secret_sealed.toString('latin1'), secret)
    const kept = JSON.stringify(await platform().from('operator_recovery_codes'))
    for (const code of codes) assert.notInclude(kept, code.replace('-', ''))
  })

  test('a code of the device serves once, a recovery code too; both stand in the log without the code', async ({
    assert,
  }) => {
    const first = await signedIn()
    assert.equal(first.to, CODE)
    assert.isNull((await first.visitor.page(CODE)).body.props.setUp)
    const next = codeOf(secret, 30_000)
    assert.equal((await first.visitor.post(CODE, { code: next })).status, 200)
    const second = await signedIn()
    assert.equal((await second.visitor.post(CODE, { code: next })).status, 422)
    assert.equal((await second.visitor.page('/operator')).status, 302)
    assert.equal((await second.visitor.post(CODE, { code: codes[0].toLowerCase() })).status, 200)
    const third = await signedIn()
    assert.equal((await third.visitor.post(CODE, { code: codes[0] })).status, 422)
    const { codesLeft, isBound } = (await second.visitor.page('/operator/security')).body.props
    assert.deepEqual([codesLeft, isBound], [9, true])
    const entries = await platform().from('operator_entries').where('operator', '口令运维')
    const actions = entries.map(({ action }) => action)
    for (const action of ['绑定动态口令', '动态口令被拒', '用恢复码登录'])
      assert.include(actions, action)
    assert.notInclude(JSON.stringify(entries), codes[0])
  })

  test('new recovery codes replace the old; another device is bound after the old one is let go', async ({
    assert,
  }) => {
    const { visitor } = await signedIn()
    const elsewhere = await signedIn()
    await visitor.post(CODE, { code: codes[1] })
    await elsewhere.visitor.post(CODE, { code: codes[2] })
    const renewed = await visitor.post('/operator/security/renew', { code: codes[3] })
    assert.equal(renewed.body.data.codes.length, 10)
    assert.equal((await visitor.post('/operator/security/remove', { code: codes[4] })).status, 422)
    const [fresh] = renewed.body.data.codes
    assert.equal((await visitor.post('/operator/security/remove', { code: fresh })).status, 200)
    assert.equal((await visitor.page('/operator')).status, 200)
    assert.equal((await elsewhere.visitor.page('/operator')).status, 302)
    const begun = (await visitor.post('/operator/security/begin')).body.data
    assert.notEqual(begun.secret, secret)
    const confirmed = await visitor.post('/operator/security/confirm', {
      code: codeOf(begun.secret),
    })
    assert.equal(confirmed.body.data.codes.length, 10)
    assert.equal((await visitor.post('/operator/security/begin')).body.code, 'known')
  })

  test('guessing is bounded; an activation on the server lets in who lost everything', async ({
    assert,
  }) => {
    const { visitor } = await signedIn()
    let last = await visitor.post(CODE, { code: '111111' })
    for (let guess = 0; guess < 8 && last.body.code !== 'too_many'; guess++)
      last = await visitor.post(CODE, { code: '111111' })
    assert.equal(last.body.code, 'too_many')
    const activation = await inviteOperator({ login: LOGIN, name: '口令运维' })
    const fresh = new Visitor('localhost')
    await fresh.post('/operator/activate', {
      login: LOGIN,
      secret: activation,
      password: PASSWORD,
      confirmation: PASSWORD,
    })
    assert.isNotNull((await fresh.page(CODE)).body.props.setUp)
  })

  test('a demo lets its operators in with the password alone until they set one up', async ({
    assert,
  }) => {
    env.set('DEMO', true)
    await inviteOperator({ login: 'demo-operator', name: '演示运维' })
    const demo = new Visitor('localhost')
    assert.equal((await demo.post('/operator/persona')).status, 200)
    assert.equal((await demo.page('/operator')).status, 200)
    const { to } = await signedIn()
    assert.equal(to, '/operator')
  })
})
