import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { seedCatalogue } from '#catalogue/seed_catalogue'
import { addWorkDays } from '#catalogue/work_days'
import { isBlacklisted } from '#catalogue/queries/is_blacklisted'
import { provinceOf } from '#province/registry'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

const admin = () => visitorOf('hunan').becomes('admin')
const organization = (code: string) =>
  inProvince('hunan', async () => {
    const row = await db.from('organizations').where('code', code).firstOrFail()
    return row.id as number
  })

test.group('the catalogue', (group) => {
  group.setup(async () => void (await freshTenantOf('hunan')))

  test('[HU-29] a specialty is added below a node, edited, and offered to applicants; no top category can be added', async ({
    assert,
  }) => {
    const visitor = await admin()
    const shown = await visitor.page('/catalogue/specialties')
    assert.equal(shown.body.component, 'tenant_admin/catalogue/tree')
    const made = await visitor.post('/catalogue/specialties', {
      series: '01',
      code: '0199',
      name: '人工智能',
    })
    assert.equal(made.status, 200, made.body.message)
    const child = await visitor.post('/catalogue/specialties', {
      series: '01',
      parentId: made.body.data.id,
      code: '019901',
      name: '机器学习',
    })
    assert.equal(child.status, 200, child.body.message)
    const twin = await visitor.post('/catalogue/specialties', {
      series: '01',
      code: '0199',
      name: '重复',
    })
    assert.equal(twin.body.errors[0].field, 'code')
    const top = await visitor.post('/catalogue/specialties', { code: '99', name: '新大类' })
    assert.equal(top.status, 422)
    assert.include(top.body.message, '不支持新增栏目大类')
    const edited = await visitor.post(`/catalogue/specialties/${made.body.data.id}`, {
      code: '0199',
      name: '人工智能（智能科学）',
    })
    assert.equal(edited.status, 200, edited.body.message)
    const applicant = await visitorOf('hunan').becomes('chenshili')
    const start = await applicant.page('/apply/new')
    assert.include(JSON.stringify(start.body.props), '人工智能（智能科学）')
  })

  test('[HU-30] a specialty in use is not removed; a removed one is not brought back by the rules', async ({
    assert,
  }) => {
    const visitor = await admin()
    const { body } = await visitor.page('/catalogue/specialties')
    const at = (code: string) =>
      body.props.nodes.find((node: { code: string }) => node.code === code)
    const inUse = await visitor.command('DELETE', `/catalogue/specialties/${at('0101').id}`)
    assert.equal(inUse.status, 422)
    assert.include(inUse.body.message, '个评委会可评审')
    const parent = await visitor.command('DELETE', `/catalogue/specialties/${at('0199').id}`)
    assert.include(parent.body.message, '有下级专业')
    const code = await visitor.post(`/catalogue/specialties/${at('0101').id}`, {
      code: '0191',
      name: '土木工程',
    })
    assert.equal(code.body.errors[0].field, 'code')
    const removed = await visitor.command('DELETE', `/catalogue/specialties/${at('0502').id}`)
    assert.equal(removed.status, 200, removed.body.message)
    await inProvince('hunan', () => seedCatalogue(provinceOf('hunan').ruleset.catalogue))
    const after = await visitor.page('/catalogue/specialties')
    const codes = after.body.props.nodes.map((node: { code: string }) => node.code)
    assert.notInclude(codes, '0502')
    assert.include(codes, '0501')
  })

  test('[HU-31] titles have level, name and national title; one applied for stays', async ({
    assert,
  }) => {
    const visitor = await admin()
    const unleveled = await visitor.post('/catalogue/titles', {
      series: '05',
      code: '0590',
      name: '示例技术员',
      level: 'highest',
    })
    assert.equal(unleveled.body.errors[0].field, 'level')
    const made = await visitor.post('/catalogue/titles', {
      series: '05',
      code: '0590',
      name: '示例技术员',
      level: 'junior_technician',
      nationalTitle: '0505',
    })
    assert.equal(made.status, 200, made.body.message)
    const renamed = await visitor.post(`/catalogue/titles/${made.body.data.id}`, {
      code: '0590',
      name: '示例工程技术员',
      level: 'junior_technician',
    })
    assert.equal(renamed.status, 200)
    await inProvince('hunan', () => seedCatalogue(provinceOf('hunan').ruleset.catalogue))
    const { body } = await visitor.page('/catalogue/titles')
    const at = (name: string) =>
      body.props.nodes.find((node: { name: string }) => node.name === name)
    assert.exists(at('示例工程技术员'))
    const inUse = await visitor.command('DELETE', `/catalogue/titles/${at('副教授').id}`)
    assert.equal(inUse.status, 422)
    const removed = await visitor.command('DELETE', `/catalogue/titles/${at('示例工程技术员').id}`)
    assert.equal(removed.status, 200)
  })

  test('[HU-32] [HU-33] [HU-35] receiving bodies are added by search, edited with notice, cancelled', async ({
    assert,
  }) => {
    const visitor = await admin()
    const found = await visitor.get('/lookup/bodies?q=管理处&core=agency')
    const [body] = found.body.options
    assert.equal(body.label, '长沙市本级专业技术人员管理处')
    const entry = {
      organizationId: body.value,
      level: 'intermediate',
      acquisition: 'recognition',
      printedName: '长沙市职称管理处',
    }
    const missing = await visitor.post('/catalogue/receivers', { ...entry, printedName: '' })
    assert.equal(missing.body.errors[0].message, '请填写打在证书上的机构名称')
    assert.equal((await visitor.post('/catalogue/receivers', entry)).status, 200)
    assert.equal((await visitor.post('/catalogue/receivers', entry)).status, 422)
    const list = () => visitor.page('/catalogue/receivers?level=intermediate')
    const [row] = (await list()).body.props.receivers.data
    const changed = await visitor.post(`/catalogue/receivers/${row.id}`, {
      ...entry,
      notice: '请携带学历证书原件。',
      version: row.version,
    })
    assert.equal(changed.status, 200, changed.body.message)
    const late = await visitor.post(`/catalogue/receivers/${row.id}`, {
      ...entry,
      version: row.version,
    })
    assert.equal(late.status, 409)
    const unexplained = await visitor.post(`/catalogue/receivers/${row.id}/cancel`, {})
    assert.equal(unexplained.status, 422)
    const cancelled = await visitor.post(`/catalogue/receivers/${row.id}/cancel`, {
      reason: '职能调整',
    })
    assert.equal(cancelled.status, 200)
    assert.equal((await list()).body.props.receivers.meta.total, 0)
  })

  test('[HU-41] [HU-42] a body has one issuing code, a code one body; a cancelled code is free again', async ({
    assert,
  }) => {
    const visitor = await admin()
    const id = await organization('4301-Z')
    const taken = await visitor.post('/catalogue/issuers', { organizationId: id, code: '0100' })
    assert.equal(taken.body.errors[0].field, 'code')
    const made = await visitor.post('/catalogue/issuers', { organizationId: id, code: '0101' })
    assert.equal(made.status, 200, made.body.message)
    const second = await visitor.post('/catalogue/issuers', { organizationId: id, code: '0102' })
    assert.equal(second.body.errors[0].field, 'organizationId')
    const { body } = await visitor.page('/catalogue/issuers?code=0101')
    const [row] = body.props.issuers.data
    assert.equal(row.name, '长沙市住房和城乡建设局')
    const codeOf = () =>
      inProvince('hunan', () => db.from('organizations').where('id', id).select('issuer_code'))
    assert.equal((await codeOf())[0].issuer_code, '0101')
    const cancelled = await visitor.post(`/catalogue/issuers/${row.id}/cancel`, { reason: '撤并' })
    assert.equal(cancelled.status, 200, cancelled.body.message)
    assert.isNull((await codeOf())[0].issuer_code)
    const again = await visitor.post('/catalogue/issuers', { organizationId: id, code: '0101' })
    assert.equal(again.status, 200, again.body.message)
    const listed = await visitor.page('/catalogue/issuers?code=0101')
    assert.equal(listed.body.props.issuers.meta.total, 2)
  })

  test('[HU-70] a listed person cannot apply until released; the ID number stands in no address', async ({
    assert,
  }) => {
    const visitor = await admin()
    const found = await visitor.post('/blacklist/people', { q: '430100198401011416' })
    assert.equal(found.body.options[0].label, '陈示例')
    assert.notInclude(JSON.stringify(found.body), '430100198401011416')
    const personId = found.body.options[0].value
    const entry = { personId, reason: '提供虚假材料', startsOn: '2026-01-01', endsOn: '2028-12-31' }
    const backwards = await visitor.post('/blacklist', { ...entry, endsOn: '2025-12-31' })
    assert.equal(backwards.body.errors[0].field, 'endsOn')
    assert.equal((await visitor.post('/blacklist', entry)).status, 200)
    assert.equal((await visitor.post('/blacklist', entry)).status, 422)
    await inProvince('hunan', async () => {
      assert.isTrue(await isBlacklisted(personId, '2028-12-31'))
      assert.isFalse(await isBlacklisted(personId, '2029-01-01'))
      assert.isFalse(await isBlacklisted(personId, '2025-12-31'))
    })
    const applicant = await visitorOf('hunan').becomes('chenshili')
    const batch = await inProvince('hunan', () => db.from('batches').firstOrFail())
    const committee = await inProvince('hunan', () => db.from('committees').firstOrFail())
    const target = {
      batchId: batch.id,
      series: '01',
      specialty: '0103',
      title: '0102',
      acquisition: 'review',
      mode: 'normal',
      evaluationMethod: 'review',
      committeeId: committee.id,
    }
    const blocked = await applicant.post('/apply', target)
    assert.equal(blocked.status, 422)
    assert.include(blocked.body.message, '黑名单')
    // a draft begun before the listing says so on its page and does not go out either
    const draft = await inProvince('hunan', () =>
      db.from('applications').where({ person_id: personId, stage: 'draft' }).firstOrFail()
    )
    const { block } = (await applicant.page(`/apply/${draft.id}`)).body.props
    assert.include(block, '黑名单（至 2028-12-31）')
    const sent = await applicant.post(`/apply/${draft.id}/submit`, {
      pledgeVersion: '2026-1',
      version: draft.version,
    })
    assert.equal(sent.body.code, 'blacklisted')
    const [row] = (await visitor.page('/blacklist?name=陈')).body.props.entries.data
    assert.match(row.idNumber, /\*/)
    const changed = await visitor.post(`/blacklist/${row.id}`, {
      ...entry,
      reason: '提供虚假论文',
      version: row.version,
    })
    assert.equal(changed.status, 200, changed.body.message)
    assert.equal((await visitor.post(`/blacklist/${row.id}/release`, {})).status, 422)
    const released = await visitor.post(`/blacklist/${row.id}/release`, { reason: '申诉成立' })
    assert.equal(released.status, 200)
    assert.equal((await applicant.post('/apply', target)).status, 200)
  })

  test('days of the official calendar are named in Chinese', async ({ assert }) => {
    const visitor = await admin()
    const { days } = (await visitor.page('/catalogue/calendar?year=2026')).body.props
    const nameOn = (date: string) => days.find((day: { date: string }) => day.date === date).name
    assert.equal(nameOn('2026-09-25'), '中秋')
    assert.equal(nameOn('2026-02-14'), '春节调休上班')
    assert.equal(nameOn('2026-11-28'), '周末')
    assert.isNull(nameOn('2026-11-25'))
    assert.notMatch(JSON.stringify(days.map((day: { name: string }) => day.name)), /[A-Za-z]{5}/)
  })

  test('a year without calendar is refused until its notice is imported; changed days stay', async ({
    assert,
  }) => {
    const visitor = await admin()
    await inProvince('hunan', async () => {
      await assert.rejects(() => addWorkDays('2026-12-30', 5), /2027/)
    })
    const wrong = await visitor.post('/catalogue/calendar/year', {
      year: 2027,
      source: '通知',
      holidays: '2-30 春节',
    })
    assert.equal(wrong.body.errors[0].field, 'holidays')
    const year = {
      year: 2027,
      source: '放假通知',
      holidays: '1-1~1-3 元旦\n2027-02-06~2027-02-12 春节',
      workdays: '2-14',
    }
    const made = await visitor.post('/catalogue/calendar/year', year)
    assert.equal(made.status, 200, made.body.message)
    await inProvince('hunan', async () => {
      assert.equal(await addWorkDays('2026-12-30', 2), '2027-01-04')
    })
    const day = await visitor.post('/catalogue/calendar/day', {
      date: '2027-01-04',
      isWorkDay: false,
      name: '临时放假',
    })
    assert.equal(day.status, 200)
    await visitor.post('/catalogue/calendar/year', year)
    await inProvince('hunan', async () => {
      assert.equal(await addWorkDays('2026-12-30', 2), '2027-01-05')
    })
    const unknown = await visitor.post('/catalogue/calendar/day', {
      date: '2031-01-04',
      isWorkDay: false,
    })
    assert.equal(unknown.status, 422)
  })

  test('the registers are the administrator’s alone', async ({ assert }) => {
    const handler = await visitorOf('hunan').becomes('pszx')
    for (const path of ['specialties', 'titles', 'receivers', 'issuers', 'calendar'])
      assert.equal((await handler.page(`/catalogue/${path}`)).status, 403)
    assert.equal((await handler.page('/blacklist')).status, 403)
    assert.equal((await handler.post('/blacklist/people', { q: '陈示例' })).status, 403)
  })
})
