import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { arrangeInterviews, setInterview } from '#evaluations/actions/interviews'
import { noteOf, saveNote } from '#evaluations/actions/save_note'
import * as judge from '#evaluations/acts/judge'
import { loadBoard } from '#evaluations/queries/load_board'
import { stageCases, stageRows } from '#evaluations/queries/stage_rows'
import { mayRead } from '#evaluations/roles'
import { brokenInvariants } from '#lifecycle/invariants'
import { playMeeting } from '#platform/demo/play_meeting'
import { systemContext } from '#web/actor'
import { asMember, makeMeeting } from '#tests/helpers/meetings'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

const office = () => systemContext('评委会办公室')

const caseRow = (id: number) => db.from('meeting_cases').where('id', id).firstOrFail()

test.group('interviews and blind scoring', (group) => {
  group.setup(async () => void (await tenantOf('henan')))

  test('[HN-13] rooms, order and lessons are set; the list has no name until the member has scored', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const meetingId = await makeMeeting({ mode: 'lecture', members: 4, cases: 3 })
      const { board: start } = await loadBoard(meetingId)
      const count = await arrangeInterviews(office(), meetingId, {
        groupId: start.groups[0].id,
        room: '第一考场',
        startsAt: '2026-11-25 09:00',
        minutes: 20,
        order: 'lot',
      })
      assert.equal(count, 3)
      const orders = (await loadBoard(meetingId)).board.cases
      assert.sameMembers(
        orders.map(({ interviewOrder }) => interviewOrder),
        [1, 2, 3]
      )
      await setInterview(office(), meetingId, {
        caseId: start.cases[0].id,
        room: '第一考场',
        order: 1,
        lessonTitle: '赵州桥',
        chapter: '11',
        edition: '部编版',
      })
      const { meeting, board } = await loadBoard(meetingId)
      const member = board.members[1]
      const lecture = board.mode.stages.find(({ id }) => id === 'lecture')!
      const cases = await stageCases(board, lecture, member)
      const rows = await stageRows(meeting, board, lecture, member, cases)
      for (const { values } of rows) {
        assert.isNull(values.name)
        assert.isNull(values.number)
        assert.isNull(values.unit)
      }
      const mine = rows.find(({ id }) => id === start.cases[0].id)!
      assert.equal(mine.values.lessonTitle, '赵州桥')
      // another list tells no name either, and the file stays shut
      const next = board.mode.stages.find(({ id }) => id === 'group_provisional')!
      const others = await stageRows(meeting, board, next, member, board.cases)
      assert.isTrue(others.every(({ values }) => values.name === null))
      assert.isFalse(mayRead(board, member, board.cases[0]))
      await judge.saveScore(
        await asMember(member),
        { meetingId, stage: 'lecture' },
        { caseId: mine.id, items: { content: 35, method: 25.5, expression: 25 } }
      )
      const { board: after } = await loadBoard(meetingId)
      const [named] = await stageRows(
        meeting,
        after,
        next,
        member,
        after.cases.filter(({ id }) => id === mine.id)
      )
      assert.isString(named.values.name)
      assert.equal((await caseRow(mine.id)).score, 8550)
      await assert.rejects(
        () => setInterview(office(), meetingId, { caseId: mine.id, room: '第二考场' }),
        /已有 1 位参评人员开始打分/
      )
    })
  })

  test('[HN-14] [HN-15] [HN-16] a lecture meeting goes from the blind score over the lead’s opinion to the report', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const meetingId = await makeMeeting({ mode: 'lecture', members: 5, groups: 2, cases: 3 })
      await playMeeting(meetingId)
      const rows = await db.from('applications').where('meeting_id', meetingId)
      assert.isTrue(
        rows.every(({ stage, outcome }) => stage === 'reported' && outcome === 'passed')
      )
      assert.deepEqual(await brokenInvariants(), {})
    })
  })

  test('[HN-17] [HN-18] [HN-19] an interview meeting: questions first, then points, then the votes', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const meetingId = await makeMeeting({ mode: 'interview', members: 5, cases: 2 })
      await playMeeting(meetingId, { until: 'questions' })
      const { board } = await loadBoard(meetingId)
      await assert.rejects(
        async () =>
          judge.saveScore(
            await asMember(board.members[1]),
            { meetingId, stage: 'interview' },
            { caseId: board.cases[0].id, items: { knowledge: 40, answer: 40 } }
          ),
        /“查看资料”尚未完成/
      )
      await playMeeting(meetingId, { from: 'questions' })
      const rows = await db.from('applications').where('meeting_id', meetingId)
      assert.isTrue(rows.every(({ outcome }) => outcome === 'passed'))
    })
  })

  test('a note is its writer’s alone, sealed, and gone with the report', async ({ assert }) => {
    await inProvince('henan', async () => {
      const meetingId = await makeMeeting({ mode: 'expert_review', members: 4, cases: 1 })
      const { board } = await loadBoard(meetingId)
      const [one] = board.cases
      const [first, second] = board.members
      await saveNote(await asMember(first), meetingId, { caseId: one.id, text: '论文待核' })
      assert.equal(await noteOf(one.id, first.id), '论文待核')
      assert.equal(await noteOf(one.id, second.id), '')
      const row = await db.from('case_notes').where('case_id', one.id).firstOrFail()
      assert.isFalse(Buffer.from(row.text_sealed).toString('utf8').includes('论文'))
      await playMeeting(meetingId)
      assert.lengthOf(await db.from('case_notes').where('case_id', one.id), 0)
    })
  })
})
