import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { assignNumber } from '#certificates/numbers/assign_number'
import { brokenInvariants } from '#lifecycle/invariants'
import { closeReportedMeeting } from '#results/actions/close_meeting'
import { visitorOf } from '#tests/helpers/browserless'
import { passedMeeting, staff } from '#tests/helpers/results'
import { freshTenantOf, inProvince, leaveTenantOf } from '#tests/helpers/tenants'

const CASES = [
  // province, its office, its reviewer, who numbers, the name of the act
  ['hunan', 'gph', 'szc', 'szc', '评审结果备案'],
  ['hebei', 'szgb-jb', 'szgb-jb', 'szgb-jb', '评审结果上报'],
] as const

for (const [province, office, reviewer, generator, label] of CASES)
  test.group(`filing in ${province}`, (group) => {
    let meetingId: number
    let people: number[]
    group.teardown(() => void leaveTenantOf(province))
    group.setup(async () => {
      await freshTenantOf(province)
      await inProvince(province, async () => {
        meetingId = await passedMeeting(office)
        people = (await Application.query().where({ meetingId, stage: 'passed' })).map(
          ({ id }) => id
        )
      })
    })

    test('[HU-59] [HU-60] [HB-60] [HB-63] asked for with the list fetched, refused, asked again, filed', async ({
      assert,
    }) => {
      assert.isNotEmpty(people)
      await inProvince(province, async () => {
        await assert.rejects(
          async () => assignNumber(await staff(generator), people[0]),
          /尚未备案/
        )
        await assert.rejects(
          async () => closeReportedMeeting(await staff(office), meetingId),
          /没有办结/
        )
      })
      const asking = await visitorOf(province).becomes(office)
      const deciding = await visitorOf(province).becomes(reviewer)
      const before = await asking.page('/filings')
      assert.equal(before.body.props.words.label, label)
      assert.deepInclude(before.body.props.meetings[0], { id: meetingId, people: people.length })
      const asked = await asking.post('/filings', { meetingId })
      assert.equal(asked.body.message, `${label}已提交，共 ${people.length} 人`)
      assert.equal((await asking.post('/filings', { meetingId })).status, 422)
      const list = await deciding.page('/filings?tab=review')
      const { id } = list.body.props.filings.data[0]
      const shown = await deciding.page(`/filings/${id}`)
      assert.equal(shown.body.props.people.meta.total, people.length)
      const bare = await deciding.post(`/filings/${id}/decide`, {
        outcome: 'approved',
        opinion: '同意备案',
        version: 1,
      })
      assert.deepEqual(
        bare.body.errors.map(({ field }: { field: string }) => field),
        ['number', 'filedOn']
      )
      const refused = { outcome: 'refused', opinion: '缺少公示材料', version: 1 }
      assert.equal((await deciding.post(`/filings/${id}/decide`, refused)).status, 200)
      assert.equal((await deciding.post(`/filings/${id}/decide`, refused)).status, 409)
      assert.equal((await asking.post('/filings', { meetingId })).status, 200)
      const again = await deciding.page('/filings?tab=review&status=applied')
      const approved = await deciding.post(
        `/filings/${again.body.props.filings.data[0].id}/decide`,
        {
          outcome: 'approved',
          opinion: '同意备案',
          number: '备〔2026〕7号',
          filedOn: '2026-11-20',
          version: 1,
        }
      )
      assert.equal(approved.status, 200, approved.body.message)
      await inProvince(province, async () => {
        for (const each of await Application.query().whereIn('id', people))
          assert.equal(each.stage, 'filed')
        assert.deepEqual(await brokenInvariants(), {})
      })
    })

    test('[HB-61] the meeting closes when its results are through; numbers follow', async ({
      assert,
    }) => {
      const visitor = await visitorOf(province).becomes(office)
      const closed = await visitor.post(`/results/${meetingId}/close`)
      assert.equal(closed.status, 200, closed.body.message)
      assert.equal((await visitor.post(`/results/${meetingId}/close`)).status, 422)
      await inProvince(province, async () => {
        const { status } = await db.from('meetings').where('id', meetingId).firstOrFail()
        assert.equal(status, 'closed')
        assert.match(await assignNumber(await staff(generator), people[0]), /2026/)
      })
    })

    test('[HU-15] the office queries results and publicity', async ({ assert }) => {
      const visitor = await visitorOf(province).becomes(office)
      const results = await visitor.page('/results?status=closed')
      const [meeting] = results.body.props.meetings.data
      assert.deepInclude(meeting, { id: meetingId, waiting: 0 })
      assert.equal(meeting.counts.passed, people.length)
      const shown = await visitor.page(`/results/${meetingId}?store=passed`)
      assert.equal(shown.body.props.people.meta.total, people.length)
      const publicities = await visitor.page('/publicities?status=closed')
      assert.equal(publicities.body.props.publicities.meta.total, 1)
    })

    test('[HB-57] [HB-59] [HB-60] three lists as files, to who keeps the committee', async ({
      assert,
    }) => {
      const visitor = await visitorOf(province).becomes(office)
      for (const list of ['judges', 'passed', 'not_passed']) {
        const { status, headers } = await visitor.get(`/results/${meetingId}/exports/${list}`)
        assert.equal(status, 200)
        assert.match(headers['content-disposition']!, /xlsx/)
      }
      assert.equal((await visitor.get(`/results/${meetingId}/exports/other`)).status, 404)
      const elsewhere = province === 'hebei' ? 'jyt-ld' : 'csglc'
      const other = await visitorOf(province).becomes(elsewhere)
      assert.include([403, 404], (await other.get(`/results/${meetingId}/exports/judges`)).status)
    })
  })
