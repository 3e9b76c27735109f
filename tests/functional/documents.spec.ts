import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { currentRuleset } from '#batches/queries/rulesets'
import { documentRoute } from '#certificates/documents/document_route'
import * as documents from '#certificates/documents/documents'
import { assignNumber } from '#certificates/numbers/assign_number'
import { storeBytes } from '#files/store_file'
import { runJobs } from '#jobs/run_jobs'
import Organization from '#organizations/models/organization'
import { samplePdf } from '#platform/demo/sample_pdf'
import { visitorOf } from '#tests/helpers/browserless'
import { copyApplications, passedMeeting, staff } from '#tests/helpers/results'
import { freshTenantOf, inProvince, leaveTenantOf, tenantOf } from '#tests/helpers/tenants'

test.group('documents', (group) => {
  let ids: number[]
  let documentId: number
  group.teardown(() => void leaveTenantOf('henan'))
  group.setup(async () => {
    await freshTenantOf('henan')
    await tenantOf('hebei')
    ids = await inProvince('henan', async () => {
      const meetingId = await passedMeeting('zzzgb')
      const person = await Application.query().where({ meetingId, stage: 'passed' }).firstOrFail()
      const all = [person.id, ...(await copyApplications(person.id, 2, 'passed'))]
      for (const id of all) await assignNumber(await staff('zzzgb'), id)
      return all
    })
  })

  const page = (id: number) => `/documents/${id}`

  test('[HN-34] [HN-35] [HN-36] made, filled by filter, checked, mended, confirmed', async ({
    assert,
  }) => {
    const city = await visitorOf('henan').becomes('zzzgb')
    const made = await city.post('/documents', {
      number: '郑职改办〔2026〕1号',
      title: '关于确认中级职称的通知',
      level: 'intermediate',
    })
    assert.equal(made.status, 200, made.body.message)
    documentId = Number(made.body.to.split('/').at(-1))
    const twin = await city.post('/documents', {
      number: '郑职改办〔2026〕1号',
      title: '又一份',
      level: 'intermediate',
    })
    assert.equal(twin.body.errors[0].field, 'number')
    assert.match((await city.post(`${page(documentId)}/issue`)).body.message, /先录入发文人员/)
    const found = await city.page(`${page(documentId)}/candidates?name=钱`)
    assert.equal(found.body.props.people.meta.total, 3)
    const none = await city.page(`${page(documentId)}/candidates?name=无此人`)
    assert.equal(none.body.props.people.meta.total, 0)
    assert.equal(
      (await city.post(`${page(documentId)}/people`, { filters: { name: '钱' } })).body.message,
      '已录入 3 人'
    )
    const other = await city.post('/documents', {
      number: '2号',
      title: '二',
      level: 'intermediate',
    })
    const second = other.body.to as string
    assert.equal((await city.post(`${second}/people`, { ids })).status, 422)
    assert.equal(
      (await city.post(`${page(documentId)}/people/remove`, { ids: [ids[2]] })).status,
      200
    )
    assert.equal((await city.post(`${second}/people`, { ids })).body.message, '已录入 1 人')
    assert.equal((await city.command('DELETE', second)).status, 200)
    assert.equal(
      (await city.post(`${page(documentId)}/people`, { ids })).body.message,
      '已录入 1 人'
    )
    assert.equal((await city.post(`${page(documentId)}/issue`)).status, 200)
    assert.equal((await city.post(`${page(documentId)}/people/remove`, { ids })).status, 409)
    const foreign = await visitorOf('henan').becomes('szgb')
    assert.equal((await foreign.page(page(documentId))).status, 404)
    assert.equal((await foreign.post(`${page(documentId)}/reopen`)).status, 404)
  })

  test('[HN-37] [HN-38] [HN-40] reported with its first page, returned, reported again, approved', async ({
    assert,
  }) => {
    const city = await visitorOf('henan').becomes('zzzgb')
    const province = await visitorOf('henan').becomes('szgb')
    const bare = await city.post(`${page(documentId)}/report`)
    assert.match(bare.body.message, /红头文件首页/)
    await inProvince('henan', async () => {
      const ctx = await staff('zzzgb')
      const file = await storeBytes(ctx, samplePdf('red'), {
        name: '红头文件首页.pdf',
        extension: 'pdf',
        purpose: 'document',
        applicationId: null,
      })
      const { examiner } = await documents.reportDocument(ctx, documentId, file.id)
      assert.equal(examiner!.organizationName, '河南省职称改革领导小组办公室')
    })
    assert.equal((await city.post(`${page(documentId)}/examine`, {})).status, 422)
    const shown = await province.page(page(documentId))
    assert.isTrue(shown.body.props.document.mayExamine)
    const { version } = shown.body.props.document
    const answer = { decision: 'return', opinion: '标题有误', version }
    assert.equal((await city.post(`${page(documentId)}/examine`, answer)).status, 404)
    assert.equal((await province.post(`${page(documentId)}/examine`, answer)).status, 200)
    assert.equal((await province.post(`${page(documentId)}/examine`, answer)).status, 409)
    const mended = { number: '郑职改办〔2026〕1号', title: '关于确认中级职称资格的通知' }
    assert.equal((await city.command('PUT', page(documentId), mended)).status, 200)
    await city.post(`${page(documentId)}/issue`)
    assert.equal((await city.post(`${page(documentId)}/report`)).status, 200)
    const again = await province.page(page(documentId))
    const approved = await province.post(`${page(documentId)}/examine`, {
      decision: 'approve',
      opinion: '同意',
      version: again.body.props.document.version,
    })
    assert.equal(approved.body.message, '审查通过，文件生效')
    await inProvince('henan', async () => {
      await runJobs()
      const rows = await db.from('applications').whereIn('id', ids).select('stage', 'document_id')
      for (const row of rows)
        assert.deepEqual([row.stage, row.document_id], ['documented', documentId])
    })
    const query = await city.page('/results/people?store=passed&document=郑职改办')
    assert.equal(query.body.props.people.data[0].documentNumber, '郑职改办〔2026〕1号')
    const preview = await city.get(`${page(documentId)}/attachment`)
    assert.equal(preview.headers['content-type'], 'application/pdf')
    const elsewhere = await visitorOf('henan').becomes('yfxx')
    assert.equal((await elsewhere.get(`${page(documentId)}/attachment`)).status, 404)
  })

  test('[HN-38] the route goes by level, autonomy and kind of university', async ({ assert }) => {
    await inProvince('henan', async () => {
      const { ruleset } = await currentRuleset()
      const body = (code: string) => Organization.findByOrFail('code', code)
      const names = async (unit: Organization, level: string) =>
        (await documentRoute(unit, level, ruleset)).examiners.map(
          ({ organizationName }) => organizationName
        )
      const [province, city, department, school] = await Promise.all(
        ['4100', '4101', '4101-J', '4101-Y'].map(body)
      )
      assert.deepEqual(await names(city, 'senior_associate'), [province.name])
      // a junior document of the city needs no further examiner
      assert.deepEqual(await names(city, 'junior_assistant'), [])
      assert.deepEqual(await names(department, 'junior_assistant'), [city.name])
      assert.deepEqual(await names(province, 'senior_full'), [])
      school.attributes = { autonomous: true }
      assert.deepEqual(await names(school, 'intermediate'), [department.name, province.name])
      school.attributes = { cityUniversity: true }
      assert.deepEqual(await names(school, 'intermediate'), [
        department.name,
        city.name,
        province.name,
      ])
    })
  })

  test('a province without documents has no such page and no such entry', async ({ assert }) => {
    const visitor = await visitorOf('hebei').becomes('szgb-jb')
    const home = await visitor.page('/home')
    const paths = home.body.props.menu.flatMap(({ entries }: { entries: { path: string }[] }) =>
      entries.map(({ path }) => path)
    )
    assert.include(paths, '/filings')
    assert.notInclude(paths, '/documents/examination')
    assert.equal((await visitor.page('/documents/examination')).status, 404)
    const henan = await (await visitorOf('henan').becomes('zzzgb')).page('/filings')
    assert.equal(henan.status, 404)
  })
})
