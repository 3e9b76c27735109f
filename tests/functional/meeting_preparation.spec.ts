import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { createMeeting } from '#evaluations/actions/meetings'
import { loadBoard } from '#evaluations/queries/load_board'
import { ownStages, stagesFor } from '#evaluations/roles'
import { playMeeting } from '#platform/demo/play_meeting'
import { systemContext } from '#web/actor'
import { makeMeeting } from '#tests/helpers/meetings'
import { visitorOf, type Visitor } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

test.group('a meeting in preparation', (group) => {
  let handler: Visitor
  let id: number

  const show = async (tab = 'progress') =>
    (await handler.page(`/meetings/${id}?tab=${tab}`)).body.props
  const check = async (key: string) =>
    (await show()).checks.find((each: { key: string }) => each.key === key)

  group.setup(async () => {
    await freshTenantOf('hebei')
    handler = await visitorOf('hebei').becomes('szgb-jb')
    id = await inProvince('hebei', async () => {
      const first = await db.from('meetings').orderBy('id').firstOrFail()
      const meeting = await createMeeting(systemContext(), {
        name: '筹备中的评审会议',
        committeeId: first.committee_id,
        batchId: first.batch_id,
        reviewMode: first.review_mode,
        startsOn: '2026-12-01',
        endsOn: '2026-12-20',
        place: '评审中心',
      })
      return meeting.id
    })
  })

  test('[HB-50] [HB-53] the page lists what is missing; the refusal names the same and where to go', async ({
    assert,
  }) => {
    const { checks } = await show()
    const missing = checks.filter(({ state }: { state: string }) => state === 'missing')
    assert.includeMembers(
      missing.map(({ key }: { key: string }) => key),
      ['groups', 'members', 'cases', 'plan', 'sheet']
    )
    const refused = await handler.post(`/meetings/${id}/start`)
    assert.equal(refused.status, 422)
    assert.equal(refused.body.code, missing[0].key)
    assert.equal(
      refused.body.message,
      '还没有分组，专业组的环节无法进行，会议不能开始。请到“分组”页面办理。'
    )
  })

  test('[HB-50] [HB-52] until it begins, a meeting and its groups are put right; one called by mistake is deleted', async ({
    assert,
  }) => {
    const { meeting } = await show()
    const told = {
      name: '筹备中的评审会议',
      startsOn: '2026-12-02',
      endsOn: '2026-12-21',
      place: '新的评审中心',
    }
    const wrong = await handler.command('PUT', `/meetings/${id}`, { ...told, endsOn: '2026-12-01' })
    assert.equal(wrong.status, 422)
    assert.equal(wrong.body.errors[0].message, '结束时间不能早于开始时间')
    assert.equal((await handler.command('PUT', `/meetings/${id}`, told)).status, 200)
    assert.include((await show()).meeting, { ...told, mode: meeting.mode })

    for (const name of ['一组', '二组'])
      await handler.post(`/meetings/${id}/groups`, { name, size: 5 })
    const [first, second] = (await show('groups')).groups
    const of = (one: { id: number }) => `/meetings/${id}/groups/${one.id}`
    const same = await handler.command('PUT', of(second), { name: '一组', size: 5 })
    assert.equal(same.body.errors[0].message, '已有同名分组')
    await handler.command('PUT', of(second), { name: '护理组', size: 3 })
    const [{ id: expertId }] = (await show('members')).pool.data
    await handler.post(`/meetings/${id}/members`, { expertId, groupId: first.id })
    const taken = await handler.command('DELETE', of(first))
    assert.equal(taken.status, 422)
    assert.match(taken.body.message, /“一组”中还有 1 位评委、0 份参评材料/)
    const seated = (await show('members')).pool.data.find((row: any) => row.memberId)
    await handler.post(`/meetings/${id}/members/remove`, { memberId: seated.memberId })
    assert.equal((await handler.command('DELETE', of(second))).status, 200)
    assert.lengthOf((await show('groups')).groups, 1)

    const other = await handler.post('/meetings', {
      ...told,
      name: '误建的会议',
      ...(await inProvince('hebei', async () => {
        const row = await db.from('meetings').where('id', id).firstOrFail()
        return { committeeId: row.committee_id, batchId: row.batch_id, reviewMode: row.review_mode }
      })),
    })
    const stranger = await visitorOf('hebei').becomes('sy-jb')
    assert.oneOf((await stranger.command('DELETE', other.body.to)).status, [403, 404])
    assert.equal((await handler.command('DELETE', other.body.to)).status, 200)
    assert.equal((await handler.page(other.body.to)).status, 404)
    const begun = await inProvince('hebei', () =>
      db.from('meetings').where('status', 'in_session').firstOrFail()
    )
    assert.equal((await handler.command('DELETE', `/meetings/${begun.id}`)).status, 422)
    assert.equal((await handler.command('PUT', `/meetings/${begun.id}`, told)).status, 422)
  })

  test('[HB-57] all experts of the pool at once; who was added by mistake is taken off again', async ({
    assert,
  }) => {
    const { addable } = await show('members')
    assert.isAbove(addable, 3)
    const [bad] = await inProvince('hebei', () =>
      db
        .from('committee_experts as p')
        .join('experts as e', 'e.id', 'p.expert_id')
        .join('meetings as m', 'm.committee_id', 'p.committee_id')
        .where({ 'm.id': id, 'e.status': 'approved' })
        .select('e.id')
    )
    await inProvince('hebei', () =>
      db.from('experts').where('id', bad.id).update({ status: 'pending' })
    )
    const added = await handler.post(`/meetings/${id}/members/all`)
    assert.equal(added.status, 200, added.body.message)
    assert.equal(added.body.message, `已加入 ${addable - 1} 位评委`)
    assert.equal((await handler.post(`/meetings/${id}/members/all`)).body.code, 'member')
    await inProvince('hebei', () =>
      db.from('experts').where('id', bad.id).update({ status: 'approved' })
    )
    const { pool, memberCount } = await show('members')
    assert.equal(memberCount, addable - 1)
    assert.notInclude(
      pool.data.filter((row: any) => row.memberId).map((row: any) => row.id),
      bad.id
    )
    const body = { memberId: pool.data[0].memberId }
    const stranger = await visitorOf('hebei').becomes('sy-jb')
    assert.equal((await stranger.post(`/meetings/${id}/members/remove`, body)).status, 403)
    const removed = await handler.post(`/meetings/${id}/members/remove`, body)
    assert.equal(removed.status, 200, removed.body.message)
    assert.equal((await handler.post(`/meetings/${id}/members/remove`, body)).status, 404)
    assert.equal((await show()).memberCount, addable - 2)
    assert.include(['done', 'advised'], (await check('members')).state)
  })

  test('[HB-57] after the meeting began nobody is taken off its roll', async ({ assert }) => {
    const first = await inProvince('hebei', () => db.from('meetings').orderBy('id').firstOrFail())
    const member = await inProvince('hebei', () =>
      db.from('meeting_members').where('meeting_id', first.id).firstOrFail()
    )
    const late = await handler.post(`/meetings/${first.id}/members/remove`, {
      memberId: member.id,
    })
    assert.equal(late.status, 422)
    assert.match(late.body.message, /会议已经开始/)
    assert.equal((await handler.post(`/meetings/${first.id}/members/all`)).status, 422)
  })
})

