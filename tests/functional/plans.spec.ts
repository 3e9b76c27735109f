import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { replayDraw } from '#evaluations/draws/actions'
import { drawPool, fits } from '#evaluations/draws/pool'
import { createMeeting, startMeeting } from '#evaluations/actions/meetings'
import { runJobs } from '#jobs/run_jobs'
import { now } from '#tenancy/clock'
import { systemContext } from '#web/actor'
import { visitorOf, type Visitor } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince, tenantOf } from '#tests/helpers/tenants'

const CONTENT = '线上评审，按材料复审、打分、投票、意见的顺序进行，全程回避与保密。'

const dayFrom = (days: number) => now().setZone('Asia/Shanghai').plus({ days }).toISODate()!

/** As the office moves it, when it is held earlier. */
const heldToday = async (office: Visitor, id: number) => {
  const days = { startsOn: dayFrom(0), endsOn: dayFrom(30) }
  const told = { name: '第二次评审会议', place: '评审中心', ...days }
  return office.command('PUT', `/meetings/${id}`, told)
}

/** A further meeting of a province's first committee, with the case of the demo's first meeting moved into it. */
async function secondMeeting(province: string) {
  return inProvince(province, async () => {
    const first = await db.from('meetings').orderBy('id').firstOrFail()
    const meeting = await createMeeting(systemContext(), {
      name: '第二次评审会议',
      committeeId: first.committee_id,
      batchId: first.batch_id,
      reviewMode: first.review_mode,
      startsOn: dayFrom(10),
      endsOn: dayFrom(30),
      place: '评审中心',
    })
    return { id: meeting.id, first: Number(first.id) }
  })
}

const moveCases = (province: string, from: number, to: number) =>
  inProvince(province, () =>
    db.from('meeting_cases').where('meeting_id', from).update({ meeting_id: to })
  )

