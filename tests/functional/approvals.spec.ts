import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import Account from '#identity/models/account'
import apply from '#lifecycle/apply'
import { brokenInvariants } from '#lifecycle/invariants'
import { as, fillApplication } from '#platform/demo/drive'
import { systemContext } from '#web/actor'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

/** The draft of a demo applicant, filled as he would fill it. */
const filled = (province: string, login: string) =>
  inProvince(province, async () => {
    const account = await Account.findByOrFail('login', login)
    const application = await Application.findByOrFail('accountId', account.id)
    await fillApplication(await as(account), application)
    return application
  })
const present = (province: string, id: number) =>
  inProvince(province, () => Application.findOrFail(id))

test.group('applications travel', (group) => {
  group.setup(async () => {
    for (const province of ['henan', 'hebei', 'hunan']) await freshTenantOf(province)
  })
  group.each.teardown(async () => {
    // every test leaves data that keeps the rules
    for (const province of ['henan', 'hebei', 'hunan'])
      await inProvince(province, async () => {
        const broken = await brokenInvariants()
        if (Object.keys(broken).length > 0)
          throw new Error(`${province}: ${JSON.stringify(broken)}`)
      })
  })

  test('[HB-20] [HB-21] [HB-23] [HB-26] [HB-41] [HB-07] [HB-13] [HB-18] [HB-19] Hebei: handler and leader, level by level', async ({
    assert,
  }) => {
    const application = await filled('hebei', '371325197704051042')
    const applicant = await visitorOf('hebei').becomes('371325197704051042')
    const page = await applicant.page(`/apply/${application.id}`)
    assert.equal(page.body.component, 'applicant/applications/wizard')
    assert.deepEqual(page.body.props.problems, [])
    const unpledged = await applicant.post(`/apply/${application.id}/submit`, {
      pledgeVersion: '',
      version: 1,
    })
    assert.equal(unpledged.status, 422)
    const submitted = await applicant.post(`/apply/${application.id}/submit`, {
      pledgeVersion: '2026-1',
      version: page.body.props.application.version,
    })
    assert.equal(submitted.status, 200, submitted.body.message)
    const changed = await applicant.command('PUT', `/apply/${application.id}/sections/person`, {
      content: {},
      version: 1,
    })
    assert.equal(changed.status, 422)

    const turns = [
      'sy-jb',
      'sy-ld',
      'ykdx-jb',
      'ykdx-ld',
      'jyt-jb',
      'jyt-ld',
      'szgb-jb',
      'szgb-ld',
      // the committee's own check of the material
      'szgb-jb',
    ]
    for (const [index, login] of turns.entries()) {
      const task = index === turns.length - 1 ? 'qualify' : 'review'
      const desk = task === 'qualify' ? '/qualification' : '/reviews'
      const reviewer = await visitorOf('hebei').becomes(login)
      const list = await reviewer.page(desk)
      const row = list.body.props.work.data.find(({ id }: { id: number }) => id === application.id)
      assert.exists(row, `${login} has no such work`)
      const shown = await reviewer.page(`/reviews/${application.id}`)
      assert.equal(shown.body.props.task, task)
      const decided = await reviewer.post(`/reviews/${application.id}`, {
        decision: 'approve',
        opinion: '同意',
        version: row.version,
      })
      assert.equal(decided.status, 200, decided.body.message)
      assert.equal(decided.body.to, desk)
      const done = await reviewer.page(`${desk}?tab=done`)
      assert.isTrue(
        done.body.props.work.data.some(({ id }: { id: number }) => id === application.id)
      )
    }
    assert.equal((await present('hebei', application.id)).stage, 'qualified')
  })

  test('Henan: by department to the title office', async ({ assert }) => {
    const application = await filled('henan', 'lina')
    const applicant = await visitorOf('henan').becomes('lina')
    assert.equal(
      (
        await applicant.post(`/apply/${application.id}/submit`, {
          pledgeVersion: '2026-1',
          version: 1,
        })
      ).status,
      200
    )
    for (const login of ['yfxx', 'zzjyj', 'zzzgb']) {
      const { version } = await present('henan', application.id)
      const reviewer = await visitorOf('henan').becomes(login)
      const decided = await reviewer.post(`/reviews/${application.id}`, {
        decision: 'approve',
        opinion: '同意',
        version,
      })
      assert.equal(decided.status, 200, `${login}: ${decided.body.message}`)
    }
    assert.equal((await present('henan', application.id)).stage, 'qualified')
  })

  test('[HU-02] [HU-03] [HU-04] [HU-06] [HU-07] [HU-08] [HU-10] [HU-53] Hunan: publicity, network, one level back', async ({
    assert,
  }) => {
    const application = await filled('hunan', 'chenshili')
    const applicant = await visitorOf('hunan').becomes('chenshili')
    assert.equal(
      (
        await applicant.post(`/apply/${application.id}/submit`, {
          pledgeVersion: '2026-1',
          version: 1,
        })
      ).status,
      200
    )
    const act = async (login: string, body: object) => {
      const { version } = await present('hunan', application.id)
      return (await visitorOf('hunan').becomes(login)).post(`/reviews/${application.id}`, {
        ...body,
        version,
      })
    }
    const early = await act('pszx', { decision: 'approve', opinion: '推荐' })
    assert.equal(early.status, 422)
    const future = {
      decision: 'unit_publicity',
      startsOn: '2026-11-02',
      place: '公告栏',
      outcome: '无异议',
    }
    assert.equal((await act('pszx', future)).status, 200)
    assert.equal((await act('pszx', { decision: 'approve', opinion: '推荐' })).status, 200)
    const back = await act('cszjj', { decision: 'return', opinion: '缺少公示证明' })
    assert.equal(back.status, 200)
    const lower = await present('hunan', application.id)
    assert.equal(lower.stage, 'in_approval')
    assert.equal(lower.route[lower.routeStep].organizationName, '长沙市城区排水事务中心')
    for (const login of ['pszx', 'cszjj', 'csglc', 'gph'])
      assert.equal((await act(login, { decision: 'approve', opinion: '同意' })).status, 200, login)
    assert.equal((await present('hunan', application.id)).stage, 'qualified')
  })

  test('[HU-75] diagnosis names the broken branch', async ({ assert }) => {
    const office = await visitorOf('hunan').becomes('csglc')
    const asked = (unit: string, committee = 1) =>
      office.page(
        `/paths?unit=${encodeURIComponent(unit)}&title=0102&specialty=0103&acquisition=review&committee=${committee}`
      )
    const whole = (await asked('长沙市城区排水事务中心')).body.props.simulated
    assert.isTrue(whole.ok)
    assert.deepEqual(
      whole.bodies.map(({ name }: { name: string }) => name),
      [
        '长沙市城区排水事务中心',
        '长沙市住房和城乡建设局',
        '长沙市本级专业技术人员管理处',
        '省成建制升格认定高校教师系列职称高评会',
      ]
    )
    assert.isTrue(whole.bodies.at(-1).evaluates)
    const broken = (await asked('长沙市教育局')).body.props.simulated
    assert.isFalse(broken.ok)
    assert.match(broken.message, /“长沙市教育局”中断/)
  })

  test('[HB-14] [HB-15] [HB-42] held, returned to the applicant, corrected; stale pages lose nothing', async ({
    assert,
  }) => {
    const { id } = await inProvince('hebei', async () => {
      const account = await Account.findByOrFail('login', 'sunshili')
      return Application.findByOrFail('accountId', account.id)
    })
    const leader = await visitorOf('hebei').becomes('sy-ld')
    const applicant = await visitorOf('hebei').becomes('sunshili')
    assert.isFalse((await applicant.page(`/apply/${id}`)).body.props.canWithdraw)
    const seen = (await present('hebei', id)).version
    assert.equal(
      (await leader.post(`/reviews/${id}`, { decision: 'hold', opinion: '待核实', version: seen }))
        .status,
      200
    )
    const stale = await leader.post(`/reviews/${id}`, {
      decision: 'approve',
      opinion: '同意',
      version: seen,
    })
    assert.equal(stale.status, 409)
    assert.equal(stale.body.code, 'stale')
    const stranger = await visitorOf('hebei').becomes('jyt-jb')
    assert.equal(
      (
        await stranger.post(`/reviews/${id}`, {
          decision: 'approve',
          opinion: '同意',
          version: seen + 1,
        })
      ).status,
      403
    )
    const back = await leader.post(`/reviews/${id}`, {
      decision: 'return',
      opinion: '补学历',
      version: seen + 1,
    })
    assert.equal(back.status, 200)
    const returned = await present('hebei', id)
    assert.equal(returned.stage, 'returned')
    assert.equal(returned.dueOn, '2026-11-27')
    assert.equal(
      (
        await applicant.post(`/apply/${id}/submit`, {
          pledgeVersion: '2026-1',
          version: returned.version,
        })
      ).status,
      200
    )
    assert.equal((await applicant.post(`/apply/${id}/withdraw`)).status, 200)
    assert.equal((await present('hebei', id)).stage, 'withdrawn')
  })

  test('[HU-71] the administrator takes a qualification back, and it is reviewed anew', async ({
    assert,
  }) => {
    const { id, version } = await inProvince('hebei', async () => {
      const account = await Account.findByOrFail('login', '371325197704051042')
      return Application.findByOrFail('accountId', account.id)
    })
    const admin = await visitorOf('hebei').becomes('admin')
    assert.isTrue((await admin.page(`/cases/${id}`)).body.props.rollsBack)
    const handler = await visitorOf('hebei').becomes('sy-jb')
    assert.isFalse((await handler.page(`/cases/${id}`)).body.props.rollsBack)
    const path = `/cases/${id}/rollback`
    const input = { reason: '资格复核有误', version }
    assert.equal((await handler.post(path, input)).status, 403)
    assert.equal((await admin.post(path, { version })).status, 422)
    assert.equal((await admin.post(path, { ...input, version: version + 1 })).status, 409)
    const back = await admin.post(path, input)
    assert.equal(back.body.message, '已回退“审核通过”')
    const after = await present('hebei', id)
    assert.equal(after.stage, 'in_approval')
    const open = await inProvince('hebei', () =>
      db.from('work_items').where({ application_id: id, status: 'open' })
    )
    assert.deepEqual(
      open.map(({ organization_id: body }) => Number(body)),
      [after.route.at(-1)!.organizationId]
    )
    // what is not qualified has nothing to give back here
    const refused = await admin.post(path, { ...input, version: after.version })
    assert.deepEqual([refused.status, refused.body.code], [422, 'stage'])
    await inProvince('hebei', () =>
      apply(systemContext('测试'), {
        applicationId: id,
        command: { type: 'approve', opinion: '同意' },
      })
    )
    assert.equal((await present('hebei', id)).stage, 'qualified')
  })

  test('[HU-71] rollback: newest first, each step once, never past what can’t be undone', async ({
    assert,
  }) => {
    await inProvince('hebei', async () => {
      const account = await Account.findByOrFail('login', '371325197704051042')
      const application = await Application.findByOrFail('accountId', account.id)
      const ctx = systemContext('测试')
      const back = () =>
        apply(ctx, {
          applicationId: application.id,
          command: { type: 'rollback', reason: '误操作' },
        })
      assert.equal((await back()).stage, 'in_approval')
      let last = await back()
      while (last.routeStep > 0) last = await back()
      await assert.rejects(back, '“提交”不能回退。')
      const items = await db
        .from('work_items')
        .where({ application_id: application.id, status: 'open' })
      assert.lengthOf(items, 1)
    })
  })

  test('[HB-08] [HB-10] [HB-16] stock phrases, filters, several at once', async ({ assert }) => {
    const handler = await visitorOf('hebei').becomes('sy-jb')
    const saved = await handler.post('/phrases', { text: '材料齐全。' })
    assert.equal(saved.status, 200)
    const none = await handler.page('/reviews?tab=done&name=无此人')
    assert.equal(none.body.props.work.meta.total, 0)
    const some = await handler.page(
      `/reviews?tab=done&name=${encodeURIComponent('小杰')}&level=intermediate`
    )
    assert.isAtLeast(some.body.props.work.meta.total, 1)
    const empty = await handler.post('/reviews/many', {
      ids: [],
      decision: 'approve',
      opinion: '同意',
    })
    assert.equal(empty.status, 422)
  })

  test('[HB-24] [HB-27] autosave: two windows on one section, what is wrong is named', async ({
    assert,
  }) => {
    const applicant = await visitorOf('henan').becomes('zhoushili')
    const { id } = await inProvince('henan', async () => {
      const account = await Account.findByOrFail('login', 'zhoushili')
      return Application.findByOrFail('accountId', account.id)
    })
    const page = await applicant.page(`/apply/${id}`)
    const version = page.body.props.file.versions.education
    const content = page.body.props.file.contents.education
    const one = await applicant.command('PUT', `/apply/${id}/sections/education`, {
      content,
      version,
    })
    assert.equal(one.body.data.version, version + 1)
    const two = await applicant.command('PUT', `/apply/${id}/sections/education`, {
      content,
      version,
    })
    assert.equal(two.status, 409)
    const wrong = await applicant.command('PUT', `/apply/${id}/sections/education`, {
      content: [{ key: 'a', from: '2020-13' }],
      version: version + 1,
    })
    assert.equal(wrong.status, 422)
    assert.match(wrong.body.message, /开始时间/)
  })
})
