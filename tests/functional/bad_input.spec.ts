import { test } from '@japa/runner'
import http from 'node:http'
import { PDF } from '@libpdf/core'
import sharp from 'sharp'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import Account from '#identity/models/account'
import { MOST_PAGES } from '#files/check_pdf'
import { as, fillApplication } from '#platform/demo/drive'
import { rulesetById } from '#batches/queries/rulesets'
import { readIdNumber } from '#identity/id_number'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

const LOGIN = 'lina'
const own = () =>
  inProvince('henan', async () =>
    Application.findByOrFail('accountId', (await Account.findByOrFail('login', LOGIN)).id)
  )
const upload = async (name: string, bytes: Buffer, field = 'person.photo') => {
  const applicant = await visitorOf('henan').becomes(LOGIN)
  return applicant.sendForm(`/apply/${(await own()).id}/files`, { field }, [
    { field: 'file', name, bytes },
  ])
}

// an empty archive, the end record alone
const ZIP = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')

/** Sends a gigabyte as fast as it is taken; answers how much left before the end and what was said. */
function flood(path: string, type: string, hasLength: boolean, session: object) {
  const GIGABYTE = 1024 ** 3
  return new Promise<{ sent: number; status: number }>((resolve) => {
    let sent = 0
    let isOver = false
    const chunk = Buffer.alloc(256 * 1024, 120)
    const end = (status: number) => {
      isOver = true
      request.destroy()
      resolve({ sent, status })
    }
    const request = http.request(
      {
        port: Number(process.env.PORT),
        host: '127.0.0.1',
        method: 'POST',
        path,
        headers: {
          'host': `henan.localhost:${process.env.PORT}`,
          ...session,
          'accept': 'application/json',
          'content-type': type,
          ...(hasLength ? { 'content-length': GIGABYTE } : {}),
        },
      },
      (response) => end(response.statusCode!)
    )
    request.on('error', () => end(0))
    const more = () => {
      while (!isOver && sent < GIGABYTE) {
        sent += chunk.length
        if (!request.write(chunk)) return void request.once('drain', more)
      }
      if (!isOver) request.end()
    }
    if (type.startsWith('multipart'))
      request.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n')
    more()
  })
}

