import { readFileSync, readdirSync, statSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Secret, TOTP } from 'otpauth'
import { detailWords } from '#audit/detail_words'
import { hasWords } from '#audit/words'
import openAccount from '#identity/actions/open_account'
import activate from '#identity/actions/activate'
import { Visitor, visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'
import { dutiesOf } from '#web/abilities'
import { systemContext } from '#web/actor'
import { rolesOfTenant } from '#web/roles'

const as = (login: string) => visitorOf('hebei').becomes(login)
const PASSWORD = 'Ceshi-Mima-27'

/** A new account of a role with a password that is known. */
const opened = (login: string, role: string, kind: 'tenant_admin' | 'staff' = 'tenant_admin') =>
  inProvince('hebei', async () => {
    const { secret } = await openAccount(systemContext(), {
      login,
      kind,
      name: '测试管理员',
      roles: [role],
    })
    return activate({ login, secret, password: PASSWORD })
  })

const totpOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) })

test.group('administration', (group) => {
  group.setup(async () => void (await freshTenantOf('hebei')))

  test('[HU-29] the tree names a series by the words of its kind, not by its code', async ({
    assert,
  }) => {
    const { categories } = (await (await as('admin')).page('/catalogue/specialties')).body.props
    const kinds = categories.map(({ category }: { category: string | null }) => category)
    assert.includeMembers(kinds, ['教学类', '卫生类', '工程类', '综合类'])
    assert.notInclude(kinds, 'teaching')
  })

  test('three administrators check each other: each has his own work and not that of the others', async ({
    assert,
  }) => {
    for (const [login, may, mayNot] of [
      ['admin', ['/rules', '/staff'], ['/roles', '/sessions', '/audit']],
      ['security', ['/roles', '/staff', '/sessions'], ['/rules', '/audit']],
      ['auditor', ['/audit'], ['/rules', '/roles', '/staff', '/sessions']],
    ] as const) {
      const visitor = await as(login)
      for (const path of may)
        assert.equal((await visitor.page(path)).status, 200, `${login} ${path}`)
      for (const path of mayNot)
        assert.equal((await visitor.page(path)).status, 403, `${login} ${path}`)
    }
    await inProvince('hebei', async () => {
      for (const role of await rolesOfTenant())
        assert.isAtMost(dutiesOf(role.abilities).length, 1, role.id)
    })
  })

  test('nobody holds two of the three duties, by role or by account, and nobody grants to himself', async ({
    assert,
  }) => {
    const security = await as('security')
    const { roles } = (await security.page('/roles')).body.props
    const clerk = roles.find(({ id }: { id: string }) => id === 'handler')
    const mixed = await security.post('/roles/handler', {
      label: clerk.label,
      abilities: [...clerk.abilities, 'audit.read'],
      version: clerk.version,
    })
    assert.match(mixed.body.message, /只能给管理员岗位/)
    const both = await security.post('/roles', {
      id: 'everything',
      label: '全能岗位',
      kind: 'tenant_admin',
      abilities: ['audit.read', 'tenant.configure'],
    })
    assert.match(both.body.message, /不同的人/)
    const admin = await (await as('admin')).post('/staff', { login: 'second', name: '第二管理员' })
    assert.equal(admin.status, 200, admin.body.message)
    const id = await inProvince('hebei', async () => {
      const row = await db.from('accounts').where('login', 'second').firstOrFail()
      assert.isNull(await db.from('account_roles').where('account_id', row.id).first())
      return row.id
    })
    const two = await security.post(`/staff/${id}/roles`, {
      roles: ['tenant_admin', 'audit_admin'],
    })
    assert.match(two.body.message, /三员/)
    const one = await security.post(`/staff/${id}/roles`, { roles: ['audit_admin'] })
    assert.equal(one.status, 200, one.body.message)
    const forged = await (await as('admin')).post(`/staff/${id}/roles`, { roles: ['tenant_admin'] })
    assert.equal(forged.status, 403)
    const self = await inProvince('hebei', () =>
      db.from('accounts').where('login', 'security').firstOrFail()
    )
    assert.equal(
      (await security.post(`/staff/${self.id}/roles`, { roles: ['audit_admin'] })).status,
      404
    )
  })

  test('a changed role counts with the next request; two who change it do not overwrite each other; it is taken back', async ({
    assert,
  }) => {
    const security = await as('security')
    const role = async () =>
      (await security.page('/roles')).body.props.roles.find(
        ({ id }: { id: string }) => id === 'tenant_admin'
      )
    const before = await role()
    const admin = await as('admin')
    assert.equal((await admin.page('/blacklist')).status, 200)
    const narrowed = {
      label: before.label,
      abilities: before.abilities.filter((name: string) => name !== 'blacklist.manage'),
      version: before.version,
    }
    assert.equal((await security.post('/roles/tenant_admin', narrowed)).status, 200)
    assert.equal((await admin.page('/blacklist')).status, 403)
    assert.equal((await security.post('/roles/tenant_admin', narrowed)).status, 409)
    assert.equal((await security.command('DELETE', '/roles/tenant_admin')).status, 200)
    assert.equal((await admin.page('/blacklist')).status, 200)
    assert.deepEqual((await role()).abilities, before.abilities)
  })

  test('an administrator signs in with a second factor: set up once, each code serves once, wrong codes are bounded', async ({
    assert,
  }) => {
    await opened('factor', 'audit_admin')
    const visitor = visitorOf('hebei')
    const first = await visitor.post('/sign-in', { login: 'factor', password: PASSWORD })
    assert.equal(first.body.to, '/sign-in/code')
    assert.equal((await visitor.page('/audit')).status, 302)
    const { setUp } = (await visitor.page('/sign-in/code')).body.props
    const totp = totpOf(setUp.secret)
    const code = totp.generate()
    assert.equal((await visitor.post('/sign-in/code', { code: '000000' })).status, 422)
    const confirmed = await visitor.post('/sign-in/code', { code })
    assert.equal(confirmed.status, 200, confirmed.body.message)
    assert.equal((await visitor.page('/audit')).status, 200)
    const sealed = await inProvince('hebei', () => db.from('account_second_factors').firstOrFail())
    assert.notInclude(sealed.secret_sealed.toString('latin1'), setUp.secret)

    const again = visitorOf('hebei')
    await again.post('/sign-in', { login: 'factor', password: PASSWORD })
    const asked = (await again.page('/sign-in/code')).body.props
    assert.isNull(asked.setUp)
    const replayed = await again.post('/sign-in/code', { code })
    assert.equal(replayed.body.errors[0].field, 'code')
    const next = totp.generate({ timestamp: Date.now() + 30_000 })
    assert.equal((await again.post('/sign-in/code', { code: next })).status, 200)

    const guesser = visitorOf('hebei')
    await guesser.post('/sign-in', { login: 'factor', password: PASSWORD })
    let last = await guesser.post('/sign-in/code', { code: '111111' })
    for (let guess = 0; guess < 8 && last.body.code !== 'too_many'; guess++)
      last = await guesser.post('/sign-in/code', { code: '111111' })
    assert.equal(last.body.code, 'too_many')
  })

  test('who lost his device gets the second factor reset by the security administrator', async ({
    assert,
  }) => {
    const account = await opened('lost', 'audit_admin')
    const visitor = visitorOf('hebei')
    await visitor.post('/sign-in', { login: 'lost', password: PASSWORD })
    const { setUp } = (await visitor.page('/sign-in/code')).body.props
    await visitor.post('/sign-in/code', { code: totpOf(setUp.secret).generate() })
    const forbidden = await (await as('admin')).post(`/staff/${account.id}/second-factor`)
    assert.equal(forbidden.status, 403)
    const reset = await (await as('security')).post(`/staff/${account.id}/second-factor`)
    assert.equal(reset.status, 200, reset.body.message)
    const anew = visitorOf('hebei')
    await anew.post('/sign-in', { login: 'lost', password: PASSWORD })
    const { setUp: fresh } = (await anew.page('/sign-in/code')).body.props
    assert.notEqual(fresh.secret, setUp.secret)
  })

  test('the policy says which roles need a second factor; others may bind one themselves', async ({
    assert,
  }) => {
    await opened('clerk27', 'handler', 'staff')
    const plain = visitorOf('hebei')
    const direct = await plain.post('/sign-in', { login: 'clerk27', password: PASSWORD })
    assert.equal(direct.body.to, '/home')
    const security = await as('security')
    const { policy } = (await security.page('/roles')).body.props
    const saved = await security.post('/roles/policy', {
      secondFactorRoles: [...policy.value.secondFactorRoles, 'handler'],
      version: policy.version,
    })
    assert.equal(saved.status, 200, saved.body.message)
    const stale = await security.post('/roles/policy', { secondFactorRoles: [], version: 0 })
    assert.equal(stale.status, 409)
    const asked = await visitorOf('hebei').post('/sign-in', {
      login: 'clerk27',
      password: PASSWORD,
    })
    assert.equal(asked.body.to, '/sign-in/code')
    const begun = await plain.post('/security/second-factor')
    const bound = await plain.post('/security/second-factor/confirm', {
      code: totpOf(begun.body.data.secret).generate(),
    })
    assert.equal(bound.status, 200, bound.body.message)
    assert.isTrue((await plain.page('/security')).body.props.hasSecondFactor)
  })

  test('sessions are listed and ended, one or all of an account; nobody ends those of others as his own', async ({
    assert,
  }) => {
    const clerk = await as('admin')
    const other = await as('admin')
    const security = await as('security')
    const listed = (await security.page('/sessions?login=admin')).body.props.sessions.data
    assert.isAtLeast(listed.length, 2)
    const own = (await clerk.page('/security')).body.props.sessions.data
    const mine = own.find(({ isOwn }: { isOwn: boolean }) => isOwn)
    assert.equal((await security.post(`/security/sessions/${mine.id}/end`)).status, 404)
    assert.equal((await security.post(`/sessions/${mine.id}/end`)).status, 200)
    assert.equal((await clerk.page('/rules')).status, 302)
    assert.equal((await other.page('/rules')).status, 200)
    const { accountId } = listed[0]
    assert.equal((await security.post(`/sessions/accounts/${accountId}/end`)).status, 200)
    assert.equal((await other.page('/rules')).status, 302)
  })

  test('a signed-out session can not be taken up again', async ({ assert }) => {
    const visitor = await as('admin')
    const thief = visitor.carriedTo('hebei.localhost')
    assert.equal((await thief.page('/rules')).status, 200)
    await visitor.post('/sign-out')
    assert.equal((await thief.page('/rules')).status, 302)
    assert.instanceOf(thief, Visitor)
  })

  test('the log is searched, exported as Excel and proved; a change in it shows', async ({
    assert,
  }) => {
    const auditor = await as('auditor')
    const { entries, actions } = (await auditor.page('/audit?action=account.roles_set')).body.props
    assert.isAbove(entries.meta.total, 0)
    assert.isTrue(
      entries.data.every(({ action }: { action: string }) => action === '账号：调整岗位')
    )
    assert.isTrue(actions.every(({ label }: { label: string }) => /[一-龥]/.test(label)))
    // what happened to one thing, whoever did it
    const account = Number(/\d+/.exec(entries.data[0].object)![0])
    const one = (await auditor.page(`/audit?object=account&number=${account}`)).body.props
    assert.isAtLeast(one.entries.meta.total, 1)
    assert.isTrue(
      one.entries.data.every(({ object }: { object: string }) => object === `账号 ${account}`)
    )
    assert.deepInclude(one.objects, { value: 'account', label: '账号' })
    const none = (await auditor.page('/audit?object=account&number=x')).body.props
    assert.equal(none.entries.meta.total, 0)
    const file = await auditor.get('/audit/export?outcome=refused')
    assert.match(String(file.headers['content-type']), /spreadsheetml/)
    const sound = await auditor.post('/audit/verify')
    assert.isNull(sound.body.data.broken)
    await inProvince('hebei', async () => {
      const row = await db.from('audit_entries').orderBy('id').firstOrFail()
      await db.from('audit_entries').where('id', row.id).update({ actor_name: '别人' })
      const found = await auditor.post('/audit/verify')
      assert.equal(found.body.data.broken, row.id)
      await db.from('audit_entries').where('id', row.id).update({ actor_name: row.actor_name })
    })
  })

  test('details of the log are told in words, codes without words are not', ({ assert }) => {
    const roles = new Map([['handler', '经办人']])
    assert.equal(
      detailWords(
        { passed: 3, isWorkDay: false, kind: 'revoke', roles: ['handler', 'unknown_role'], x: 1 },
        roles
      ),
      '通过人数：3；工作日：否；种类：撤销；岗位：经办人'
    )
    assert.equal(detailWords({ by: 'some_code' }, roles), '')
  })

  test('every act that is written into the log has words', ({ assert }) => {
    const files = (folder: string): string[] =>
      readdirSync(folder).flatMap((name) => {
        const path = `${folder}/${name}`
        return statSync(path).isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : []
      })
    const acts = files(app.makePath('app')).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\baction: '([a-z_]+\.[a-z_]+)'/g)].map(
        ([, act]) => act
      )
    )
    assert.isAbove(acts.length, 40)
    assert.deepEqual(
      [...new Set(acts)].filter((act) => !hasWords(act)),
      []
    )
  })
})
