import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import Application from '#applications/models/application'
import { visitorOf } from '#tests/helpers/browserless'
import { closeFor } from '#results/actions/publicity'
import { reportedMeeting, seedComingWorkDays, staff } from '#tests/helpers/results'
import { freshTenantOf, inProvince, leaveTenantOf } from '#tests/helpers/tenants'

const PROVINCE = 'hebei'
const OFFICE = 'szgb-jb'

test.group('publicity in parts', (group) => {
  let meetingId: number
  group.setup(async () => {
    await freshTenantOf(PROVINCE)
    await inProvince(PROVINCE, async () => {
      meetingId = await reportedMeeting(OFFICE)
      await db.from('work_days').where('date', '>=', new Date().toISOString().slice(0, 10)).delete()
      await seedComingWorkDays()
    })
  })
  group.teardown(() => void leaveTenantOf(PROVINCE))

  test('[HN-25] [HU-06] the end of a publicity is told before it is opened', async ({ assert }) => {
    const office = await visitorOf(PROVINCE).becomes(OFFICE)
    const asks = async (query: string) => await office.get(`/lookup/period-end?${query}`)
    const told = await asks('days=5')
    assert.equal(told.status, 200, told.body.message)
    const people = await inProvince(PROVINCE, () =>
      Application.query().where({ meetingId, stage: 'reported', outcome: 'passed' })
    )
    const opened = await office.post(`/results/${meetingId}/publicity`, {
      applicationIds: [people[0].id],
    })
    assert.equal(opened.body.message, `已公示 1 人，至 ${told.body.endsOn} 结束`)
    // the National Day holidays are no working days, the Saturday before them is one
    const unit = await asks('days=5&startsOn=2026-09-30')
    assert.deepEqual(unit.body, { startsOn: '2026-09-30', endsOn: '2026-10-13' })
    const unknown = await asks('days=5&startsOn=2035-12-27')
    assert.equal(unknown.status, 422)
    assert.match(unknown.body.message, /^尚未维护 2035 年的工作日历/)
    assert.equal((await asks('days=5&startsOn=someday')).status, 422)
    assert.equal((await visitorOf(PROVINCE).get('/lookup/period-end?days=5')).status, 401)
  })

  test('[HN-26] lists of one meeting are told apart by their number', async ({ assert }) => {
    const office = await visitorOf(PROVINCE).becomes(OFFICE)
    const path = `/results/${meetingId}/publicity`
    const people = await inProvince(PROVINCE, () => Application.query().where({ meetingId }))
    const applicationIds = people.map(({ id }) => id)
    for (let round = 1; round <= 2; round++) {
      // the demo's one person stands for the next of the meeting
      await inProvince(PROVINCE, () =>
        Application.query().where({ meetingId }).update({ stage: 'reported', outcome: 'passed' })
      )
      const opened = await office.post(path, { applicationIds })
      assert.equal(opened.status, 200, opened.body.message)
    }
    const { publicities } = (await visitorOf(PROVINCE).page('/publicity')).body.props
    const titles = publicities.map(({ title }: { title: string }) => title)
    assert.lengthOf(new Set(titles), titles.length, titles.join())
    assert.isTrue(titles.some((title: string) => title.endsWith('评审结果公示（第 2 批）')))
  })

  test('[HN-27] single persons go to the result store, with the list that ends in the log', async ({
    assert,
  }) => {
    await inProvince(PROVINCE, async () => {
      const [{ id, publicityId, publicityEndsOn }] = await Application.query().where({ meetingId })
      await assert.rejects(
        async () => closeFor(await staff(OFFICE, publicityEndsOn!), [id]),
        /次日起/
      )
      const after = DateTime.fromISO(publicityEndsOn!).plus({ days: 1 }).toISODate()!
      assert.equal(await closeFor(await staff(OFFICE, after), [id]), 1)
      assert.equal((await Application.findOrFail(id)).stage, 'passed')
      const list = await db.from('publicities').where('id', publicityId!).firstOrFail()
      assert.equal(list.status, 'closed')
      const entries = await db
        .from('audit_entries')
        .where({ action: 'publicity.closed', object_id: String(publicityId) })
      assert.lengthOf(entries, 1)
    })
  })
})
