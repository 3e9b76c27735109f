import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import Application from '#applications/models/application'
import StoredFile from '#files/models/stored_file'
import { visitorOf, type Visitor } from '#tests/helpers/browserless'
import { inProvince, tenantOf } from '#tests/helpers/tenants'
import { connectionNameOf, requireTenant, runInTenant } from '#tenancy/context'
import db from '@adonisjs/lucid/services/db'

const ACTORS: Record<string, string[]> = {
  henan: ['lina', 'yfxx', 'yfxx-admin', 'zzzgb', 'zxxpwh'],
  hunan: ['chenshili', 'pszx', 'gph', 'szc'],
}
/** Words that stand in Hebei's data alone. */
const SECRETS = ['测试申报人一', '小杰', '河北医科大学第三医院', '第三医院经办人']

/** Every path of the routing table with ids of the other province in its places. */
function paths(ids: { application: number; file: number }) {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ name }) => name !== undefined)
    .map(({ pattern, methods }) => ({
      method: methods.find((method) => method !== 'HEAD')!,
      path: pattern
        .replace('/files/:id', `/files/${ids.file}`)
        .replace(':section', 'person')
        .replace(':material', 'truth_pledge')
        .replace(':file', String(ids.file))
        .replace(':id', String(ids.application)),
    }))
}

async function leaks(visitor: Visitor, method: string, path: string): Promise<string[]> {
  const reply =
    method === 'GET' ? await visitor.page(path) : await visitor.command(method as 'POST', path, {})
  if (reply.status >= 500) return [`${method} ${path} answers ${reply.status}`]
  const text = JSON.stringify(reply.body) + JSON.stringify(reply.headers)
  return SECRETS.filter((secret) => text.includes(secret)).map(
    (secret) => `${method} ${path}: ${secret}`
  )
}

test.group('isolation', (group) => {
  let ids: { application: number; file: number }

  group.setup(async () => {
    for (const province of ['henan', 'hebei', 'hunan']) await tenantOf(province)
    ids = await inProvince('hebei', async () => {
      const file = await StoredFile.query().orderBy('id', 'desc').firstOrFail()
      const application = await Application.query().orderBy('id', 'desc').firstOrFail()
      return { application: application.id, file: file.id }
    })
  })

  test('within a province: cases, files and forms of others answer as if they did not exist', async ({
    assert,
  }) => {
    const { mine, other } = await inProvince('henan', async () => {
      const rows = await Application.query().orderBy('id')
      return {
        mine: rows.find(({ personName }) => personName === '李娜')!,
        other: rows.find(({ personName }) => personName === '钱示例')!,
      }
    })
    const applicant = await visitorOf('henan').becomes('lina')
    assert.equal((await applicant.page(`/apply/${mine.id}`)).status, 200)
    assert.equal((await applicant.get(`/apply/${other.id}`)).status, 404)
    assert.equal(
      (
        await applicant.command('PUT', `/apply/${other.id}/sections/person`, {
          content: {},
          version: 0,
        })
      ).status,
      404
    )
    assert.equal((await applicant.get('/reviews')).status, 403)
    const file = await inProvince('henan', () =>
      StoredFile.query().where('applicationId', other.id).firstOrFail()
    )
    assert.equal((await applicant.get(`/files/${file.id}`)).status, 404)
    const reviewer = await visitorOf('henan').becomes('yfxx')
    assert.equal((await reviewer.get(`/files/${file.id}`)).status, 200)
    const elsewhere = await visitorOf('henan').becomes('szgb')
    assert.equal((await elsewhere.get(`/reviews/${other.id}`)).status, 404)
    assert.equal((await elsewhere.get(`/files/${file.id}`)).status, 404)
  })

  // last but for reads: a foreign id may be a valid one at home, and acts on it there
  test('no route of a province shows or touches another’s data, for any actor, at once', async ({
    assert,
  }) => {
    const before = await inProvince('hebei', () =>
      db.from('applications').sum('version as sum').first()
    )
    const found = await Promise.all(
      Object.entries(ACTORS).flatMap(([province, logins]) =>
        logins.map(async (login) => {
          const visitor = await visitorOf(province).becomes(login)
          const all: string[] = []
          for (const { method, path } of paths(ids))
            if (path !== '/sign-out') all.push(...(await leaks(visitor, method, path)))
          return all
        })
      )
    )
    assert.deepEqual(found.flat(), [])
    const after = await inProvince('hebei', () =>
      db.from('applications').sum('version as sum').first()
    )
    assert.deepEqual(after, before)
  })

  test('the suite itself can fail: the province’s own officer is caught by it', async ({
    assert,
  }) => {
    const own = await visitorOf('hebei').becomes('sy-jb')
    assert.isNotEmpty(await leaks(own, 'GET', '/reviews?tab=done'))
  })

  test('tenant data throws without a tenant, and with the client of another', async ({
    assert,
  }) => {
    await assert.rejects(async () => Application.query().first(), /runInTenant/)
    await assert.rejects(async () => db.from('applications').first(), /runInTenant/)
    const hebei = await tenantOf('hebei')
    const henan = await tenantOf('henan')
    await runInTenant(hebei, async () => {
      await Application.query().first()
      const client = db.connection(connectionNameOf(hebei))
      await runInTenant(henan, async () => {
        assert.equal(requireTenant().slug, 'henan')
        await assert.rejects(async () => Application.query({ client }).first(), /used in/)
      })
    })
  })

  test('400 interleaved requests of two provinces see each their own', async ({ assert }) => {
    const [one, two] = await Promise.all([
      visitorOf('henan').becomes('zzzgb'),
      visitorOf('hebei').becomes('szgb-jb'),
    ])
    const replies = await Promise.all(
      Array.from({ length: 400 }, async (_, index) => {
        const visitor = index % 2 ? one : two
        const reply = await visitor.page('/reviews?tab=done')
        return `${index % 2}${reply.body.props.brand.shortName}`
      })
    )
    assert.deepEqual([...new Set(replies)].sort(), ['0河北职称', '1河南职称'])
  })
})
