import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import addExpert from '#committees/actions/add_expert'
import { setMember } from '#evaluations/actions/meetings'
import { currentRuleset } from '#batches/queries/rulesets'
import { filledSection } from '#platform/demo/fill_form'
import { sectionFaults } from '#forms/check_section'
import { sourceOptions } from '#forms/sources'
import { runJobs } from '#jobs/run_jobs'
import { EXPERT_PROFILE } from '#province/expert_profile'
import { systemContext } from '#web/actor'
import { writeXlsx } from 'hucre/xlsx'
import { visitorOf, type Visitor } from '#tests/helpers/browserless'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

const PASSWORD = 'Tk-9vRw2x-q'
const COMMITTEE = {
  name: '河北医科大学卫生中级职称评审委员会',
  level: 'intermediate',
  series: '01',
  specialties: ['0101'],
  organization: '河北医科大学',
  size: 7,
  validFrom: '2026-01-01',
  filingNumber: '冀职备〔2026〕1号',
}
const EXPERT = {
  name: '王专家',
  idNumber: '110101198010010135',
  phone: '13900000001',
  unitName: '河北医科大学第三医院',
  titleName: '主任医师',
  titleLevel: 'senior_full',
  specialtyName: '内科',
}

async function activated(slip: { login: string; secret: string }): Promise<Visitor> {
  const visitor = visitorOf('hebei')
  const reply = await visitor.post('/activate', {
    login: slip.login,
    secret: slip.secret,
    password: PASSWORD,
    confirmation: PASSWORD,
  })
  if (reply.status !== 200) throw new Error(reply.body.message)
  return visitor
}

/** The profile of the signed-in expert, filled in section by section as the page does. */
async function fillsProfile(visitor: Visitor) {
  const sections = await inProvince('hebei', async () => {
    const { ruleset } = await currentRuleset()
    const { profile } = ruleset.committees
    const sources = await sourceOptions(ruleset, profile)
    const filler = {
      name: '王专家',
      birthDate: '1980-10-01',
      unit: '示例高校',
      sources,
      file: async () => 0,
    }
    return Promise.all(
      profile.map(async (section) => ({
        id: section.id,
        content: await filledSection(section, {}, filler),
      }))
    )
  })
  let { version } = (await visitor.page('/expert-profile')).body.props.expert
  for (const { id, content } of sections) {
    const saved = await visitor.command('PUT', `/expert-profile/sections/${id}`, {
      content,
      version,
    })
    if (saved.status !== 200) throw new Error(saved.body.message)
    version = saved.body.data.version
  }
}

