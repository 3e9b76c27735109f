import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import sharp from 'sharp'
import Application from '#applications/models/application'
import * as publicity from '#results/actions/publicity'
import { systemContext, today } from '#web/actor'
import { samplePdf } from '#platform/demo/sample_pdf'
import { visitorOf } from '#tests/helpers/browserless'
import { captchaOf, reportedMeeting, seedComingWorkDays, staff } from '#tests/helpers/results'
import { freshTenantOf, inProvince, leaveTenantOf } from '#tests/helpers/tenants'

test.group('leads and recognitions', (group) => {
  let publicityId: number
  let person: Application
  group.teardown(() => void leaveTenantOf('henan'))
  group.setup(async () => {
    await freshTenantOf('henan')
    await inProvince('henan', async () => {
      await seedComingWorkDays()
      const meetingId = await reportedMeeting('zzzgb')
      const opened = await publicity.openPublicity(await staff('zzzgb', today(systemContext())), {
        meetingId,
        contact: '0371-00000000',
      })
      publicityId = opened.publicityId!
      person = await Application.query().where({ meetingId, stage: 'in_publicity' }).firstOrFail()
    })
  })

  test('[HN-29] anyone may tell the desk during the period; it answers by a code', async ({
    assert,
  }) => {
    const visitor = visitorOf('henan')
    const path = `/publicity/${publicityId}/leads`
    const lead = {
      applicationId: person.id,
      content: '反映其论文署名与事实不符，请核查。',
      contact: '13800000000',
    }
    const bare = await visitor.post(path, lead)
    assert.equal(bare.body.code, 'captcha')
    const captcha = await captchaOf(visitor)
    const sent = await visitor.post(path, { ...lead, captcha })
    assert.equal(sent.status, 200, sent.body.message)
    assert.equal((await visitor.post(path, { ...lead, captcha })).body.code, 'captcha', 'once only')
    const unknown = await visitor.post(path, {
      ...lead,
      applicationId: 999_999,
      captcha: await captchaOf(visitor),
    })
    assert.equal(unknown.status, 404)
    await inProvince('henan', async () => {
      const row = await db.from('objections').orderBy('id', 'desc').firstOrFail()
      assert.notInclude(row.content_sealed.toString('utf8'), '署名')
      assert.equal((await Application.findOrFail(person.id)).stage, 'in_publicity')
    })
    const { code } = sent.body.data
    const ask = async () =>
      (await visitor.post('/publicity/answers', { code, captcha: await captchaOf(visitor) })).body
        .data
    assert.equal((await ask()).status, '已收到，等待受理')
    const desk = await visitorOf('henan').becomes('zzzgb')
    const list = await desk.page('/objections?status=received')
    const { id } = list.body.props.objections.data[0]
    const file = await desk.page(`/objections/${id}`)
    assert.equal(file.body.props.objection.content, lead.content)
    assert.equal(file.body.props.objection.contact, lead.contact)
    assert.equal((await desk.post(`/objections/${id}/accept`)).status, 200)
    assert.equal((await desk.post(`/objections/${id}/accept`)).status, 409)
    await inProvince('henan', async () =>
      assert.equal((await Application.findOrFail(person.id)).stage, 'objection')
    )
    await desk.post(`/objections/${id}/check`, { findings: '署名属实，反映不成立。' })
    const other = await visitorOf('henan').becomes('zzzgb-fh')
    await other.post(`/objections/${id}/decide`, { outcome: 'passed', opinion: '不属实' })
    assert.equal((await ask()).status, '已办结：反映的问题不属实')
    await inProvince('henan', async () =>
      // the others are public still, so he is (R35)
      assert.equal((await Application.findOrFail(person.id)).stage, 'in_publicity')
    )
  })

  test('[HN-29] a lead and its check bring their evidence; it is for the desk alone', async ({
    assert,
  }) => {
    const visitor = visitorOf('henan')
    const sent = await visitor.post(`/publicity/${publicityId}/leads`, {
      content: '反映公示名单中有人提交虚假证明，附照片。',
      captcha: await captchaOf(visitor),
    })
    const { code } = sent.body.data
    const photo = { width: 20, height: 20, channels: 3, background: '#888' } as const
    const bytes = await sharp({ create: photo })
      .withExif({ IFD0: { Artist: 'whoever took it' } })
      .jpeg()
      .toBuffer()
    const give = (name: string, content: Buffer, by = code) =>
      visitor.upload('/publicity/answers/files', { name, bytes: content }, { code: by })
    assert.equal((await give('a.jpg', bytes, '0000000000000000')).status, 404)
    assert.equal((await give('a.pdf', Buffer.from('no pdf'))).status, 422)
    const given = await give('照片.jpg', bytes)
    assert.equal(given.status, 200, given.body.message)
    assert.deepEqual(given.body.data.files, ['照片.jpg'])
    const desk = await visitorOf('henan').becomes('zzzgb')
    const { data } = (await desk.page('/objections?status=received')).body.props.objections
    const path = `/objections/${data[0].id}`
    const show = async () => (await desk.page(path)).body.props.objection
    const [file] = (await show()).lead
    const opened = await desk.get(`${path}/files/${file.id}`)
    assert.equal(opened.status, 200)
    assert.notInclude(opened.bytes.toString('latin1'), 'whoever took it')
    // neither the file by itself nor another desk's
    assert.equal((await desk.get(`/files/${file.id}`)).status, 404)
    const province = await visitorOf('henan').becomes('szgb')
    assert.equal((await province.get(`${path}/files/${file.id}`)).status, 404)
    const proof = { name: '核查函.pdf', bytes: samplePdf('proof') }
    assert.equal((await desk.upload(`${path}/files`, proof)).status, 409, 'not taken up yet')
    await desk.post(`${path}/accept`)
    for (let count = 0; count < 5; count++)
      assert.equal((await desk.upload(`${path}/files`, proof)).status, 200)
    const stored = () =>
      inProvince('henan', async () => (await db.from('files').where('purpose', 'objection')).length)
    const before = await stored()
    assert.equal((await desk.upload(`${path}/files`, proof)).status, 422, 'five at most')
    assert.equal(await stored(), before, 'what is refused is not kept')
    const [first] = (await show()).evidence
    assert.equal((await desk.command('DELETE', `${path}/files/${first.id}`)).status, 200)
    assert.equal(
      (await desk.command('DELETE', `${path}/files/${file.id}`)).status,
      404,
      'not of the desk'
    )
    assert.lengthOf((await show()).evidence, 4)
    await desk.post(`${path}/check`, { findings: '照片与事实不符。' })
    assert.equal((await give('b.jpg', bytes)).status, 409, 'looked into already')
    const other = await visitorOf('henan').becomes('zzzgb-fh')
    assert.lengthOf((await other.page(path)).body.props.objection.evidence, 4)
    await other.post(`${path}/decide`, { outcome: 'passed', opinion: '不属实' })
    assert.equal((await desk.upload(`${path}/files`, proof)).status, 409)
  })

  test('taken off after the last day: no list, no leads', async ({ assert }) => {
    const lastDay = (day: string) =>
      inProvince('henan', () =>
        db.from('publicities').where('id', publicityId).update({ ends_on: day })
      )
    await lastDay('2026-01-01')
    const visitor = visitorOf('henan')
    assert.isEmpty((await visitor.page('/publicity')).body.props.publicities)
    assert.equal((await visitor.page(`/publicity/${publicityId}`)).status, 404)
    const late = await visitor.post(`/publicity/${publicityId}/leads`, {
      content: '公示期过后才来反映的问题。',
      captcha: await captchaOf(visitor),
    })
    assert.equal(late.status, 404)
    await lastDay('2099-12-31')
  })

  test('a lead against the whole list is dismissed with a reason', async ({ assert }) => {
    const visitor = visitorOf('henan')
    await visitor.post(`/publicity/${publicityId}/leads`, {
      content: '名单公示的时间不对，请说明情况。',
      captcha: await captchaOf(visitor),
    })
    const desk = await visitorOf('henan').becomes('zzzgb')
    const { data } = (await desk.page('/objections?status=received')).body.props.objections
    assert.isNull(data[0].person)
    const path = `/objections/${data[0].id}/dismiss`
    assert.equal((await desk.post(path, { opinion: '' })).status, 422)
    assert.equal((await desk.post(path, { opinion: '公示时间符合规定' })).status, 200)
  })

  test('[HN-31] recognised engineers are entered by entitled bodies only, at the level of their title', async ({
    assert,
  }) => {
    const input = {
      name: '郑示例',
      idNumber: '410100199001010829',
      unitName: '示例设计院',
      qualification: '注册测绘师',
      qualificationNumber: 'CH-0001',
      titleName: '工程师',
      level: 'intermediate',
      recognizedOn: '2026-06-01',
    }
    const city = await visitorOf('henan').becomes('zzzgb')
    const higher = { ...input, name: '李娜', titleName: '高级工程师' }
    assert.deepEqual((await city.post('/recognitions', higher)).body.errors, [
      { field: 'level', message: '“高级工程师”的级别是副高级' },
    ])
    const taken = await city.post('/recognitions', input)
    assert.equal(taken.body.errors[0].field, 'idNumber', 'the ID number of another name')
    const own = { ...input, name: '李娜' }
    assert.equal((await city.post('/recognitions', own)).status, 200)
    assert.equal(
      (await city.post('/recognitions', own)).body.errors[0].field,
      'qualificationNumber'
    )
    const { body } = await city.page('/recognitions')
    const row = body.props.recognitions.data[0]
    assert.equal(row.idNumber, '410100********0829')
    assert.notInclude(JSON.stringify(body.props), own.idNumber)
    const province = await visitorOf('henan').becomes('szgb')
    assert.equal((await province.page('/recognitions')).body.props.recognitions.meta.total, 0)
    const reason = { reason: '录入有误', version: row.version }
    assert.equal((await province.post(`/recognitions/${row.id}/withdraw`, reason)).status, 404)
    assert.equal((await city.post(`/recognitions/${row.id}/withdraw`, reason)).status, 200)
    assert.equal((await city.post(`/recognitions/${row.id}/withdraw`, reason)).status, 409)
    // what was taken back may be entered rightly, once
    const again = { ...own, unitName: '示例设计研究院' }
    assert.equal((await city.post('/recognitions', again)).status, 200)
    assert.equal((await city.post('/recognitions', again)).status, 422)
    // the committee's account belongs to the same body and has not its right
    const committee = await visitorOf('henan').becomes('zxxpwh')
    assert.equal((await committee.page('/recognitions')).status, 404)
    assert.equal((await committee.post('/recognitions', own)).status, 403)
  })
})
