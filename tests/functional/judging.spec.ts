import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { visitorOf, type Visitor } from '#tests/helpers/browserless'
import { makeMeeting } from '#tests/helpers/meetings'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

test.group('a meeting is prepared', (group) => {
  let handler: Visitor
  let meetingId: number

  group.setup(async () => {
    await tenantOf('hebei')
    handler = await visitorOf('hebei').becomes('szgb-jb')
    meetingId = await inProvince('hebei', async () => {
      const id = await makeMeeting({ mode: 'committee_review', groups: 0, cases: 4 })
      await db.from('meetings').where('id', id).update({ status: 'preparing' })
      await db.from('plans').where('meeting_id', id).update({ status: 'draft', participants: null })
      return id
    })
  })

  const groupsOf = async () =>
    (await handler.page(`/meetings/${meetingId}?tab=groups`)).body.props.groups

  test('[HB-52] groups with their number of people; two of one name are refused, and so are other bodies', async ({
    assert,
  }) => {
    const path = `/meetings/${meetingId}/groups`
    const empty = await handler.post(path, { name: '', size: 0 })
    assert.sameMembers(
      empty.body.errors.map(({ field }: { field: string }) => field),
      ['name', 'size']
    )
    for (const name of ['临床组', '护理组'])
      assert.equal((await handler.post(path, { name, size: 3 })).status, 200)
    assert.match((await handler.post(path, { name: '临床组', size: 3 })).body.message, /分组名/)
    const unit = await visitorOf('hebei').becomes('sy-jb')
    assert.equal((await unit.post(path, { name: '外组', size: 1 })).status, 403)
    const groups = await groupsOf()
    assert.deepEqual(
      groups.map(({ name, size, cases }: any) => [name, size, cases]),
      [
        ['临床组', 3, 0],
        ['护理组', 3, 0],
      ]
    )
  })

  test('[HB-56] qualified cases come in, into a group by choice, and all that are left at once', async ({
    assert,
  }) => {
    const late = await inProvince('hebei', async () => {
      const one = await db
        .from('meeting_cases')
        .where('meeting_id', meetingId)
        .orderBy('number', 'desc')
        .firstOrFail()
      await db.from('meeting_cases').where('id', one.id).delete()
      await db
        .from('applications')
        .where('id', one.application_id)
        .update({ stage: 'qualified', meeting_id: null })
      return Number(one.application_id)
    })
    const before = (await handler.page(`/meetings/${meetingId}?tab=cases`)).body.props
    assert.equal(before.waiting, 1)
    const added = await handler.post(`/meetings/${meetingId}/cases`)
    assert.equal(added.body.message, '已加入 1 份参评材料')
    const { cases, groups } = (await handler.page(`/meetings/${meetingId}?tab=cases`)).body.props
    assert.lengthOf(cases.data, 4)
    const path = `/meetings/${meetingId}/cases/group`
    const [first, second] = groups.map(({ id }: { id: number }) => id)
    const chosen = await handler.post(path, { groupId: first, caseIds: [cases.data[0].id] })
    assert.equal(chosen.body.message, '已分组 1 份')
    assert.equal((await handler.post(path, { groupId: second })).body.message, '已分组 3 份')
    assert.equal((await handler.post(path, { groupId: 9999 })).status, 404)
    assert.deepEqual(
      (await groupsOf()).map(({ cases: count }: any) => count),
      [1, 3]
    )
    await inProvince('hebei', async () => {
      const { stage } = await db.from('applications').where('id', late).firstOrFail()
      assert.equal(stage, 'in_evaluation')
    })
  })
})
