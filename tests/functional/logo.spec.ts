import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import sharp from 'sharp'
import { storage } from '#tenancy/storage'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince, leaveTenantOf } from '#tests/helpers/tenants'

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 20, g: 80, b: 60, alpha: 0.5 } } })

test.group('the logo of a province', (group) => {
  group.setup(async () => void (await freshTenantOf('hebei')))
  group.teardown(() => void leaveTenantOf('hebei'))

  const logoOf = async (path: string) =>
    (await visitorOf('hebei').page(path)).body.props.brand.logo as string | null
  const files = () => inProvince('hebei', () => db.from('files').where('purpose', 'logo'))

  test('a picture stands at the head of portal and sign-in page, drawn anew and see-through', async ({
    assert,
  }) => {
    const admin = await visitorOf('hebei').becomes('admin')
    assert.isNull(await logoOf('/'))
    const webp = await picture(1200, 300).webp().toBuffer()
    const saved = await admin.upload('/portal/logo', { name: '标志.webp', bytes: webp })
    assert.equal(saved.status, 200, saved.body.message)
    const address = (await logoOf('/sign-in'))!
    assert.match(address, /^\/logo\/[0-9a-f]{16}$/)
    assert.equal(await logoOf('/verify'), address)
    const shown = await visitorOf('hebei').get(address)
    assert.equal(shown.headers['content-type'], 'image/png')
    assert.include(shown.headers['cache-control'], 'immutable')
    const { width, height, hasAlpha } = await sharp(shown.bytes).metadata()
    assert.deepEqual({ width, height, hasAlpha }, { width: 480, height: 120, hasAlpha: true })
    assert.equal((await visitorOf('hunan').get(address)).status, 404)
  })

  test('another one takes its place and its file; a drawing with scripts, a large file and a stranger are refused', async ({
    assert,
  }) => {
    const admin = await visitorOf('hebei').becomes('admin')
    const before = (await logoOf('/'))!
    const [{ key }] = await files()
    const jpg = await picture(200, 200).jpeg().toBuffer()
    await admin.upload('/portal/logo', { name: 'b.jpg', bytes: jpg })
    const after = (await logoOf('/'))!
    assert.notEqual(after, before)
    assert.equal((await visitorOf('hebei').get(before)).status, 404)
    assert.lengthOf(await files(), 1)
    await inProvince('hebei', () => assert.rejects(() => storage().read(key), /ENOENT|no such/))
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    )
    for (const [name, bytes] of [
      ['a.svg', svg],
      ['a.png', svg],
      ['a.pdf', Buffer.from('%PDF-1.7')],
      ['large.png', Buffer.alloc(1_100_000, 1)],
    ] as const) {
      const refused = await admin.upload('/portal/logo', { name, bytes })
      assert.equal(refused.status, 422, name)
      assert.equal(refused.body.code, 'file')
    }
    assert.equal(await logoOf('/'), after)
    const other = await visitorOf('hebei').becomes('sy-jb')
    const strange = await other.upload('/portal/logo', { name: 'b.jpg', bytes: jpg })
    assert.equal(strange.status, 403)
  })

  test('removed, the pages show the name alone, and saving the texts does not touch it', async ({
    assert,
  }) => {
    const admin = await visitorOf('hebei').becomes('admin')
    const { portal, version } = (await admin.page('/portal/brand')).body.props
    await admin.post('/portal/brand', { ...portal, slogan: '新的标语', version })
    assert.isNotNull(await logoOf('/'))
    assert.equal((await admin.command('DELETE', '/portal/logo')).status, 200)
    assert.isNull(await logoOf('/'))
    assert.lengthOf(await files(), 0)
    assert.equal((await admin.command('DELETE', '/portal/logo')).status, 422)
  })
})
