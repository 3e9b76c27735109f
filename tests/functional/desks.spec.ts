import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import Account from '#identity/models/account'
import { runJobs } from '#jobs/run_jobs'
import { as, fillApplication, submitFilled } from '#platform/demo/drive'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

const submitted = (province: string, login: string) =>
  inProvince(province, async () => {
    const account = await Account.findByOrFail('login', login)
    const application = await Application.findByOrFail('accountId', account.id)
    const ctx = await as(account)
    if (application.stage === 'draft') {
      await fillApplication(ctx, application)
      await submitFilled(ctx, application)
    }
    return Application.findOrFail(application.id)
  })
const present = (province: string, id: number) =>
  inProvince(province, () => Application.findOrFail(id))
const listed = (reply: any): number[] =>
  reply.body.props.work.data.map(({ id }: { id: number }) => id)

test.group('desks', (group) => {
  group.setup(async () => {
    for (const province of ['hebei', 'hunan']) await freshTenantOf(province)
  })

  test('[HB-10] [HU-55] every filter finds the case it is about and no other', async ({
    assert,
  }) => {
    const { id } = await submitted('hebei', '371325197704051042')
    const handler = await visitorOf('hebei').becomes('sy-jb')
    const terms = await inProvince('hebei', () =>
      db.from('application_terms').where('application_id', id).select('search', 'value')
    )
    assert.includeMembers(
      terms.map(({ search }) => search),
      ['highestEducation', 'school', 'firstEducation', 'entrusted', 'major']
    )
    const application = await present('hebei', id)
    const asked: Record<string, string> = {
      name: application.personName.slice(0, 2),
      idNumber: '371325197704051042',
      code: application.code,
      unit: '第三医院',
      department: '医科大学',
      region: '1301',
      category: application.category!,
      series: application.seriesCode!,
      specialty: application.specialtyCode!,
      title: application.titleCode!,
      level: application.level!,
      mode: application.mode!,
      evaluationMethod: application.evaluationMethod!,
      year: '2026',
      ...Object.fromEntries(
        terms
          .filter(({ search }) => search !== 'presentYears')
          .map(({ search, value }) => [`x_${search}`, value])
      ),
    }
    for (const [name, value] of Object.entries(asked)) {
      const found = await handler.page(`/reviews?${name}=${encodeURIComponent(value)}`)
      assert.include(listed(found), id, `${name}=${value}`)
    }
    for (const name of Object.keys(asked)) {
      const none = await handler.page(`/reviews?${name}=${encodeURIComponent('没有的')}`)
      assert.notInclude(listed(none), id, name)
    }
    const names = (await handler.page('/reviews')).body.props.defs.map(
      ({ label }: { label: string }) => label
    )
    assert.includeMembers(names, [
      '申报类别',
      '身份证号',
      '最高学历',
      '毕业学校',
      '第一学历',
      '现职称名称',
      '特殊经历',
      '是否委托评审',
      '所学专业',
      '主管部门',
    ])
  })

  test('[HB-08] stock phrases are one’s own', async ({ assert }) => {
    const handler = await visitorOf('hebei').becomes('sy-jb')
    const { body } = await handler.post('/phrases', { text: '材料齐全。' })
    const changed = await handler.command('PUT', `/phrases/${body.data.id}`, { text: '齐全。' })
    assert.equal(changed.status, 200)
    const other = await visitorOf('hebei').becomes('sy-ld')
    assert.equal((await other.command('DELETE', `/phrases/${body.data.id}`)).status, 404)
    assert.equal((await handler.command('DELETE', `/phrases/${body.data.id}`)).status, 200)
  })

  test('[HB-11] [HB-19] the general form of all and of ticked cases is an Excel file', async ({
    assert,
  }) => {
    const handler = await visitorOf('hebei').becomes('sy-jb')
    const all = await handler.get('/reviews/export?tab=open')
    assert.equal(all.status, 200)
    assert.match(all.headers['content-type']!, /spreadsheetml/)
    assert.match(decodeURIComponent(all.headers['content-disposition']!), /通用表\.xlsx/)
    const [first] = (await handler.page('/reviews')).body.props.work.data
    assert.equal((await handler.get(`/reviews/export?ids=${first.id}`)).status, 200)
  })

  test('[HB-09] the log of a case opens from the list, for its own bodies only', async ({
    assert,
  }) => {
    const { id } = await submitted('hebei', '371325197704051042')
    const handler = await visitorOf('hebei').becomes('sy-jb')
    const log = await handler.get(`/reviews/${id}/log`)
    assert.equal(log.body.entries.at(-1).title, '提交')
    const administrator = await visitorOf('hebei').becomes('sy-admin')
    assert.equal((await administrator.get(`/reviews/${id}/log`)).status, 403)
    const other = await submitted('hunan', 'wushili')
    const stranger = await visitorOf('hunan').becomes('csjyj')
    for (const path of [`/reviews/${other.id}/log`, `/reviews/${other.id}`])
      assert.equal((await stranger.get(path)).status, 404)
    const decided = await stranger.post(`/reviews/${other.id}`, {
      decision: 'approve',
      opinion: '同意',
      version: other.version,
    })
    assert.equal(decided.status, 404)
  })

  test('[HB-16] several are passed with shared fields; a strange one is named and left', async ({
    assert,
  }) => {
    const { id } = await submitted('hebei', '371325197704051042')
    const handler = await visitorOf('hebei').becomes('sy-jb')
    const foreign = await inProvince('hebei', async () => {
      const row = await db
        .from('work_items')
        .where('status', 'open')
        .whereNot('role', 'handler')
        .whereNotNull('organization_id')
        .first()
      return row.application_id as number
    })
    const reply = await handler.post('/reviews/many', {
      ids: [id, foreign],
      decision: 'approve',
      opinion: '同意上报',
      fields: { recommendation: '已公示，无异议', panel: '同意推荐', unknown: 'x' },
    })
    assert.match(reply.body.to, /^\/jobs\/\d+$/)
    await inProvince('hebei', () => runJobs())
    await inProvince('hebei', () => runJobs())
    const application = await present('hebei', id)
    assert.equal(application.route[application.routeStep].role, 'leader')
    const job = await inProvince('hebei', () =>
      db
        .from('jobs')
        .where('id', Number(reply.body.to.split('/').at(-1)))
        .firstOrFail()
    )
    assert.deepEqual([job.status, job.done, job.failed], ['done', 2, 1])
    const { entries } = (await handler.get(`/reviews/${id}/log`)).body
    assert.match(
      entries.at(-1).text,
      /同意上报；推荐和公示情况：已公示，无异议；推荐小组意见：同意推荐/
    )
  })

  test('[HB-07] [HB-15] marks name places of the form, and travel to the applicant', async ({
    assert,
  }) => {
    const { id } = await submitted('hebei', '371325197704051042')
    const leader = await visitorOf('hebei').becomes('sy-ld')
    const shown = await leader.page(`/reviews/${id}`)
    assert.equal(shown.body.props.next.organization, '河北医科大学')
    const version = shown.body.props.application.version
    const wrong = await leader.post(`/reviews/${id}`, {
      decision: 'return',
      opinion: '请修改',
      items: [{ section: 'nowhere', reason: '改' }],
      version,
    })
    assert.equal(wrong.status, 422)
    const items = [
      { section: 'education', field: 'school', reason: '写全称' },
      { section: 'materials', field: 'ethics', reason: '缺盖章' },
    ]
    const back = await leader.post(`/reviews/${id}`, {
      decision: 'return',
      opinion: '请修改',
      items,
      version,
    })
    assert.equal(back.status, 200, back.body.message)
    const returned = await present('hebei', id)
    assert.equal(returned.stage, 'returned')
    assert.deepEqual(
      returned.correction!.map(({ section, field }) => [section, field]),
      [
        ['education', 'school'],
        ['materials', 'ethics'],
      ]
    )
    const applicant = await visitorOf('hebei').becomes('371325197704051042')
    const { timeline } = (await applicant.page(`/apply/${id}`)).body.props
    assert.equal(timeline.at(-1).opinion, '请修改')
    assert.match(
      timeline.at(-1).text,
      /^请修改；1\. 学习经历 · 毕业院校：写全称；2\. .+ · 职业道德评价表：缺盖章；请于/
    )
  })

  test('[HB-17] several with one common fault go back together', async ({ assert }) => {
    const id = await inProvince('hebei', async () => {
      const item = await db
        .from('work_items')
        .where({ 'work_items.status': 'open', 'work_items.role': 'leader' })
        .join('organizations as o', 'o.id', 'work_items.organization_id')
        .where('o.name', 'like', '%第三医院')
        .select('application_id')
        .firstOrFail()
      return item.application_id as number
    })
    const leader = await visitorOf('hebei').becomes('sy-ld')
    const reply = await leader.post('/reviews/many', {
      ids: [id],
      decision: 'return',
      opinion: '均缺少年度考核表',
    })
    assert.equal(reply.status, 200)
    await inProvince('hebei', () => runJobs())
    assert.equal((await present('hebei', id)).stage, 'returned')
  })

  test('[HU-52] [HU-53] [HU-54] refused above, the lower body sees why and sends it further down', async ({
    assert,
  }) => {
    const { id } = await submitted('hunan', 'chenshili')
    const act = async (login: string, body: object) => {
      const { version } = await present('hunan', id)
      return (await visitorOf('hunan').becomes(login)).post(`/reviews/${id}`, { ...body, version })
    }
    await act('pszx', {
      decision: 'unit_publicity',
      startsOn: '2026-11-02',
      place: '公告栏',
      outcome: '无异议',
    })
    await act('pszx', { decision: 'approve', opinion: '推荐' })
    const upper = await visitorOf('hunan').becomes('cszjj')
    const next = (await upper.page(`/reviews/${id}`)).body.props.next
    assert.equal(next.organization, '长沙市本级专业技术人员管理处')
    assert.equal((await act('cszjj', { decision: 'return', opinion: '缺公示证明' })).status, 200)
    const unit = await visitorOf('hunan').becomes('pszx')
    const back = await unit.page('/reviews?tab=back')
    assert.deepEqual(
      back.body.props.work.data.map((row: { id: number; sentBack: string }) => [
        row.id,
        row.sentBack,
      ]),
      [[id, '缺公示证明']]
    )
    assert.equal((await unit.page(`/reviews/${id}`)).body.props.sentBack, '缺公示证明')
    assert.equal((await act('pszx', { decision: 'return', opinion: '请补公示证明' })).status, 200)
    assert.equal((await present('hunan', id)).stage, 'returned')
  })

  test('[HB-37] the same work in other cases is one hint that counts and names them, never a decision', async ({
    assert,
  }) => {
    const held = await inProvince('hunan', async () => {
      const rows = await Application.query().whereNotIn('stage', ['draft', 'discarded'])
      await db.table('application_marks').multiInsert(
        rows.map(({ id }) => ({
          application_id: id,
          kind: 'title',
          digest: Buffer.alloc(16, 7),
          text: '同一篇论文',
        }))
      )
      const item = await db
        .from('work_items')
        .where('status', 'open')
        .whereNotNull('organization_id')
        .firstOrFail()
      const others = rows.filter(({ id }) => id !== item.application_id).sort((a, b) => b.id - a.id)
      return { id: item.application_id, others }
    })
    const unit = await visitorOf('hunan').becomes('pszx')
    const { hints } = (await unit.page(`/reviews/${held.id}`)).body.props
    const told = hints.filter(({ message }: any) => message.includes('“同一篇论文”'))
    const named = held.others.map(({ personName, code }) => `${personName}（${code}）`)
    assert.lengthOf(told, 1)
    assert.equal(
      told[0].message,
      named.length === 1
        ? `名称“同一篇论文”也见于${held.others[0].personName}的申报（${held.others[0].code}）`
        : `名称“同一篇论文”也见于 ${named.length} 件申报：${named.slice(0, 3).join('、')}${named.length > 3 ? '等' : ''}`
    )
  })
})
