import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { RESOURCES } from '#interfaces/resources'
import { visitorOf } from '#tests/helpers/browserless'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

const admin = () => visitorOf('henan').becomes('admin')
const bearer = (token: string) => ({ authorization: `Bearer ${token}`, accept: '*/*' })

async function newToken(scopes: string[]) {
  const made = await (
    await admin()
  ).post('/interfaces/tokens', { name: '人事系统', scopes, days: 30 })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  return made.body.data.token as string
}

test.group('interfaces', (group) => {
  group.setup(async () => {
    await tenantOf('henan')
    await tenantOf('hebei')
  })

  test('the description names every list, its scope, its filters and every property', async ({
    assert,
  }) => {
    const { body } = await visitorOf('henan').get('/api/openapi.json', { accept: '*/*' })
    assert.match(body.openapi, /^3\.1/)
    assert.deepEqual(Object.keys(body.paths).sort(), RESOURCES.map(({ path }) => `/${path}`).sort())
    for (const { path, filters, properties } of RESOURCES) {
      const { parameters } = body.paths[`/${path}`].get
      const names = parameters.map(({ name }: { name: string }) => name)
      assert.includeMembers(names, [...Object.keys(filters), 'after', 'limit'])
      assert.sameMembers(
        Object.keys(body.components.schemas[path].properties),
        Object.keys(properties)
      )
    }
  })

  test('a token reads what its scopes allow, page by page, as described', async ({ assert }) => {
    const token = await newToken(['applications:read', 'batches:read'])
    const visitor = visitorOf('henan')
    const { schemas } = (await visitor.get('/api/openapi.json')).body.components
    const all: any[] = []
    for (let after = 0; ;) {
      const reply = await visitor.get(`/api/v1/applications?limit=1&after=${after}`, bearer(token))
      assert.equal(reply.status, 200, reply.body.message)
      all.push(...reply.body.data)
      if (reply.body.next === null) break
      after = reply.body.next
    }
    const known = await inProvince('henan', () =>
      db.from('applications').whereNotIn('stage', ['draft', 'discarded']).orderBy('id')
    )
    assert.deepEqual(
      all.map(({ id }) => id),
      known.map(({ id }) => Number(id))
    )
    for (const row of all) {
      assert.sameMembers(Object.keys(row), schemas.applications.required)
      assert.notProperty(row, 'name')
      if (['in_approval', 'in_evaluation', 'reported'].includes(row.stage))
        assert.isNull(row.outcome)
    }
    const one = await visitor.get(`/api/v1/applications?code=${known[0].code}`, bearer(token))
    assert.lengthOf(one.body.data, 1)
    const more = await newToken(['applications:read', 'people:read'])
    const named = await visitor.get('/api/v1/applications?limit=1', bearer(more))
    assert.equal(named.body.data[0].name, known[0].person_name)
    assert.notMatch(JSON.stringify(named.body), /\d{17}[\dX]/)
  })

  test('every list answers', async ({ assert }) => {
    const token = await newToken([...new Set(RESOURCES.map(({ scope }) => scope))])
    for (const { path } of RESOURCES) {
      const reply = await visitorOf('henan').get(`/api/v1/${path}`, bearer(token))
      assert.equal(reply.status, 200, `${path} ${reply.body.message}`)
      assert.isArray(reply.body.data)
    }
    assert.equal((await visitorOf('henan').get('/api/v1/accounts', bearer(token))).status, 404)
  })

  test('without a token, with a foreign, narrow, late or revoked one nothing is read', async ({
    assert,
  }) => {
    const visitor = visitorOf('henan')
    const path = '/api/v1/applications'
    assert.equal((await visitor.get(path, { accept: '*/*' })).status, 401)
    assert.equal((await visitor.get(path, bearer(`zc_${'x'.repeat(43)}`))).status, 401)
    const token = await newToken(['applications:read'])
    assert.equal((await visitorOf('hebei').get(path, bearer(token))).status, 401)
    const narrow = await visitor.get('/api/v1/certificates', bearer(token))
    assert.equal(narrow.status, 403)
    // told in words, not by the scope's code
    assert.include(narrow.body.message, '“证书编号与状态”')
    assert.notMatch(narrow.body.message, /:read/)
    assert.equal((await visitor.get(path, bearer(token))).status, 200)
    const inside = await admin()
    const { tokens } = (await inside.page('/interfaces')).body.props
    assert.notInclude(JSON.stringify(tokens), token)
    assert.isNotNull(tokens.data[0].usedAt)
    assert.equal((await inside.post(`/interfaces/tokens/${tokens.data[0].id}/revoke`)).status, 200)
    assert.equal((await visitor.get(path, bearer(token))).status, 401)
    const late = await newToken(['applications:read'])
    await inProvince('henan', async () => {
      const row = await db.from('api_tokens').orderBy('id', 'desc').firstOrFail()
      assert.notInclude(JSON.stringify(row), late)
      await db
        .from('api_tokens')
        .where('id', row.id)
        .update({ ends_at: new Date(Date.now() - 1000) })
    })
    assert.equal((await visitor.get(path, bearer(late))).status, 401)
    const clerk = await visitorOf('henan').becomes('lina')
    assert.equal((await clerk.page('/interfaces')).status, 403)
  })

  test('a token that asks too often has to wait', async ({ assert }) => {
    const token = await newToken(['batches:read'])
    const visitor = visitorOf('henan')
    const statuses = new Set<number>()
    for (let round = 0; round < 7; round++) {
      const replies = await Promise.all(
        Array.from({ length: 100 }, () => visitor.get('/api/v1/batches', bearer(token)))
      )
      for (const { status } of replies) statuses.add(status)
    }
    assert.sameMembers([...statuses], [200, 429])
  })
})
