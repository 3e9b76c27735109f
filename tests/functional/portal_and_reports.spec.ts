import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { runJobs } from '#jobs/run_jobs'
import '#start/jobs'
import StoredFile from '#files/models/stored_file'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

const admin = () => visitorOf('hunan').becomes('admin')

test.group('portal and reports', (group) => {
  group.setup(async () => void (await freshTenantOf('hunan')))

  test('the brand is edited; a colour nobody can read is refused; the public pages show it', async ({
    assert,
  }) => {
    const visitor = await admin()
    const { portal, version } = (await visitor.page('/portal/brand')).body.props
    const pale = await visitor.post('/portal/brand', { ...portal, version, color: '#ffee99' })
    assert.equal(pale.body.errors[0].field, 'color')
    const saved = await visitor.post('/portal/brand', {
      ...portal,
      version,
      name: '示例职称门户',
      color: '#1a4d2e',
      publicityNote: '异议请在五个工作日内提出。',
    })
    assert.equal(saved.status, 200, saved.body.message)
    const { brand } = (await visitorOf('hunan').page('/')).body.props
    assert.equal(brand.name, '示例职称门户')
    assert.equal(brand.color, '#1a4d2e')
    assert.equal(brand.publicityNote, '异议请在五个工作日内提出。')
    assert.equal((await visitor.post('/portal/brand', { ...portal, version })).status, 409)
    const other = (await visitorOf('hunan').page('/help')).body.props.brand
    assert.equal(other.name, '示例职称门户')
  })

  test('notices and help are written, pinned and withdrawn; drafts stay inside', async ({
    assert,
  }) => {
    const visitor = await admin()
    const publicPage = async () =>
      (await visitorOf('hunan').page('/')).body.props.notices.map(({ title }: any) => title)
    await visitor.post('/portal/notices', { title: '不公开的草稿', body: '内容', status: 'draft' })
    const made = await visitor.post('/portal/notices', {
      title: '置顶通知',
      body: '内容',
      status: 'published',
      pinned: true,
    })
    assert.equal(made.status, 200, made.body.message)
    assert.equal((await publicPage())[0], '置顶通知')
    assert.notInclude(await publicPage(), '不公开的草稿')
    const { texts } = (await visitor.page('/portal/notices?title=置顶')).body.props
    const [row] = texts.data
    const change = { ...row, status: 'withdrawn' }
    assert.equal((await visitor.post(`/portal/notices/${row.id}`, change)).status, 200)
    assert.equal((await visitor.post(`/portal/notices/${row.id}`, change)).status, 409)
    assert.notInclude(await publicPage(), '置顶通知')
    await visitor.post('/portal/help', { title: '如何申报', body: '先登录', status: 'published' })
    const help = (await visitorOf('hunan').page('/help')).body.props
    assert.equal(help.pages[0].title, '如何申报')
  })

  test('only files put among the downloads are public, and only while they are there', async ({
    assert,
  }) => {
    const visitor = await admin()
    const { file, download } = await inProvince('hunan', async () => {
      const stored = await StoredFile.query().orderBy('id').firstOrFail()
      const [id] = await db
        .table('downloads')
        .insert({ title: '样表', file_id: stored.id, published_at: new Date() })
      return { file: stored, download: id }
    })
    const anyone = visitorOf('hunan')
    const given = await anyone.get(`/downloads/${download}`)
    assert.equal(given.status, 200)
    assert.equal(Number(given.headers['content-length']), file.size)
    assert.equal((await anyone.get('/downloads/999999')).status, 404)
    assert.equal((await anyone.command('DELETE', `/portal/downloads/${download}`)).status, 401)
    assert.equal((await visitor.command('DELETE', `/portal/downloads/${download}`)).status, 200)
    assert.equal((await anyone.get(`/downloads/${download}`)).status, 404)
  })

  test('figures add up, outcomes count once they are public, and they are exported', async ({
    assert,
  }) => {
    const visitor = await admin()
    const { batch, stages, series, levels, units, waiting, meetings } = (
      await visitor.page('/reports')
    ).body.props
    const sum = (rows: { total: number }[]) => rows.reduce((all, { total }) => all + total, 0)
    const total = await inProvince('hunan', async () => {
      const [row] = await db.from('applications').where('batch_id', batch).count('* as total')
      return Number(row.total)
    })
    assert.isAbove(total, 0)
    for (const rows of [stages, series, levels, units.data]) assert.equal(sum(rows), total)
    assert.isTrue(levels.every(({ name }: { name: string }) => /[一-龥]/.test(name)))
    assert.isNotEmpty(waiting)
    assert.isNotEmpty(meetings)
    const secret = series.reduce((all: number, { decided }: any) => all + decided, 0)
    const known = await inProvince('hunan', async () => {
      const [row] = await db
        .from('applications')
        .where('batch_id', batch)
        .whereIn('stage', [
          'in_publicity',
          'objection',
          'passed',
          'not_passed',
          'filed',
          'numbered',
          'documented',
          'certified',
          'revoked',
        ])
        .count('* as total')
      return Number(row.total)
    })
    assert.equal(secret, known)
    for (const by of ['units', 'series', 'levels']) {
      const file = await visitor.get(`/reports/${batch}/${by}`)
      assert.match(String(file.headers['content-type']), /spreadsheetml/, by)
    }
    assert.equal(
      (await (await visitorOf('hunan').becomes('chenshili')).page('/reports')).status,
      403
    )
  })

  test('what waits and how far the committees are is exported; a committee’s papers come as one ZIP', async ({
    assert,
  }) => {
    const visitor = await admin()
    const { batch, meetings } = (await visitor.page('/reports')).body.props
    for (const what of ['waiting', 'meetings']) {
      const file = await visitor.get(`/reports/${batch}/state/${what}`)
      assert.match(String(file.headers['content-type']), /spreadsheetml/, what)
    }
    const path = `/reports/committees/${meetings[0].committeeId}/pack`
    const clerk = await visitorOf('hunan').becomes('gph')
    assert.equal((await clerk.post(path)).status, 403)
    assert.equal((await visitor.post('/reports/committees/999999/pack')).status, 404)
    const started = await visitor.post(path)
    assert.equal(started.status, 200, started.body.message)
    await inProvince('hunan', () => runJobs())
    const job = (await visitor.get(`${started.body.to}/state`)).body
    assert.equal(job.status, 'done', job.error)
    const pack = await visitor.get(job.result.to)
    assert.equal(String(pack.headers['content-type']), 'application/zip')
    const names = pack.bytes.toString('utf8')
    for (const name of [
      '目录与摘要.txt',
      '评委.xlsx',
      '抽取记录.xlsx',
      '回避.xlsx',
      '参评与结果.xlsx',
    ])
      assert.include(names, name)
    assert.equal((await clerk.get(job.result.to)).status, 404)
  })
})