test.group('bad input', (group) => {
  group.setup(async () => void (await freshTenantOf('henan')))
  // the suites after this one begin with the demo's own world
  group.teardown(async () => void (await freshTenantOf('henan')))

  test('[HB-23] a file is what its bytes say, not what its name says', async ({ assert }) => {
    for (const [name, bytes] of [
      ['photo.jpg', ZIP],
      ['photo.png', Buffer.from('<svg onload="alert(1)"/>')],
      ['photo.jpg', Buffer.from('%PDF-1.4 not a picture')],
      ['photo.jpg', Buffer.from('MZ\u0000 program')],
    ] as const) {
      const reply = await upload(name, bytes)
      assert.equal(reply.status, 422, name)
      assert.equal(reply.body.code, 'file')
    }
    const webp = await sharp({
      create: { width: 300, height: 400, channels: 3, background: '#88a' },
    })
      .webp()
      .toBuffer()
    const kept = await upload('证件照.webp', webp)
    assert.equal(kept.status, 200, kept.body.message)
    assert.deepInclude(kept.body.data, { name: '证件照.jpg', mime: 'image/jpeg' })
  })

  test('[HB-23] a picture that unfolds to gigabytes is refused unread', async ({ assert }) => {
    const bomb = await sharp({
      create: { width: 7_200, height: 7_200, channels: 3, background: '#fff' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer()
    assert.isBelow(bomb.length, 500 * 1024)
    const reply = await upload('photo.png', bomb)
    assert.equal(reply.status, 422)
    assert.include(reply.body.message, '尺寸过大')
  })

  test('[HB-23] too large is said with its size; a huge body does not come in', async ({
    assert,
  }) => {
    const photo = await upload('photo.jpg', Buffer.concat([ZIP, Buffer.alloc(600 * 1024)]))
    assert.equal(photo.status, 422)
    assert.include(photo.body.message, '500 KB')
    const { id } = await own()
    const applicant = await visitorOf('henan').becomes(LOGIN)
    const huge = await applicant.command('PUT', `/apply/${id}/sections/summary`, {
      content: { text: '长'.repeat(900_000) },
      version: 0,
    })
    assert.equal(huge.status, 413)
    assert.match(huge.body.message, /[\u4e00-\u9fa5]/)
  })

  test('[HB-25] a PDF of ten thousand pages, a broken and a small one', async ({ assert }) => {
    const material = await inProvince('henan', async () => {
      const { ruleset } = await rulesetById((await own()).rulesetId)
      return ruleset.application.materials.find(({ visibleWhen }) => !visibleWhen)!.id
    })
    const applicant = await visitorOf('henan').becomes(LOGIN)
    const send = async (bytes: Buffer) =>
      applicant.sendForm(`/apply/${(await own()).id}/materials/${material}`, {}, [
        { field: 'file', name: '材料.pdf', bytes },
      ])
    const pages = async (count: number) => {
      const pdf = PDF.create()
      for (let page = 0; page < count; page++) pdf.addPage({ size: 'a4' })
      return Buffer.from(await pdf.save())
    }
    const long = await send(await pages(10_000))
    assert.equal(long.status, 422)
    assert.include(long.body.message, `10000 页，最多 ${MOST_PAGES} 页`)
    const broken = await send(Buffer.from(`%PDF-1.7\n${'x'.repeat(2000)}`))
    assert.equal(broken.status, 422)
    assert.include(broken.body.message, '已损坏')
    const small = await send(await pages(2))
    assert.equal(small.status, 200, small.body.message)
  })

  test('[HB-23] a body of a gigabyte ends after its first megabytes', async ({ assert }) => {
    const applicant = await visitorOf('henan').becomes(LOGIN)
    const { id } = await own()
    const before = process.memoryUsage().rss
    for (const [path, type, length] of [
      [`/apply/${id}/files`, 'multipart/form-data; boundary=x', true],
      [`/apply/${id}/files`, 'multipart/form-data; boundary=x', false],
      ['/sign-in', 'application/json', true],
      ['/sign-in', 'application/json', false],
    ] as const) {
      const { sent, status } = await flood(path, type, length, applicant.headers)
      assert.isBelow(sent, 64 * 1024 * 1024, `${path} ${type}`)
      assert.oneOf(status, [413, 419, 0], `${path} ${type}`)
    }
    assert.isBelow(process.memoryUsage().rss - before, 300 * 1024 * 1024)
    assert.equal((await applicant.page(`/apply/${id}`)).status, 200, 'still there')
  })

  test('[HB-40] [HU-01] a window that has closed; check digits, right in small letters and wrong', async ({
    assert,
  }) => {
    const applicant = await visitorOf('henan').becomes(LOGIN)
    const { id } = await own()
    const page = await applicant.page(`/apply/${id}`)
    const { version } = page.body.props.application
    const closes = await inProvince('henan', async () => {
      const { batchId } = await own()
      const row = await db.from('batches').where('id', batchId).firstOrFail()
      await db.from('batches').where('id', batchId).update({ closes_at: '2026-01-01 00:00:00' })
      return { batchId, at: row.closes_at }
    })
    const late = await applicant.post(`/apply/${id}/submit`, { pledgeVersion: '2026-1', version })
    assert.equal(late.status, 422)
    assert.match(late.body.message, /[\u4e00-\u9fa5]/)
    await inProvince('henan', () =>
      db.from('batches').where('id', closes.batchId).update({ closes_at: closes.at })
    )
    assert.notProperty(readIdNumber('11010119800101007x'), 'fault')
    assert.property(readIdNumber('110101198001010070'), 'fault')
  })

  test('[HB-40] strange shapes are refused in words; rare characters and formulas stay as typed', async ({
    assert,
  }) => {
    const { id } = await own()
    const applicant = await visitorOf('henan').becomes(LOGIN)
    const page = await applicant.page(`/apply/${id}`)
    const version = page.body.props.file.versions.papers ?? 0
    const save = (content: unknown, expected = version) =>
      applicant.command('PUT', `/apply/${id}/sections/papers`, { content, version: expected })
    for (const content of [
      { title: 'no list' },
      [{ title: 'no key' }],
      [{ key: 'a' }, { key: 'a' }],
      [{ key: '../../etc' }],
      [{ key: 'a', title: { $ne: null } }],
      [{ key: 'a', stage: 'passed' }],
      'text',
    ]) {
      const reply = await save(content)
      assert.equal(reply.status, 422, JSON.stringify(content))
      assert.match(reply.body.message, /[\u4e00-\u9fa5]/)
    }
    const title = '=HYPERLINK("http://example.com") 𠮷㛃·<script>'
    assert.equal((await save([{ key: 'a', title }])).status, 200)
    const again = await applicant.page(`/apply/${id}`)
    assert.equal(again.body.props.file.contents.papers[0].title, title)
  })

  test('[HB-23] a file of somebody else is no file of this form', async ({ assert }) => {
    const { id } = await own()
    const applicant = await visitorOf('henan').becomes(LOGIN)
    const page = await applicant.page(`/apply/${id}`)
    const strange = await applicant.command('PUT', `/apply/${id}/sections/person`, {
      content: { photo: [1] },
      version: page.body.props.file.versions.person ?? 0,
    })
    assert.equal(strange.status, 422)
    assert.equal(strange.body.code, 'file')
  })

  test('[HB-41] two submissions in one moment are one', async ({ assert }) => {
    const application = await own()
    await inProvince('henan', async () => {
      await fillApplication(await as(await Account.findByOrFail('login', LOGIN)), application)
    })
    const applicant = await visitorOf('henan').becomes(LOGIN)
    const { version } = (await applicant.page(`/apply/${application.id}`)).body.props.application
    const submit = () =>
      applicant.post(`/apply/${application.id}/submit`, { pledgeVersion: '2026-1', version })
    const replies = await Promise.all([submit(), submit(), submit()])
    assert.lengthOf(
      replies.filter(({ status }) => status === 200),
      1
    )
    assert.equal((await own()).stage, 'in_approval')
  })
})
