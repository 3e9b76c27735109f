import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import startApplication from '#applications/actions/start_application'
import Application from '#applications/models/application'
import openBatch from '#batches/actions/open_batch'
import { rulesetById } from '#batches/queries/rulesets'
import Account from '#identity/models/account'
import { runJobs } from '#jobs/run_jobs'
import { enqueue } from '#jobs/enqueue'
import apply from '#lifecycle/apply'
import { as, fillApplication, submitFilled } from '#platform/demo/drive'
import { samplePdf } from '#platform/demo/sample_pdf'
import { systemContext } from '#web/actor'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

const LOGIN = '371325197704051042'
const own = (login = LOGIN) =>
  inProvince('hebei', async () => {
    const account = await Account.findByOrFail('login', login)
    return Application.query().where('accountId', account.id).orderBy('id', 'desc').firstOrFail()
  })
const fields = (page: { body: any }, section: string) =>
  page.body.props.file.sections.find(({ id }: { id: string }) => id === section).fields
const labels = (page: { body: any }, section: string) =>
  fields(page, section).map(({ label }: { label: string }) => label)

test.group('the applicant', (group) => {
  group.setup(async () => void (await freshTenantOf('hebei')))
  // the suites after this one begin with the demo's own world
  group.teardown(async () => void (await freshTenantOf('hebei')))

  test('[HB-21] [HB-22] [HB-26] target and mode; what is not in the rules is refused', async ({
    assert,
  }) => {
    const applicant = await visitorOf('hebei').becomes(LOGIN)
    const { body } = await applicant.page('/apply/new')
    assert.lengthOf(body.props.options.modes, 7)
    assert.deepEqual(
      body.props.standing.map(({ verdict }: { verdict: string }) => verdict),
      ['met', 'met']
    )
    const { category, series, specialty, title, acquisition, mode, evaluationMethod, precheck } =
      body.props.present
    const target = {
      batchId: body.props.batch.id,
      category,
      series,
      specialty,
      title,
      acquisition,
      mode,
      evaluationMethod,
      precheck,
    }
    const retired = await applicant.post('/apply', {
      ...target,
      precheck: { ...precheck, retired: '是' },
    })
    assert.equal(retired.status, 422)
    assert.include(retired.body.message, '退休')
    const silent = await applicant.post('/apply', { ...target, precheck: {} })
    assert.equal(silent.body.code, 'precheck')
    assert.include(
      silent.body.errors.map(({ field }: { field: string }) => field),
      'precheck.retired'
    )
    const strange = await applicant.post('/apply', { ...target, mode: 'bribery' })
    assert.equal(strange.body.errors[0].field, 'mode')
    const twice = await Promise.all([
      applicant.post('/apply', target),
      applicant.post('/apply', target),
    ])
    assert.deepEqual(
      twice.map(({ status }) => status),
      [200, 200]
    )
    assert.equal(twice[0].body.to, twice[1].body.to)
    const ways = await applicant.get(
      `/apply/ways?${new URLSearchParams({
        batch: String(target.batchId),
        category,
        series,
        specialty,
        title,
        acquisition,
        mode,
        evaluationMethod,
      })}`
    )
    assert.isTrue(ways.body.ways[0].ok)
    assert.equal(ways.body.ways[0].bodies[0], '河北医科大学第三医院')
  })

  test('[HB-23] [HB-24] [HB-27] [HB-28] [HB-29] [HB-30] [HB-31] [HB-33] [HB-34] [HB-35] [HB-37] [HB-38] [HB-39] every field of F2–F14 stands', async ({
    assert,
  }) => {
    const applicant = await visitorOf('hebei').becomes(LOGIN)
    const page = await applicant.page(`/apply/${(await own()).id}`)
    const wanted: Record<string, string> = {
      person:
        '姓名,证件类型,证件号码,性别,民族,出生日期,政治面貌,手机号码,现工作单位联系电话,工作总结摘要,工作总结附件,社保缴费证明,社保缴费单位,社保缴费月份数,本次参保日期,参保状态,照片',
      present:
        '现档案存放单位,现工作单位类型,现工作单位人事部门电话,现从事专业年限,现从事专业,是否有职称,现职称类别,现职称系列,现职称专业,现职称名称,现职称等级,现职称取得时间,中小学教师系列工作单位所在地类别',
      education:
        '开始时间,结束时间,毕业院校,所学专业,学制,学历,学位,学习年限,是否第一学历,是否最高学历,学历证书,学位证书,学信网证明',
      work: '开始日期,结束日期,工作单位,专业技术职务,证明人,工作经历',
      examInsteadOfReview:
        '对应类别,对应系列,对应专业,对应职称,对应等级,批文号,管理号,取得时间,证书',
      examAndReview:
        '类别,系列,专业,对应职称,对应待晋升职称等级,批文号,管理号,证书取得时间,考试年度,考试成绩,成绩有效期,证书,成绩单',
      assessments: '考核年度,考核档次,年度考核表',
      workExperience: '考核年度,截止时间,经历内容,备注',
      specialExperience: '考核年度,经历类别,截止时间,经历内容,备注',
      papers:
        '论文名称,刊物名称,刊号(ISSN),主办单位,发表年月,个人排名,字数(千字),刊物排名,检索验证地址,备注',
      books:
        '论著名称,出版社名称,书号(ISBN),出版年月,参与程度,完成字数(千字),备注,工作量证明,封面,封底',
    }
    for (const [section, list] of Object.entries(wanted))
      assert.deepEqual(labels(page, section), list.split(','), section)
    assert.includeMembers(labels(page, 'summary'), [
      '参加工作时间',
      '身体状况',
      '行政职务',
      '从事专业技术工作年限',
      '获现职后基层工作年限',
      '破格条件',
    ])
    const summary = fields(page, 'person').find(({ id }: { id: string }) => id === 'summary')
    assert.deepInclude(summary, { required: true, maxLength: 400 })
    const photo = fields(page, 'person').find(({ id }: { id: string }) => id === 'photo')
    assert.equal(photo.maxSizeKb, 500)
  })

  test('[HB-32] [HB-36] certificates, societies and achievements in their tables', async ({
    assert,
  }) => {
    const applicant = await visitorOf('hebei').becomes(LOGIN)
    const page = await applicant.page(`/apply/${(await own()).id}`)
    const ids = page.body.props.file.sections.map(({ id }: { id: string }) => id)
    assert.includeMembers(ids, [
      'otherCertificates',
      'societies',
      'honours',
      'awards',
      'expertTitles',
      'projects',
      'patents',
      'otherAchievements',
    ])
  })

  test('[HB-24] [HB-40] kept while typed, sealed at rest, found on another device', async ({
    assert,
  }) => {
    const { id } = await own()
    const one = await visitorOf('hebei').becomes(LOGIN)
    const saved = await one.command('PUT', `/apply/${id}/sections/person`, {
      content: { name: '测试申报人一', mobile: '1380000', politics: '群众' },
      version: 0,
    })
    assert.equal(saved.status, 200, saved.body.message)
    // half a number is kept, and said to be wanting
    assert.deepEqual(
      saved.body.data.faults.map(({ field }: { field: string }) => field),
      ['mobile']
    )
    assert.isAbove(saved.body.data.left, 1)
    const stored = await inProvince('hebei', () =>
      db.from('application_sections').where({ application_id: id, section: 'person' }).first()
    )
    assert.notInclude(JSON.stringify(stored.content), '1380000')
    assert.notInclude(JSON.stringify(stored.content), '群众')
    assert.notInclude(JSON.stringify(stored.content), '测试申报人一')
    const other = await visitorOf('hebei').becomes(LOGIN)
    const page = await other.page(`/apply/${id}`)
    assert.equal(page.body.props.file.contents.person.mobile, '1380000')
    assert.equal(page.body.props.file.contents.person.sex, '女性')
    const alone = await other.get(`/apply/${id}/sections/person`)
    assert.equal(alone.body.version, saved.body.data.version)
    const stranger = await visitorOf('hebei').becomes('sunshili')
    assert.equal((await stranger.get(`/apply/${id}/sections/person`)).status, 404)
    const clash = await other.command('PUT', `/apply/${id}/sections/person`, {
      content: { birthDate: '1999-01-01' },
      version: saved.body.data.version,
    })
    assert.equal(clash.status, 200)
    const { problems } = (await other.get(`/apply/${id}/problems`)).body
    assert.isTrue(
      problems.some(
        ({ field, message }: { field: string; message: string }) =>
          field === 'birthDate' && message.includes('身份证号')
      )
    )
    const mended = await other.command('PUT', `/apply/${id}/sections/person`, {
      content: {},
      version: saved.body.data.version + 1,
    })
    assert.equal(mended.status, 200)
  })

  test('[HB-25] materials: conditions, number of files, template', async ({ assert }) => {
    const { id } = await own()
    const applicant = await visitorOf('hebei').becomes(LOGIN)
    const page = await applicant.page(`/apply/${id}`)
    assert.lengthOf(page.body.props.file.materials, 15)
    const pdf = { field: 'file', name: '职业道德评价表.pdf', bytes: samplePdf('x') }
    for (let count = 0; count < 10; count++)
      assert.equal(
        (await applicant.sendForm(`/apply/${id}/materials/other`, {}, [pdf])).status,
        200
      )
    const many = await applicant.sendForm(`/apply/${id}/materials/other`, {}, [pdf])
    assert.equal(many.status, 422)
    assert.include(many.body.message, '最多上传 10 个')
    const form = await applicant.get(`/apply/${id}/templates/ethics`)
    assert.equal(form.status, 200)
    assert.equal(form.headers['content-type'], 'application/pdf')
    assert.equal((await applicant.get(`/apply/${id}/templates/grassroots`)).status, 404)
  })

  test('[HB-41] everything that is wanting is said at once, each at its place', async ({
    assert,
  }) => {
    const application = await own()
    const applicant = await visitorOf('hebei').becomes(LOGIN)
    const refused = await applicant.post(`/apply/${application.id}/submit`, {
      pledgeVersion: '2026-1',
      version: application.version,
    })
    assert.equal(refused.status, 422)
    const places = refused.body.errors.map(({ field }: { field: string }) => field)
    assert.includeMembers(places, ['person.nation', 'present.field', 'materials.ethics'])
  })

  test('[HB-41] [HB-43] a return that names its items opens these alone; the change shows side by side, what was handed in stays to be printed', async ({
    assert,
  }) => {
    const application = await own()
    const dueOn = DateTime.now().plus({ days: 10 }).toISODate()
    await inProvince('hebei', async () => {
      const ctx = await as(await Account.findByOrFail('login', LOGIN))
      await db.from('application_materials').where('application_id', application.id).delete()
      await fillApplication(ctx, application)
      await submitFilled(ctx, application)
      await apply(systemContext('测试'), {
        applicationId: application.id,
        command: {
          type: 'return',
          opinion: '请更正',
          dueOn,
          items: [
            { section: 'present', field: 'archivePlace', reason: '应为全称' },
            { section: 'person', field: 'mobile', reason: '号码打不通' },
          ],
        },
      })
    })
    const applicant = await visitorOf('hebei').becomes(LOGIN)
    const path = `/apply/${application.id}`
    const page = await applicant.page(path)
    assert.equal(page.body.props.correction[0].reason, '应为全称')
    const { contents, versions } = page.body.props.file
    const save = (section: string, content: unknown) =>
      applicant.command('PUT', `${path}/sections/${section}`, {
        content,
        version: versions[section],
      })
    const locked = await save('present', { ...contents.present, yearsInField: 42 })
    assert.equal(locked.body.code, 'correction')
    assert.include(locked.body.message, '现从事专业年限')
    assert.equal((await save('work', [])).body.code, 'correction')
    const pdf = { field: 'file', name: 'a.pdf', bytes: samplePdf('x') }
    assert.equal(
      (await applicant.sendForm(`${path}/materials/other`, {}, [pdf])).body.code,
      'correction'
    )
    assert.equal(
      (await save('present', { ...contents.present, archivePlace: '省人才中心' })).status,
      200
    )
    // the page sends what the section only shows along with it
    assert.isString(contents.person.name)
    const called = await save('person', { ...contents.person, mobile: '13900002222' })
    assert.equal(called.status, 200, called.body.message)
    const handedIn = async () =>
      (await applicant.page(`${path}/submitted`)).body.props.file.contents
    assert.equal((await handedIn()).present.archivePlace, contents.present.archivePlace)
    const stranger = await visitorOf('hebei').becomes('sunshili')
    assert.equal((await stranger.page(`${path}/submitted`)).status, 404)
    const { version } = (await applicant.page(path)).body.props.application
    const again = await applicant.post(`${path}/submit`, { pledgeVersion: '2026-1', version })
    assert.equal((await handedIn()).present.archivePlace, '省人才中心')
    assert.equal(again.status, 200, again.body.message)
    const { changes } = (await applicant.page(path)).body.props
    assert.sameMembers(
      changes.map(({ place, after }: { place: string; after: string }) => `${place}：${after}`),
      ['申报人现状 · 现档案存放单位：省人才中心', '个人基本信息 · 手机号码：13900002222']
    )
  })

  test('[HB-42] [HB-44] withdrawn while nobody reviewed, then discarded; a second click changes nothing', async ({
    assert,
  }) => {
    const { id } = await own()
    const applicant = await visitorOf('hebei').becomes(LOGIN)
    // the review before the return concerned an earlier submission
    assert.isTrue((await applicant.page(`/apply/${id}`)).body.props.canWithdraw)
    assert.equal((await applicant.post(`/apply/${id}/withdraw`)).status, 200)
    assert.equal((await applicant.post(`/apply/${id}/withdraw`)).status, 422)
    assert.equal((await applicant.post(`/apply/${id}/discard`)).status, 200)
    assert.equal((await applicant.post(`/apply/${id}/discard`)).status, 422)
    assert.equal((await own()).stage, 'discarded')
    // one application of a person in a batch: it is taken up again with what it held
    const filled = (await applicant.page(`/apply/${id}`)).body.props.file
    assert.equal((await applicant.post(`/apply/${id}/take-up`)).status, 200)
    assert.equal((await applicant.post(`/apply/${id}/take-up`)).status, 422)
    assert.equal((await own()).stage, 'draft')
    const wizard = (await applicant.page(`/apply/${id}`)).body.props
    assert.deepEqual(
      wizard.contents?.present ?? wizard.file?.contents?.present,
      filled.contents.present
    )
    const stranger = await visitorOf('hebei').becomes('sunshili')
    assert.equal((await stranger.post(`/apply/${id}/take-up`)).status, 404)
    assert.equal((await applicant.post(`/apply/${id}/discard`)).status, 200)
  })

  test('[HB-36] [HB-37] what was handed in is picked again next year, with files of its own', async ({
    assert,
  }) => {
    const first = await own()
    const second = await inProvince('hebei', async () => {
      const batch = await openBatch(systemContext(), {
        year: 2027,
        name: '2027 年度职称申报',
        opensOn: '2026-01-01',
        closesOn: '2027-12-31',
      })
      return startApplication(await as(await Account.findByOrFail('login', LOGIN)), {
        batchId: batch.id,
        category: first.category,
        series: first.seriesCode!,
        specialty: first.specialtyCode!,
        title: first.titleCode!,
        acquisition: first.acquisition!,
        mode: first.mode!,
        evaluationMethod: first.evaluationMethod!,
        precheck: first.precheck!,
      })
    })
    const applicant = await visitorOf('hebei').becomes(LOGIN)
    const path = `/apply/${second.id}/achievements/education`
    const { data } = (await applicant.get(path)).body
    assert.lengthOf(data, 1)
    const carried = await applicant.post(path, { ids: [data[0].id] })
    assert.equal(carried.status, 200)
    const [record] = carried.body.data.records
    assert.equal(record.school, '示例大学')
    const file = await inProvince('hebei', () =>
      db.from('files').where('id', record.diploma[0]).firstOrFail()
    )
    assert.equal(file.application_id, second.id)
    const saved = await applicant.command('PUT', `/apply/${second.id}/sections/education`, {
      content: [record],
      version: 0,
    })
    assert.equal(saved.status, 200, saved.body.message)
    const list = await applicant.page('/achievements?section=education')
    assert.equal(list.body.props.achievements.meta.total, 1)
    const stranger = await visitorOf('hebei').becomes('sunshili')
    assert.equal((await stranger.post(path, { ids: [data[0].id] })).status, 404)
    assert.equal((await stranger.command('DELETE', `/achievements/${data[0].id}`)).status, 404)
  })

  test('[HB-43] who does not correct in time gives up; who got more time does not', async ({
    assert,
  }) => {
    const returned = await own('lishili')
    const expire = async (day: number) => {
      await enqueue(systemContext(), {
        kind: 'applications.expire',
        key: `expire:${day}`,
        label: '逾期',
        payload: {},
      })
      await runJobs()
    }
    await inProvince('hebei', async () => {
      await expire(1)
      assert.equal((await Application.findOrFail(returned.id)).stage, 'returned')
    })
    const more = { dueOn: '2026-12-31', reason: '材料需异地开具', version: returned.version }
    const other = await visitorOf('hebei').becomes('jyt-jb')
    assert.include([403, 404], (await other.post(`/reviews/${returned.id}/extend`, more)).status)
    const handler = await visitorOf('hebei').becomes('sy-jb')
    assert.isTrue((await handler.page(`/reviews/${returned.id}`)).body.props.canExtend)
    const extended = await handler.post(`/reviews/${returned.id}/extend`, more)
    assert.equal(extended.status, 200, extended.body.message)
    assert.equal((await own('lishili')).dueOn, '2026-12-31')
    await inProvince('hebei', async () => {
      // as if the day had come
      await db.from('applications').where('id', returned.id).update({ due_on: '2026-01-05' })
      await db
        .from('work_items')
        .where({ application_id: returned.id, status: 'open' })
        .update({ due_on: '2026-01-05' })
      await expire(2)
      assert.equal((await Application.findOrFail(returned.id)).stage, 'given_up')
      await expire(3)
      const events = await db
        .from('application_events')
        .where({ application_id: returned.id, type: 'expire' })
      assert.lengthOf(events, 1)
    })
  })

  test('[HU-23] outside of its window a batch takes nothing', async ({ assert }) => {
    await inProvince('hebei', async () => {
      const batch = await openBatch(systemContext(), {
        year: 2020,
        name: '已结束',
        opensOn: '2020-01-01',
        closesOn: '2020-02-01',
      })
      const ctx = await as(await Account.findByOrFail('login', 'sunshili'))
      const { ruleset } = await rulesetById(batch.rulesetId)
      const series = ruleset.catalogue.series[0]
      await assert.rejects(
        () =>
          startApplication(ctx, {
            batchId: batch.id,
            category: series.category,
            series: series.code,
            specialty: series.specialties[0].code,
            title: series.titles[0].code,
            acquisition: ruleset.application.acquisitions[0].value,
            mode: 'normal',
            evaluationMethod: 'review',
          }),
        '不在申报时间内，不能申报。'
      )
    })
  })
})
