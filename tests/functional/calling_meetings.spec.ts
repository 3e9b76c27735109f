import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { createMeeting } from '#evaluations/actions/meetings'
import activate from '#identity/actions/activate'
import resetActivation from '#identity/actions/reset_activation'
import Account from '#identity/models/account'
import { now } from '#tenancy/clock'
import { systemContext } from '#web/actor'
import { visitorOf } from '#tests/helpers/browserless'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

const dayFrom = (days: number) => now().setZone('Asia/Shanghai').plus({ days }).toISODate()!

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

test.group('meetings are called and kept', (group) => {
  group.setup(async () => {
    for (const province of ['hebei', 'henan']) await tenantOf(province)
  })

  test('[HB-50] [HB-51] a meeting of one’s own committee, within its validity; old ones stay to be looked up', async ({
    assert,
  }) => {
    const handler = await visitorOf('hebei').becomes('szgb-jb')
    const { committees, batches } = (await handler.page('/meetings')).body.props
    const body = {
      name: '第三次评审会议',
      committeeId: committees[0].id,
      batchId: batches[0].id,
      reviewMode: 'committee_review',
      startsOn: '2026-12-01',
      endsOn: '2026-12-02',
      place: '示例会议中心',
      staff: '示例工作人员',
      note: '简述',
    }
    const late = await handler.post('/meetings', { ...body, endsOn: '2030-01-01' })
    assert.match(late.body.errors[0].message, /有效期/)
    const made = await handler.post('/meetings', body)
    assert.equal(made.status, 200, made.body.message)
    const id = Number(made.body.to.split('/').at(-1))
    await inProvince('hebei', () =>
      db.from('meetings').where('id', id).update({ status: 'closed' })
    )
    const listed = async (query: string) =>
      (await handler.page(`/meetings${query}`)).body.props.meetings.data.map(
        ({ name }: { name: string }) => name
      )
    assert.deepEqual(await listed('?tab=history'), ['第三次评审会议'])
    assert.deepEqual(await listed('?status=closed'), ['第三次评审会议'])
    assert.notInclude(await listed(''), '第三次评审会议')
    assert.equal(
      (await handler.post(`/meetings/${id}/groups`, { name: '一组', size: 3 })).status,
      422
    )
  })

  test('[HB-55] one chair and at most two vice chairs', async ({ assert }) => {
    const { id, first } = await secondMeeting('hebei')
    const handler = await visitorOf('hebei').becomes('szgb-jb')
    const experts = await inProvince('hebei', async () => {
      const rows = await db.from('meeting_members').where('meeting_id', first).orderBy('id')
      return rows.map(({ expert_id: expertId }) => Number(expertId))
    })
    const set = (index: number, office: string) =>
      handler.post(`/meetings/${id}/members`, { expertId: experts[index], office })
    assert.equal((await set(0, 'chair')).status, 200)
    assert.match((await set(1, 'chair')).body.message, /主任只能指定一位/)
    assert.equal((await set(1, 'vice_chair')).status, 200)
    assert.equal((await set(2, 'vice_chair')).status, 200)
    assert.match((await set(3, 'vice_chair')).body.message, /副主任最多指定两位/)
  })

  test('[HN-01] an expert signs in with the account of the title office, by user name and password', async ({
    assert,
  }) => {
    const login = await inProvince('henan', async () => {
      const account = await db
        .from('meeting_members as m')
        .join('accounts as a', 'a.id', 'm.account_id')
        .select('a.login', 'a.id')
        .firstOrFail()
      const secret = await resetActivation(systemContext(), await Account.findOrFail(account.id))
      await activate({ login: account.login, secret, password: 'Tk-9vRw2x-q' })
      return String(account.login)
    })
    const expert = visitorOf('henan')
    const wrong = await expert.post('/sign-in', { login, password: '888888' })
    assert.equal(wrong.status, 422)
    const right = await expert.post('/sign-in', { login, password: 'Tk-9vRw2x-q' })
    assert.equal(right.status, 200, right.body.message)
    assert.equal(right.body.to, '/expert')
    const { meetings } = (await expert.page('/expert')).body.props
    assert.lengthOf(meetings, 1)
    assert.equal((await expert.page('/meetings')).status, 403)
  })
})
