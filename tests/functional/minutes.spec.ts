import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { MOST_CASES, minutesData, refuseTooLong } from '#certificates/minutes/minutes_data'
import { verifyPdf } from '#certificates/signing/verify_pdf'
import { castPapers } from '#evaluations/acts/ballot'
import Meeting from '#evaluations/models/meeting'
import { loadBoard } from '#evaluations/queries/load_board'
import { minutesOf } from '#evaluations/queries/minutes'
import { enqueue } from '#jobs/enqueue'
import { runJobs } from '#jobs/run_jobs'
import { playMeeting } from '#platform/demo/play_meeting'
import { systemContext } from '#web/actor'
import { visitorOf } from '#tests/helpers/browserless'
import { asMember, makeMeeting } from '#tests/helpers/meetings'
import { openVoteOf } from '#tests/helpers/prepared_vote'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

test.group('what is left of a meeting', (group) => {
  group.setup(async () => {
    for (const province of ['hebei', 'hunan']) await tenantOf(province)
  })

  test('[HN-20] [HB-75] with the report the work ends, and minutes and result sheet are made as one signed PDF for the office', async ({
    assert,
  }) => {
    const meetingId = await inProvince('hebei', async () => {
      const id = await makeMeeting({ mode: 'committee_review', members: 5, cases: 3 })
      await db
        .from('meeting_cases')
        .where('meeting_id', id)
        .update({ remark: '#panic("no code") *强*' })
      await playMeeting(id)
      return id
    })
    const handler = await visitorOf('hebei').becomes('szgb-jb')
    const path = `/meetings/${meetingId}/minutes`
    assert.equal((await handler.get(`${path}/file`)).status, 404)
    await inProvince('hebei', () => runJobs())
    assert.isTrue((await handler.page(path)).body.props.meeting.hasFile)
    const made = await handler.get(`${path}/file`)
    assert.equal(made.headers['content-type'], 'application/pdf')
    const [signature] = verifyPdf(made.bytes)
    assert.isTrue(signature.valid && signature.coversAll)
    const unit = await visitorOf('hebei').becomes('sy-jb')
    assert.equal((await unit.get(`${path}/file`)).status, 403)
    assert.equal((await unit.post(path)).status, 403)
    const again = await handler.post(path)
    assert.match(again.body.to, /^\/jobs\/\d+$/)
    await inProvince('hebei', async () => {
      await runJobs()
      const job = await db
        .from('jobs')
        .where('kind', 'meetings.minutes')
        .orderBy('id', 'desc')
        .firstOrFail()
      assert.equal(job.status, 'done', job.error)
      assert.deepEqual(
        await db.from('accounts').where({ meeting_id: meetingId, status: 'active' }),
        []
      )
    })
  })

  test('[HN-08] [HN-20] minutes say of whom his group did not pass what the report says: the counts of the group', async ({
    assert,
  }) => {
    await inProvince('hebei', async () => {
      const meetingId = await makeMeeting({ mode: 'committee_review', members: 5, cases: 2 })
      await playMeeting(meetingId)
      const [barred] = await db.from('meeting_cases').where('meeting_id', meetingId).orderBy('id')
      const counts = { roll: 3, cast: 3, yes: 1, no: 2, abstain: 0 }
      await db
        .from('meeting_cases')
        .where('id', barred.id)
        .update({
          group_outcome: 'not_passed',
          group_tally: JSON.stringify(counts),
          plenary_outcome: null,
          plenary_tally: null,
        })
      const meeting = await Meeting.findOrFail(meetingId)
      const { rows } = await minutesOf(meeting)
      const row = rows.find(({ id }) => id === barred.id)!
      assert.deepInclude(row, { outcome: 'not_passed', byGroup: true, tally: counts })
      assert.equal(rows.filter(({ byGroup }) => byGroup).length, 1)
      const printed = (await minutesData(meeting)).rows as Record<string, unknown>[]
      assert.deepInclude(printed[0], { yes: 1, no: 2, outcome: '不通过（专业组）' })
    })
  })

  test('[HN-20] a result sheet of more cases than a page lists holds all of them, and the page says how many there are', async ({
    assert,
  }) => {
    await inProvince('hebei', async () => {
      const cases = 5_003
      const meetingId = await makeMeeting({ mode: 'committee_review', members: 3, cases })
      const meeting = await Meeting.findOrFail(meetingId)
      const { total, rows } = await minutesOf(meeting)
      assert.deepEqual([total, rows.length], [cases, 5_000])
      const printed = await minutesData(meeting)
      assert.equal(printed.caseCount, cases)
      assert.equal((printed.rows as { number: number }[]).at(-1)!.number, cases)
    })
    assert.doesNotThrow(() => refuseTooLong(MOST_CASES))
    assert.throws(() => refuseTooLong(20_001), /参评 20001 人，一份评审结果表最多 15000 人/)
  })

  test('[HN-11] a vote whose last paper came in while the server died is counted by the worker', async ({
    assert,
  }) => {
    await inProvince('hunan', async () => {
      const meetingId = await openVoteOf({ members: 3, cases: 2 })
      const { board } = await loadBoard(meetingId)
      const count = async (minute: number) => {
        await enqueue(systemContext(), {
          kind: 'evaluations.count',
          key: `evaluations.count:test:${meetingId}:${minute}`,
          label: '计票',
          payload: {},
        })
        await runJobs()
        return (await db.from('ballots').where('meeting_id', meetingId).firstOrFail()).status
      }
      for (const [index, member] of board.members.entries()) {
        assert.equal(await count(index), 'open')
        await castPapers(
          await asMember(member),
          { meetingId, stage: 'vote' },
          { votes: board.cases.map(({ id }) => ({ caseId: id, choice: 'yes' })) }
        )
      }
      assert.equal(await count(9), 'closed')
      const rows = await db.from('meeting_cases').where('meeting_id', meetingId)
      assert.isTrue(rows.every(({ plenary_outcome: outcome }) => outcome === 'passed'))
    })
  })
})
