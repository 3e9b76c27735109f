import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { enterResults, reportOffline } from '#evaluations/actions/enter_results'
import { loadBoard } from '#evaluations/queries/load_board'
import Meeting from '#evaluations/models/meeting'
import { minutesOf } from '#evaluations/queries/minutes'
import { systemContext } from '#web/actor'
import { makeMeeting } from '#tests/helpers/meetings'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

const office = () => systemContext('评委会办公室')

const caseRow = (id: number) => db.from('meeting_cases').where('id', id).firstOrFail()

test.group('a meeting held on paper', (group) => {
  group.setup(async () => void (await tenantOf('hunan')))

  test('[HU-14] one number of those present: changed, it decides anew what was entered before', async ({
    assert,
  }) => {
    await inProvince('hunan', async () => {
      const meetingId = await makeMeeting({
        mode: 'scored_review',
        members: 7,
        groups: 0,
        cases: 2,
        flow: 'offline',
      })
      const ids = (await loadBoard(meetingId)).board.cases.map(({ id }) => id)
      const counts = { yes: 4, no: 1, abstain: 0 }
      const enter = (present: number, results: Parameters<typeof enterResults>[2]['results']) =>
        enterResults(office(), meetingId, { present, results })
      await enter(6, [{ caseId: ids[0], ...counts }])
      assert.equal((await caseRow(ids[0])).plenary_outcome, 'passed')
      // 4 of 7 are no two thirds
      assert.equal(await enter(7, [{ caseId: ids[1], ...counts, yes: 5 }]), 2)
      const [first, second] = await Promise.all(ids.map(caseRow))
      assert.deepEqual(
        [first, second].map((row) => [row.plenary_outcome, row.plenary_tally.roll]),
        [
          ['not_passed', 7],
          ['passed', 7],
        ]
      )
      await assert.rejects(() => enter(5, []), /票数合计不能超过出席人数 5/)
      assert.equal(await enter(6, []), 2)
      assert.equal((await caseRow(ids[0])).plenary_outcome, 'passed')
    })
  })

  test('[HU-14] [HU-22] counts are entered, the rules make the outcome, then they are reported', async ({
    assert,
  }) => {
    await inProvince('hunan', async () => {
      const meetingId = await makeMeeting({
        mode: 'scored_review',
        members: 7,
        groups: 0,
        cases: 3,
        flow: 'offline',
      })
      const ids = (await loadBoard(meetingId)).board.cases.map(({ id }) => id)
      const result = (caseId: number, yes: number, no: number) => ({
        caseId,
        score: 86.5,
        yes,
        no,
        abstain: 0,
      })
      await assert.rejects(
        () => enterResults(office(), meetingId, { present: 4, results: [result(ids[0], 4, 0)] }),
        /出席人数应为 5 至 7 人/
      )
      await assert.rejects(
        () => enterResults(office(), meetingId, { present: 6, results: [result(ids[0], 5, 2)] }),
        /不能超过出席人数 6/
      )
      // a score alone decides nothing
      await assert.rejects(
        () => enterResults(office(), meetingId, { present: 6, results: [result(ids[0], 0, 0)] }),
        /有 1 人没有录入票数/
      )
      await enterResults(office(), meetingId, {
        present: 6,
        results: [result(ids[0], 4, 2), result(ids[1], 3, 3)],
      })
      await assert.rejects(() => reportOffline(office(), meetingId), /还有 1 位参评人员没有录入/)
      await enterResults(office(), meetingId, { present: 6, results: [result(ids[2], 6, 0)] })
      await reportOffline(office(), meetingId)
      const minutes = await minutesOf(await Meeting.findOrFail(meetingId))
      assert.equal(minutes.presentCount, 6)
      const rows = await db.from('applications').where('meeting_id', meetingId).orderBy('id')
      assert.deepEqual(
        rows.map(({ stage, outcome }) => [stage, outcome]),
        [
          ['reported', 'passed'],
          ['reported', 'not_passed'],
          ['reported', 'passed'],
        ]
      )
      await assert.rejects(
        () => enterResults(office(), meetingId, { present: 6, results: [result(ids[0], 0, 6)] }),
        /已经上报/
      )
    })
  })
})