test.group('committees and their pools', (group) => {
  let committee: Visitor
  let committeeId: number
  let expert: Visitor
  let expertId: number

  group.setup(async () => {
    for (const province of ['hebei', 'hunan']) await tenantOf(province)
  })

  test('[HB-45] the title office authorises a committee; its size must be lawful', async ({
    assert,
  }) => {
    const office = await visitorOf('hebei').becomes('szgb-jb')
    for (const size of [6, 5]) {
      const refused = await office.post('/committees', { ...COMMITTEE, code: 'YK-Z', size })
      assert.equal(refused.status, 422)
      assert.match(refused.body.errors[0].message, /单数且不少于 7 人/)
    }
    const elsewhere = await office.post('/committees', {
      ...COMMITTEE,
      code: 'YK-Z',
      organization: '不存在的单位',
    })
    assert.equal(elsewhere.body.errors[0].field, 'organization')
    const made = await office.post('/committees', { ...COMMITTEE, code: 'YK-Z' })
    assert.equal(made.status, 200, made.body.message)
    assert.equal(made.body.data.slips[0].login, 'YK-Z')
    const again = await office.post('/committees', { ...COMMITTEE, code: 'YK-Z' })
    assert.equal(again.body.errors[0].field, 'code')
    const listed = await office.page('/committees?code=YK-Z')
    const [row] = listed.body.props.committees.data
    assert.equal(row.validUntil, '2028-12-31')
    committeeId = row.id
    // a one-time secret, again and again: the first one is worth nothing after the reset
    const reset = await office.post(`/committees/${row.id}/reset`)
    const first = await visitorOf('hebei').post('/activate', {
      ...made.body.data.slips[0],
      password: PASSWORD,
      confirmation: PASSWORD,
    })
    assert.equal(first.status, 422)
    committee = await activated(reset.body.data.slips[0])
  })

  test('[HB-45] edits are noticed by version; bodies without the right neither create nor reset', async ({
    assert,
  }) => {
    const office = await visitorOf('hebei').becomes('szgb-jb')
    const change = { ...COMMITTEE, size: 9, version: 1 }
    assert.equal((await office.post(`/committees/${committeeId}`, change)).status, 200)
    assert.equal((await office.post(`/committees/${committeeId}`, change)).status, 409)
    const unit = await visitorOf('hebei').becomes('sy-jb')
    assert.equal((await unit.post('/committees', { ...COMMITTEE, code: 'X-1' })).status, 403)
    assert.equal((await unit.post(`/committees/${committeeId}/reset`)).status, 404)
    assert.equal((await unit.post(`/committees/${committeeId}`, change)).status, 404)
    assert.equal((await unit.page('/committees')).body.props.committees.meta.total, 0)
    // the university keeps its own committee but authorises none
    const keeper = await visitorOf('hebei').becomes('ykdx-jb')
    assert.equal((await keeper.page('/committees')).body.props.committees.meta.total, 1)
    assert.equal((await keeper.post(`/committees/${committeeId}/reset`)).status, 404)
  })

  test('[HB-46] committees out of validity are history', async ({ assert }) => {
    const office = await visitorOf('hebei').becomes('szgb-jb')
    const old = { ...COMMITTEE, code: 'YK-OLD', validFrom: '2020-01-01' }
    assert.equal((await office.post('/committees', old)).status, 200)
    const codes = async (tab: string) =>
      (await office.page(`/committees?tab=${tab}`)).body.props.committees.data.map(
        ({ code }: { code: string }) => code
      )
    assert.include(await codes('history'), 'YK-OLD')
    assert.notInclude(await codes('active'), 'YK-OLD')
    assert.deepEqual(await codes('expired'), ['YK-OLD'], 'to be filed again')
    assert.include(await codes('active'), 'YK-Z')
  })

  test('[HB-47] the committee’s account adds an expert to its own pool only', async ({
    assert,
  }) => {
    const wrong = await committee.post('/experts', {
      ...EXPERT,
      committeeId,
      idNumber: '110101198010010136',
    })
    assert.equal(wrong.body.errors[0].field, 'idNumber')
    const foreign = await inProvince('hebei', () =>
      db.from('committees').where('code', 'GX-Z').firstOrFail()
    )
    const other = await committee.post('/experts', { ...EXPERT, committeeId: foreign.id })
    assert.equal(other.status, 404)
    const made = await committee.post('/experts', { ...EXPERT, committeeId })
    assert.equal(made.status, 200, made.body.message)
    assert.equal(made.body.data.slips[0].login, EXPERT.idNumber)
    expert = await activated(made.body.data.slips[0])
    const twice = await committee.post('/experts', { ...EXPERT, committeeId })
    assert.match(twice.body.message, /已在评委库/)
    const pool = await committee.page('/experts?name=王')
    const [row] = pool.body.props.experts.data
    assert.equal(row.status, 'draft')
    assert.equal(row.idNumber, '110101********0135')
    assert.notInclude(JSON.stringify(pool.body.props), EXPERT.idNumber)
    expertId = row.id
    assert.equal((await committee.page('/meetings')).status, 403)
  })

  test('[HB-48] a batch by Excel: checked, the good rows taken in, activation slips for all of them', async ({
    assert,
  }) => {
    const template = await committee.get('/imports/new/experts/template')
    assert.equal(template.status, 200)
    assert.include(
      decodeURIComponent(template.headers['content-disposition']!),
      '评委库专家批量新增模板.xlsx'
    )
    const header = ['*姓名', '*身份证号', '手机号码', '*工作单位', '*职称', '*职称级别', '*专业']
    const about = ['13900000009', '河北示范高校', '教授', '正高级', '内科']
    const rows = [
      header,
      ['钱示例', '110101198010010215', ...about],
      ['王专家', EXPERT.idNumber, ...about],
      ['孙示例', '110101198010010218', ...about],
    ]
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: '数据', rows }] }))
    const sent = await committee.upload('/imports/new/experts', { name: '专家.xlsx', bytes })
    assert.equal(sent.status, 200, sent.body.message)
    await inProvince('hebei', () => runJobs())
    const { imported, rows: faults } = (await committee.page(sent.body.to)).body.props
    assert.deepEqual([imported.good, imported.bad], [1, 2])
    assert.match(faults.data[0].reason, /已在评委库/)
    await committee.post(`${sent.body.to}/commit`)
    await inProvince('hebei', () => runJobs())
    const pool = (await committee.page('/experts')).body.props
    assert.equal(pool.experts.meta.total, 2)
    assert.equal(pool.waiting, 1)
    const issued = await committee.post('/experts/slips')
    assert.equal(issued.body.data.slips[0].login, '110101198010010215')
    await activated(issued.body.data.slips[0])
    assert.equal((await committee.post('/experts/slips')).status, 422)
    const stranger = await visitorOf('hebei').becomes('sy-ld')
    assert.equal((await stranger.get('/imports/new/experts')).status, 404)
    await inProvince('hebei', async () => {
      const added = await db.from('experts').where('name', '钱示例').firstOrFail()
      await db.from('committee_experts').where('expert_id', added.id).delete()
    })
  })

  test('[HB-64] the expert completes every part of his profile with his own account', async ({
    assert,
  }) => {
    const { props } = (await expert.page('/expert-profile')).body
    assert.deepEqual(
      props.file.sections.map(({ title }: { title: string }) => title),
      [
        '个人基础信息',
        '工作信息',
        '其他信息',
        '学习经历',
        '工作履历',
        '荣誉',
        '奖励',
        '专家称号',
        '论文',
        '论著',
      ]
    )
    const early = await expert.post('/expert-profile/submit')
    assert.equal(early.status, 422)
    assert.isNotEmpty(early.body.errors)
    await fillsProfile(expert)
    const stale = await expert.command('PUT', '/expert-profile/sections/work', {
      content: {},
      version: 1,
    })
    assert.equal(stale.status, 409)
    const strange = await expert.command('PUT', '/expert-profile/sections/work', {
      content: { status: 'approved' },
      version: (await expert.page('/expert-profile')).body.props.expert.version,
    })
    assert.equal(strange.status, 422)
  })

  test('[HB-65] [HB-49] he hands it in, his unit’s handler refuses and then approves, singly and in bulk', async ({
    assert,
  }) => {
    assert.equal((await expert.post('/expert-profile/submit')).status, 200)
    assert.equal((await expert.post('/expert-profile/submit')).status, 409)
    const locked = await expert.command('PUT', '/expert-profile/sections/work', {
      content: {},
      version: 99,
    })
    assert.equal(locked.body.code, 'submitted')
    const handler = await visitorOf('hebei').becomes('sy-jb')
    const waiting = await handler.page('/expert-reviews')
    assert.deepEqual(
      waiting.body.props.experts.data.map(({ name }: { name: string }) => name),
      ['王专家']
    )
    const stranger = await visitorOf('hebei').becomes('jyt-jb')
    const body = { ids: [expertId], decision: 'approve', opinion: '同意' }
    assert.equal((await stranger.post('/expert-reviews', body)).status, 404)
    assert.equal((await stranger.page(`/experts/${expertId}`)).status, 404)
    const wordless = await handler.post('/expert-reviews', { ids: [expertId], decision: 'refuse' })
    assert.equal(wordless.body.errors[0].field, 'opinion')
    await handler.post('/expert-reviews', {
      ids: [expertId],
      decision: 'refuse',
      opinion: '请补充论文',
    })
    const told = (await expert.page('/expert-profile')).body.props
    assert.equal(told.expert.opinion, '请补充论文')
    assert.equal((await expert.post('/expert-profile/submit')).status, 200)
    // the committee's keeper decides as well; two at once, one of them of another pool
    const office = await visitorOf('hebei').becomes('szgb-jb')
    const [pending] = (await office.page('/expert-reviews')).body.props.experts.data
    const foreign = await office.post('/expert-reviews', { ...body, ids: [pending.id, expertId] })
    assert.equal(foreign.status, 404)
    const keeper = await visitorOf('hebei').becomes('ykdx-jb')
    assert.equal((await keeper.post('/expert-reviews', body)).status, 200)
    assert.equal((await keeper.post('/expert-reviews', body)).status, 409)
    const detail = await handler.page(`/experts/${expertId}`)
    assert.deepEqual(
      detail.body.props.timeline.map(({ title }: { title: string }) => title),
      ['加入评委库', '提交审批', '审核不通过', '提交审批', '审核通过']
    )
    const decided = await handler.page('/expert-reviews?tab=done')
    assert.equal(decided.body.props.experts.meta.total, 1)
  })

  test('[HB-49] [HB-65] the expert is told of a return with its reason and of an approval, singly and in bulk', async ({
    assert,
  }) => {
    const keeper = await visitorOf('hebei').becomes('ykdx-jb')
    const otherId = await inProvince('hebei', async () => {
      const { id } = await db.from('experts').where('name', '钱示例').firstOrFail()
      await db
        .table('committee_experts')
        .insert({ committee_id: committeeId, expert_id: id, term_until: '2028-01-01' })
      await db.from('experts').where('id', id).update({ status: 'pending' })
      return Number(id)
    })
    const handsIn = async () => {
      const sent = await expert.post('/expert-profile/submit')
      assert.equal(sent.status, 200, sent.body.message)
    }
    await expert.post('/expert-profile/reopen')
    await handsIn()
    const returned = { ids: [expertId], decision: 'refuse', opinion: '请补充工作履历' }
    assert.equal((await keeper.post('/expert-reviews', returned)).status, 200)
    await inProvince('hebei', () => runJobs())
    const [told] = (await expert.page('/messages')).body.props.messages.data
    assert.equal(told.title, '专家信息被退回')
    assert.equal(
      told.body,
      '您提交的专家信息审核不通过。原因：请补充工作履历。请修改后重新提交审批。'
    )
    await handsIn()
    const last = await inProvince('hebei', async () => {
      const [row] = await db.from('messages').max('id as last')
      return Number(row.last)
    })
    const both = { ids: [expertId, otherId], decision: 'approve', opinion: null }
    assert.equal((await keeper.post('/expert-reviews', both)).status, 200)
    await inProvince('hebei', async () => {
      await runJobs()
      const rows = await db
        .from('messages as m')
        .join('accounts as a', 'a.id', 'm.account_id')
        .where('m.title', '专家信息审核通过')
        .where('m.id', '>', last)
        .orderBy('a.expert_id')
        .select('a.expert_id', 'm.link')
      assert.deepEqual(
        rows.map((row) => ({ ...row })),
        [expertId, otherId]
          .sort((a, b) => a - b)
          .map((id) => ({ expert_id: id, link: '/expert-profile' }))
      )
      const logged = await db
        .from('audit_entries')
        .where('action', 'expert.approved')
        .whereIn('object_id', [expertId, otherId])
        .orderBy('id', 'desc')
        .limit(2)
      assert.sameMembers(
        logged.map((row) => Number(row.object_id)),
        [expertId, otherId]
      )
      await db.from('committee_experts').where('expert_id', otherId).delete()
    })
    assert.include(
      (await expert.page('/expert-profile')).body.props.timeline.at(-1).title,
      '审核通过'
    )
  })

  test('[HB-64] 电子邮箱 of the profile is checked', async ({ assert }) => {
    const sections = EXPERT_PROFILE.filter(({ id }) => id === 'basics')
    const around = { facts: {}, sources: {} }
    const faults = (email: string) => sectionFaults(sections[0], { email }, around, false)
    for (const wrong of ['无', 'wang', 'wang@', 'wang@example', 'wang @example.com', 'a@b.c d'])
      assert.deepEqual(
        faults(wrong).map(({ message }) => message),
        ['“电子邮箱”应为有效的邮箱地址，如 name@example.com'],
        wrong
      )
    assert.isEmpty(faults('wang.x@mail.example.com'))
    assert.isEmpty(faults(''))
  })

  test('a violation keeps an expert out of every meeting for three years (R40)', async ({
    assert,
  }) => {
    const keeper = await visitorOf('hebei').becomes('ykdx-jb')
    const recorded = await keeper.post(`/experts/${expertId}/credit`, { reason: '泄露评审信息' })
    assert.equal(recorded.status, 200, recorded.body.message)
    await inProvince('hebei', async () => {
      const foreign = await db.from('committees').where('code', 'GX-Z').firstOrFail()
      await assert.rejects(
        () => addExpert(systemContext(), { ...EXPERT, committeeId: foreign.id }),
        /失信记录/
      )
      const { ends_on: until } = await db
        .from('expert_credits')
        .where('expert_id', expertId)
        .firstOrFail()
      assert.isAbove(Date.parse(until), Date.now() + 1094 * 864e5)
    })
    assert.equal(
      (await keeper.post(`/experts/${expertId}/release`, { reason: '登记有误' })).status,
      200
    )
    assert.equal(
      (await keeper.post(`/experts/${expertId}/release`, { reason: '登记有误' })).status,
      404
    )
    const removed = await committee.post(`/experts/${expertId}/remove`, {
      committeeId,
      reason: '调离本省',
    })
    assert.equal(removed.status, 200)
    assert.equal((await committee.page('/experts')).body.props.experts.meta.total, 0)
  })

  test('[HB-64] a meeting’s members work with their own accounts; none is seated before approval', async ({
    assert,
  }) => {
    await inProvince('hebei', async () => {
      const meeting = await db.from('meetings').orderBy('id').firstOrFail()
      const members = await db
        .from('meeting_members as m')
        .join('accounts as a', 'a.id', 'm.account_id')
        .where('m.meeting_id', meeting.id)
        .select('a.login', 'a.meeting_id', 'a.expert_id', 'm.expert_id as seated')
      assert.lengthOf(members, 7)
      for (const row of members) {
        assert.isNull(row.meeting_id)
        assert.equal(row.expert_id, row.seated)
      }
      const draft = await db.from('experts').where('status', 'draft').firstOrFail()
      await db.from('meetings').where('id', meeting.id).update({ status: 'preparing' })
      await assert.rejects(
        () => setMember(systemContext(), meeting.id, { expertId: draft.id }),
        /还没有审核通过/
      )
      await db.from('meetings').where('id', meeting.id).update({ status: 'in_session' })
    })
  })

  test('where accounts are for one meeting, the office answers for its entries and nobody has a profile page', async ({
    assert,
  }) => {
    const office = await visitorOf('hunan').becomes('gph')
    const pool = await office.page('/experts')
    assert.isAbove(pool.body.props.experts.meta.total, 24)
    assert.isFalse(pool.body.props.ownAccounts)
    const [row] = pool.body.props.experts.data
    assert.equal(row.status, 'approved')
    assert.equal((await office.post(`/experts/${row.id}/reset`)).status, 404)
    const login = await inProvince('hunan', async () => {
      const account = await db.from('accounts').where('kind', 'expert').firstOrFail()
      return String(account.login)
    })
    const expertOfMeeting = await visitorOf('hunan').becomes(login)
    assert.equal((await expertOfMeeting.page('/expert-profile')).status, 403)
  })
})