test.group('plans and draws', (group) => {
  let office: Visitor
  let reviewer: Visitor
  let special: Visitor
  let meetingId: number
  let planId: number
  let version: number

  const show = async (visitor = office) => (await visitor.page(`/plans/${planId}`)).body.props
  const members = () =>
    inProvince('hunan', () =>
      db.from('meeting_members').where('meeting_id', meetingId).orderBy('id')
    )
  const input = (more: object = {}) => ({
    kind: 'normal',
    flow: 'online',
    content: CONTENT,
    needs: [
      { specialty: null, level: 'senior_full', count: 17, reserves: 2 },
      { specialty: null, level: null, count: 2, reserves: 0 },
    ],
    version,
    ...more,
  })

  group.setup(async () => {
    await freshTenantOf('hunan')
    await tenantOf('hebei')
    await tenantOf('henan')
    office = await visitorOf('hunan').becomes('gph')
    reviewer = await visitorOf('hunan').becomes('szc')
    special = await visitorOf('hunan').becomes('szc-ts')
    const made = await secondMeeting('hunan')
    meetingId = made.id
    await moveCases('hunan', made.first, made.id)
  })

  test('[HU-11] the office writes a plan: needs, rules, attachment, kind; nothing incomplete is handed in', async ({
    assert,
  }) => {
    const listed = await office.page('/plans')
    assert.deepInclude(listed.body.props.meetings, { id: meetingId, name: '第二次评审会议' })
    const made = await office.post('/plans', { meetingId })
    assert.equal(made.status, 200, made.body.message)
    planId = Number(made.body.to.split('/').at(-1))
    assert.equal((await office.post('/plans', { meetingId })).body.to, `/plans/${planId}`)
    version = (await show()).plan.version
    const empty = await office.post(`/plans/${planId}/submit`)
    assert.equal(empty.status, 422)
    assert.includeMembers(
      empty.body.errors.map(({ field }: { field: string }) => field),
      ['content', 'needs']
    )
    const few = { needs: [{ specialty: null, level: null, count: 5, reserves: 0 }] }
    const saved = await office.post(`/plans/${planId}`, input(few))
    version = saved.body.data.version
    const quorum = await office.post(`/plans/${planId}/submit`)
    assert.match(quorum.body.message, /需求专家共 5 人；评委会共 25 人，出席人数应为 17 至 25 人/)
    const full = await office.post(`/plans/${planId}`, input())
    assert.equal(full.status, 200, full.body.message)
    assert.equal((await office.post(`/plans/${planId}`, input())).status, 409)
    version = full.body.data.version
    const props = await show()
    assert.equal(props.participants.meta.total, 1)
    assert.deepEqual(
      props.sheets.map(({ label }: { label: string }) => label),
      ['面试答辩打分', '材料打分']
    )
    const stranger = await visitorOf('hunan').becomes('pszx')
    assert.equal((await stranger.get(`/plans/${planId}`)).status, 404)
    assert.equal((await stranger.post(`/plans/${planId}`, input())).status, 403)
    assert.equal((await reviewer.page(`/plans/${planId}`)).body.props.writes, false)
  })

  test('[HU-11] a plan nobody takes part in is not handed in, and its page says so before it is tried', async ({
    assert,
  }) => {
    const { id: first } = await inProvince('hunan', () =>
      db.from('meetings').orderBy('id').firstOrFail()
    )
    assert.deepEqual((await show()).lacks, [])
    await moveCases('hunan', meetingId, first)
    const sentence = '还没有参评人员，请先到评审会议中加入'
    assert.deepEqual((await show()).lacks, [sentence])
    const refused = await office.post(`/plans/${planId}/submit`)
    assert.equal(refused.status, 422)
    assert.equal(refused.body.message, sentence)
    assert.equal((await show()).plan.status, 'draft')
    assert.deepEqual((await reviewer.page('/plan-reviews')).body.props.plans.data, [])
    await moveCases('hunan', first, meetingId)
  })

  test('[HU-56] [HU-58] a normal and a special plan have different reviewers', async ({
    assert,
  }) => {
    await inProvince('hunan', () =>
      assert.rejects(
        () => startMeeting(systemContext(), meetingId),
        /会议还没有评委|方案还没有审核通过/
      )
    )
    assert.equal((await office.post(`/plans/${planId}/submit`)).status, 200)
    assert.equal((await office.post(`/plans/${planId}/submit`)).body.code, 'submitted')
    const ids = async (visitor: Visitor) =>
      (await visitor.page('/plan-reviews')).body.props.plans.data.map(
        ({ id }: { id: number }) => id
      )
    assert.include(await ids(reviewer), planId)
    assert.notInclude(await ids(special), planId)
    const decision = { decision: 'refuse', opinion: '请补充专家需求的理由' }
    version = (await show()).plan.version
    assert.equal(
      (await special.post(`/plan-reviews/${planId}`, { ...decision, version })).status,
      403
    )
    assert.equal(
      (await office.post(`/plan-reviews/${planId}`, { ...decision, version })).status,
      403
    )
    const refused = await reviewer.post(`/plan-reviews/${planId}`, { ...decision, version })
    assert.equal(refused.status, 200, refused.body.message)
    assert.equal(
      (await reviewer.post(`/plan-reviews/${planId}`, { ...decision, version })).status,
      409
    )
    version = (await show()).plan.version
    await office.post(`/plans/${planId}`, input({ kind: 'special' }))
    assert.equal((await office.post(`/plans/${planId}/submit`)).status, 200)
    assert.include(await ids(special), planId)
    assert.notInclude(await ids(reviewer), planId)
    version = (await show()).plan.version
    const approve = { decision: 'approve', opinion: '同意', version }
    assert.equal((await reviewer.post(`/plan-reviews/${planId}`, approve)).status, 403)
    assert.equal((await special.post(`/plan-reviews/${planId}`, approve)).status, 200)
    const { plan, timeline } = await show(special)
    assert.equal(plan.status, 'approved')
    assert.deepEqual(
      timeline.map(({ title }: { title: string }) => title),
      ['呈报方案', '审核不通过', '呈报方案', '审核通过']
    )
  })

  test('[HU-57] [HU-73] decided plans with their tabs and attachment, to read only', async ({
    assert,
  }) => {
    const done = await special.page('/plan-reviews?tab=done')
    assert.deepInclude(
      done.body.props.plans.data.map(({ id, status }: any) => ({ id, status })),
      { id: planId, status: 'approved' }
    )
    const admin = await visitorOf('hunan').becomes('szc')
    const found = await admin.page('/plan-query?name=第二次')
    assert.equal(found.body.props.plans.meta.total, 1)
    const props = await show(admin)
    assert.isFalse(props.writes)
    assert.isFalse(props.decides)
    assert.equal(props.plan.needs.length, 2)
    assert.equal(props.participants.data[0].name, '郑示例')
    const fileId = await inProvince('hunan', async () => {
      const file = await db.from('files').orderBy('id').firstOrFail()
      await db
        .from('files')
        .where('id', file.id)
        .update({ purpose: 'plan', application_id: null, owner_account_id: null })
      await db.from('plans').where('id', planId).update({ file_id: file.id })
      return Number(file.id)
    })
    const listed = (await special.page('/plan-reviews?tab=done')).body.props
    assert.equal(listed.plans.data.find(({ id }: any) => id === planId).file.id, fileId)
    // who reviews special plans only reads so over his list and in his menu (HU-58)
    assert.deepEqual(listed.kinds, [{ value: 'special', label: '特殊情况' }])
    assert.include(JSON.stringify(listed.menu), '呈报方案审核（特殊情况）')
    for (const [visitor, status] of [
      [special, 200],
      [office, 200],
      [await visitorOf('hunan').becomes('pszx'), 404],
      [await visitorOf('hunan').becomes('csglc'), 404],
    ] as const)
      assert.equal((await visitor.get(`/files/${fileId}`)).status, status)
  })

  test('an approved plan holds who takes part; it is taken back only with a reason', async ({
    assert,
  }) => {
    const cases = await office.post(`/meetings/${meetingId}/cases`)
    assert.match(cases.body.message, /方案已呈报/)
    assert.equal((await office.post(`/plans/${planId}/withdraw`)).status, 422)
    assert.equal(
      (await office.post(`/plans/${planId}/withdraw`, { reason: '调整人数' })).status,
      200
    )
    version = (await show()).plan.version
    await office.post(`/plans/${planId}`, input())
    await office.post(`/plans/${planId}/submit`)
    version = (await show()).plan.version
    await reviewer.post(`/plan-reviews/${planId}`, {
      decision: 'approve',
      opinion: '同意',
      version,
    })
    assert.equal((await show()).plan.status, 'approved')
  })

  test('[HU-12] the commitment stands before the pool is frozen; who must avoid is not drawn', async ({
    assert,
  }) => {
    const early = await office.post(`/draws/${planId}/draw`, { excludeSameUnit: true })
    assert.equal(early.body.code, 'not_committed')
    assert.equal((await office.post(`/draws/${planId}/commit`)).status, 200)
    assert.equal((await office.post(`/draws/${planId}/commit`)).body.code, 'committed')
    const before = await inProvince('hunan', () =>
      db.from('draws').where('meeting_id', meetingId).firstOrFail()
    )
    assert.isNull(before.pool)
    assert.isNull(before.secret_revealed)
    const pool = await inProvince('hunan', async () => {
      const experts = await db
        .from('experts as e')
        .join('committee_experts as p', 'p.expert_id', 'e.id')
        .orderBy('e.id')
        .select('e.id')
      const application = await db
        .from('meeting_cases as k')
        .join('applications as a', 'a.id', 'k.application_id')
        .where('k.meeting_id', meetingId)
        .select('a.person_id', 'a.organization_id')
        .firstOrFail()
      const ids = experts.map(({ id }) => Number(id))
      // of the unit of the participant; violating; not approved
      await db
        .from('experts')
        .where('id', ids[0])
        .update({ organization_id: application.organization_id })
      await db.table('expert_credits').insert({
        expert_id: ids[1],
        reason: '示例',
        starts_on: '2026-01-01',
        ends_on: '2029-01-01',
        recorded_by: '示例',
        created_at: new Date(),
      })
      await db.from('experts').where('id', ids[2]).update({ status: 'pending' })
      return ids
    })
    const drawn = await office.post(`/draws/${planId}/draw`, {
      excludeSameUnit: true,
      exclusions: [{ expertId: pool[3], reason: '与参评人员是师生' }],
    })
    assert.equal(drawn.status, 200, drawn.body.message)
    assert.equal(drawn.body.message, '已抽取 19 位评委，备选 2 位')
    const rows = await members()
    assert.lengthOf(rows, 21)
    const taken = rows.map((row) => Number(row.expert_id))
    for (const out of pool.slice(0, 4)) assert.notInclude(taken, out)
    const frozen = await inProvince('hunan', () =>
      db.from('draws').where('meeting_id', meetingId).firstOrFail()
    )
    const { excluded } = typeof frozen.pool === 'string' ? JSON.parse(frozen.pool) : frozen.pool
    assert.deepEqual(
      excluded.map((each: { excluded: string }) => each.excluded),
      ['与参评人员同单位', '有未到期的失信记录', '评委材料未审核通过', '申报回避：与参评人员是师生']
    )
    const again = await office.post(`/draws/${planId}/draw`, { excludeSameUnit: true })
    assert.equal(again.status, 422)
  })

  test('[HU-11] [HU-12] a need may ask for experts of the committee’s unit or of others; ties keep out of the pool', async ({
    assert,
  }) => {
    await inProvince('hunan', async () => {
      const { committee_id: committeeId } = await db
        .from('meetings')
        .where('id', meetingId)
        .firstOrFail()
      const { organization_id: own } = await db
        .from('committees')
        .where('id', committeeId)
        .firstOrFail()
      const one = await db
        .from('meeting_cases as k')
        .join('applications as a', 'a.id', 'k.application_id')
        .where('k.meeting_id', meetingId)
        .select('a.person_name')
        .firstOrFail()
      const free = await db
        .from('experts as e')
        .join('committee_experts as p', 'p.expert_id', 'e.id')
        .where('p.committee_id', committeeId)
        .orderBy('e.id', 'desc')
        .select('e.id', 'e.organization_id', 'e.profile')
      const [inside, tied] = free
      await db.from('experts').where('id', inside.id).update({ organization_id: own })
      await db
        .from('experts')
        .where('id', tied.id)
        .update({ profile: JSON.stringify({ others: { avoidance: one.person_name } }) })
      const filter = { excludeSameUnit: false, excludeRelated: true, exclusions: [] }
      const pool = await drawPool(systemContext(), meetingId, filter)
      const find = (id: number) => pool.find((each) => each.id === Number(id))!
      assert.match(find(tied.id).excluded ?? '', /申明需要回避|已在此前/)
      const any = { specialty: null, level: null }
      assert.isTrue(fits(find(inside.id), { ...any, source: 'inside' }))
      assert.isFalse(fits(find(inside.id), { ...any, source: 'outside' }))
      assert.isTrue(fits(find(tied.id), any))
      const open = await drawPool(systemContext(), meetingId, { ...filter, excludeRelated: false })
      assert.notMatch(open.find(({ id }) => id === tied.id)!.excluded ?? '', /申明/)
      for (const { id, organization_id: unit, profile } of [inside, tied])
        await db
          .from('experts')
          .where('id', id)
          .update({
            organization_id: unit,
            profile: typeof profile === 'string' ? profile : JSON.stringify(profile),
          })
    })
  })

  test('[HU-12] a refusal with its reason takes the next reserve; without reserves one draws again', async ({
    assert,
  }) => {
    const answer = (memberId: number, more: object = { answer: 'confirm' }) =>
      office.post(`/draws/${planId}/answer`, { memberId, ...more })
    const refuse = { answer: 'refuse', reason: '出差' }
    const [first, second, third] = (await members()).filter(({ status }) => status === 'drawn')
    const wordless = await answer(first.id, { answer: 'refuse' })
    assert.equal(wordless.body.errors[0].field, 'reason')
    const reserves = (await members()).filter(({ status }) => status === 'reserve')
    assert.deepEqual(
      reserves.map(({ reserve_rank: rank }) => rank),
      [1, 2]
    )
    await answer(first.id, refuse)
    assert.equal((await answer(first.id, refuse)).status, 409)
    const moved = (await members()).find(({ id }) => id === reserves[0].id)!
    assert.equal(moved.status, 'drawn')
    await answer(second.id)
    await answer(second.id, refuse)
    const none = await answer(third.id, refuse)
    assert.match(none.body.message, /需要再次抽取/)
    for (const row of await members()) if (row.status === 'drawn') await answer(row.id)
    await inProvince('hunan', () =>
      assert.rejects(
        () => startMeeting(systemContext(), meetingId),
        /第 1 项专家需求应为 17 人，已确认 16 人/
      )
    )
    const seat = await office.post(`/meetings/${meetingId}/members`, { expertId: first.expert_id })
    assert.match(seat.body.message, /评委由抽取产生/)
    assert.equal((await office.post(`/draws/${planId}/commit`)).status, 200)
    const more = await office.post(`/draws/${planId}/draw`, { excludeSameUnit: true })
    assert.equal(more.status, 200, more.body.message)
    for (const row of await members()) if (row.status === 'drawn') await answer(row.id)
    const enough = await office.post(`/draws/${planId}/commit`)
    assert.equal(enough.body.code, 'complete')
    const withdraw = await office.post(`/plans/${planId}/withdraw`, { reason: '不想要了' })
    assert.equal(withdraw.body.code, 'drawn')
  })

  test('[HU-13] participants are told when and where, once for each arrangement', async ({
    assert,
  }) => {
    const listed = await office.page('/interviews')
    assert.include(
      listed.body.props.plans.data.map(({ id }: { id: number }) => id),
      planId
    )
    const early = await office.post(`/interviews/${planId}/send`)
    assert.match(early.body.message, /没有安排面试时间/)
    await inProvince('hunan', () =>
      db
        .from('meeting_cases')
        .where('meeting_id', meetingId)
        .update({ interview_at: '2026-12-02 01:30:00', room: '三号会议室', interview_order: 1 })
    )
    for (let time = 0; time < 2; time++) {
      assert.equal((await office.post(`/interviews/${planId}/send`)).status, 200)
      await inProvince('hunan', () => runJobs())
    }
    const messages = await inProvince('hunan', () =>
      db.from('messages').where('title', '面试答辩通知')
    )
    assert.lengthOf(messages, 1)
    assert.include(messages[0].body, '2026 年 12 月 2 日 09:30 到 评审中心 三号会议室')
    const { notices } = (await office.page(`/interviews/${planId}`)).body.props
    assert.equal(notices.data[0].at, '2026-12-02 09:30')
    assert.isNotNull(notices.data[0].notifiedAt)
  })

  test('[HB-50] no meeting begins before the day it was called for; moved to an earlier one it does, and that is logged', async ({
    assert,
  }) => {
    const early = await office.post(`/meetings/${meetingId}/start`)
    assert.equal(early.status, 422)
    assert.equal(early.body.code, 'early')
    assert.match(early.body.message, /会议定于 \d{4} 年 \d+ 月 \d+ 日 开始.*请先修改会议的开始时间/)
    assert.equal((await heldToday(office, meetingId)).status, 200)
    await inProvince('hunan', async () => {
      assert.equal((await db.from('draws').where('meeting_id', meetingId).first()).status, 'drawn')
      const logged = await db
        .from('audit_entries')
        .where({ action: 'meeting.changed', object_id: meetingId })
        .orderBy('id', 'desc')
        .firstOrFail()
      const { plannedFor, startsOn, endsOn } = logged.detail
      assert.deepEqual([plannedFor, startsOn, endsOn], [dayFrom(10), dayFrom(0), dayFrom(30)])
    })
  })

  test('[HU-12] the meeting begins with the drawn, the secret is published, and the list is proved by it', async ({
    assert,
  }) => {
    const started = await office.post(`/meetings/${meetingId}/start`)
    assert.equal(started.status, 200, started.body.message)
    assert.lengthOf(started.body.data.slips, 19)
    await inProvince('hunan', async () => {
      const draws = await db.from('draws').where('meeting_id', meetingId)
      assert.lengthOf(draws, 2)
      for (const row of draws) {
        assert.equal(row.status, 'revealed')
        const proof = await replayDraw(row.id)
        assert.isTrue(proof.keepsCommitment && proof.sameList && proof.sameMembers)
      }
      // a list put right by hand shows
      const [member] = await db.from('meeting_members').where('draw_id', draws[0].id).orderBy('id')
      await db.from('meeting_members').where('id', member.id).update({ need: 1 })
      assert.isFalse((await replayDraw(draws[0].id)).sameMembers)
      await db.from('meeting_members').where('id', member.id).update({ need: 0 })
    })
    assert.equal((await office.post(`/draws/${planId}/replay`)).status, 200)
    const elsewhere = await visitorOf('hunan').becomes('pszx')
    assert.equal((await elsewhere.page(`/draws/${planId}`)).status, 403)
  })

  test('[HU-14] an offline plan needs neither draw nor members to begin', async ({ assert }) => {
    const { id } = await secondMeeting('hunan')
    await moveCases('hunan', meetingId, id)
    const made = await office.post('/plans', { meetingId: id })
    planId = Number(made.body.to.split('/').at(-1))
    version = (await show()).plan.version
    await office.post(`/plans/${planId}`, input({ flow: 'offline', needs: [] }))
    const handed = await office.post(`/plans/${planId}/submit`)
    assert.equal(handed.status, 200, handed.body.message)
    version = (await show()).plan.version
    await reviewer.post(`/plan-reviews/${planId}`, {
      decision: 'approve',
      opinion: '同意',
      version,
    })
    assert.equal((await office.post(`/draws/${planId}/commit`)).body.code, 'offline')
    await heldToday(office, id)
    const started = await office.post(`/meetings/${id}/start`)
    assert.equal(started.status, 200, started.body.message)
  })
})