test.group('stages of a member', (group) => {
  group.setup(async () => void (await freshTenantOf('henan')))

  test('[HN-03] [HN-10] a stage without a case of his is none of his stages', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const meetingId = await makeMeeting({ mode: 'expert_review', members: 5, cases: 2 })
      await playMeeting(meetingId, { until: 'group_provisional' })
      await db.from('meeting_members').where('meeting_id', meetingId).update({ office: null })
      const { board } = await loadBoard(meetingId)
      const member = board.members.at(-1)!
      const ids = (stages: { id: string }[]) => stages.map(({ id }) => id)
      assert.include(ids(ownStages(board, member)), 'group_provisional')
      const outside = { ...member, groupId: null, isLeader: false }
      assert.include(ids(stagesFor(board, outside)), 'group_provisional')
      assert.notInclude(ids(ownStages(board, outside)), 'group_provisional')
      assert.includeMembers(
        ids(ownStages(board, outside)),
        ids(board.mode.stages.filter(({ scope, who }) => scope === 'plenary' && who === 'member'))
      )
      const lead = board.mode.stages.find(({ who }) => who === 'lead')
      if (lead) {
        const other = board.members.find(
          ({ id }) => !board.cases.some(({ leadId }) => leadId === id)
        )!
        assert.notInclude(ids(ownStages(board, other)), lead.id)
      }
    })
  })
})
