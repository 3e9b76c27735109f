import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { createMeeting, startMeeting, setMember } from '#evaluations/actions/meetings'
import Account from '#identity/models/account'
import { now } from '#tenancy/clock'
import { systemContext } from '#web/actor'
import { visitorOf, type Visitor } from '#tests/helpers/browserless'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

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

test.group('plans of the other provinces', () => {
  test('[HB-53] [HB-54] [HB-58] the handler writes the plan and hands in plan and scoring standard', async ({
    assert,
  }) => {
    await tenantOf('hebei')
    const { id, first } = await secondMeeting('hebei')
    await moveCases('hebei', first, id)
    const groupId = await inProvince('hebei', async () => {
      const [made] = await db
        .table('meeting_groups')
        .insert({ meeting_id: id, name: '第1组', size: 5 })
      await db.from('meeting_cases').where('meeting_id', id).update({ group_id: made })
      return Number(made)
    })
    const handler = await visitorOf('hebei').becomes('szgb-jb')
    const sheet = await handler.post(`/meetings/${id}/sheet`, {
      sheet: [{ label: '业绩', max: 100 }],
    })
    assert.equal(sheet.status, 200, sheet.body.message)
    const made = await handler.post('/plans', { meetingId: id })
    const planId = Number(made.body.to.split('/').at(-1))
    const { plan, committee, rules, sheets } = (await handler.page(`/plans/${planId}`)).body.props
    assert.equal(committee.size, 7)
    assert.isTrue(rules.confirmsSheet)
    assert.equal(sheets[0].items[0].label, '业绩')
    await handler.post(`/plans/${planId}`, {
      kind: 'normal',
      flow: 'online',
      content: CONTENT,
      needs: [],
      version: plan.version,
    })
    const unit = await visitorOf('hebei').becomes('sy-jb')
    assert.equal((await unit.get(`/plans/${planId}`)).status, 404)
    await inProvince('hebei', async () => {
      const { expert_id: expertId } = await db
        .from('meeting_members')
        .where('meeting_id', first)
        .firstOrFail()
      await setMember(systemContext(), id, { expertId, groupId })
      await assert.rejects(() => startMeeting(systemContext(), id), /方案还没有审核通过/)
    })
    await handler.post(`/plans/${planId}/submit`)
    const leader = await visitorOf('hebei').becomes('szgb-ld')
    const account = await inProvince('hebei', async () => {
      const { id: found } = await Account.findByOrFail('login', 'szgb-jb')
      await db.table('account_roles').insert({ account_id: found, role: 'leader' })
      return found
    })
    const own = await handler.post(`/plan-reviews/${planId}`, {
      decision: 'approve',
      opinion: '同意',
      version: plan.version + 2,
    })
    assert.equal(own.status, 403)
    assert.equal(own.body.message, '提交人不能审核自己提交的方案。')
    const handed = (await handler.page(`/plans/${planId}`)).body.props
    assert.isFalse(handed.decides)
    assert.isTrue(handed.decidedByOther)
    assert.equal(handed.plan.status, 'submitted')
    await inProvince('hebei', () =>
      db.from('account_roles').where({ account_id: account, role: 'leader' }).delete()
    )
    const submitted = (await leader.page(`/plans/${planId}`)).body.props
    assert.isTrue(submitted.decides)
    assert.isFalse((await handler.page(`/plans/${planId}`)).body.props.decides)
    const decided = await leader.post(`/plan-reviews/${planId}`, {
      decision: 'approve',
      opinion: '同意',
      version: submitted.plan.version,
    })
    assert.equal(decided.status, 200, decided.body.message)
    await inProvince('hebei', () =>
      assert.rejects(() => startMeeting(systemContext(), id), /评分标准还没有提交/)
    )
    assert.equal((await handler.post(`/meetings/${id}/sheet/submit`)).status, 200)
    await heldToday(handler, id)
    await inProvince('hebei', async () => {
      await startMeeting(systemContext(), id)
      await db.from('meeting_cases').where('meeting_id', id).update({ group_id: null })
      await moveCases('hebei', id, first)
    })
  })

  test('where the rules ask for no plan there are no such pages', async ({ assert }) => {
    await tenantOf('henan')
    const office = await visitorOf('henan').becomes('zxxpwh')
    assert.equal((await office.page('/plans')).status, 403)
    assert.equal((await office.page('/draws')).status, 403)
  })
})
