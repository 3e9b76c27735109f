import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { changeDuty, leaveMeeting, returnToMeeting } from '#evaluations/actions/attendance'
import { avoidCase, liftAvoidance } from '#evaluations/actions/avoidance'
import { enterResults, reportOffline } from '#evaluations/actions/enter_results'
import { arrangeInterviews, setInterview } from '#evaluations/actions/interviews'
import { removeCase } from '#evaluations/actions/remove_case'
import { noteOf, saveNote } from '#evaluations/actions/save_note'
import { askUndo, decideUndo } from '#evaluations/actions/undo_step'
import * as ballot from '#evaluations/acts/ballot'
import * as judge from '#evaluations/acts/judge'
import * as prepare from '#evaluations/acts/prepare'
import { report } from '#evaluations/acts/report'
import { loadBoard } from '#evaluations/queries/load_board'
import Meeting from '#evaluations/models/meeting'
import { resultsByJudge } from '#evaluations/queries/meeting_results'
import { minutesOf } from '#evaluations/queries/minutes'
import { stageCases, stageRows } from '#evaluations/queries/stage_rows'
import { voidedBallot } from '#evaluations/queries/voided_ballot'
import { countAskedUndos } from '#evaluations/queries/waiting'
import { mayRead } from '#evaluations/roles'
import Account from '#identity/models/account'
import { brokenInvariants } from '#lifecycle/invariants'
import { as } from '#platform/demo/drive'
import { playMeeting } from '#platform/demo/play_meeting'
import { systemContext } from '#web/actor'
import { visitorOf } from '#tests/helpers/browserless'
import { asMember, makeMeeting, membersOfMeeting } from '#tests/helpers/meetings'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

const office = () => systemContext('评委会办公室')
const caseRow = (id: number) => db.from('meeting_cases').where('id', id).firstOrFail()

test.group('who is away, who steps back', (group) => {
  group.setup(async () => void (await tenantOf('henan')))

  test('[HN-06] [HN-09] nobody waits for a member who left with a reason; his cases go to another; the switch then opens', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const meetingId = await makeMeeting({ mode: 'expert_review', members: 5, cases: 2 })
      await playMeeting(meetingId, { until: 'group_provisional' })
      const { board } = await loadBoard(meetingId)
      const [leader, ...others] = board.members
      const gone = board.members.find(({ id }) => id === board.cases[0].leadId)!
      for (const member of board.members.filter(({ id }) => id !== gone.id))
        for (const one of board.cases)
          await judge.advise(
            await asMember(member),
            { meetingId, stage: 'group_provisional' },
            { caseId: one.id, choice: 'yes' }
          )
      const opening = { meetingId, stage: 'group_switch' }
      await assert.rejects(
        async () => ballot.openVoting(await asMember(leader), opening),
        /已完成 0，共 2/
      )
      const left = await leaveMeeting(office(), meetingId, {
        memberId: gone.id,
        status: 'absent',
        reason: '因病请假',
      })
      assert.equal(left.moved, 2)
      assert.equal(left.present, 4)
      const heir = (await caseRow(board.cases[0].id)).lead_id
      assert.include(
        others.map(({ id }) => id),
        heir
      )
      assert.notEqual(heir, gone.id)
      await ballot.openVoting(await asMember(leader), opening)
      await assert.rejects(
        async () =>
          judge.advise(
            await asMember(gone),
            { meetingId, stage: 'group_vote' },
            { caseId: board.cases[0].id, choice: 'yes' }
          ),
        /不由您办理/
      )
    })
  })

  test('[HN-05] [HN-09] an opinion stays where votes are named; before a secret vote none is kept, and the choice goes when it opens', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const meetingId = await makeMeeting({ mode: 'expert_review', members: 4, cases: 1 })
      await playMeeting(meetingId, { until: 'plenary_provisional' })
      const { board } = await loadBoard(meetingId)
      const [one] = board.cases
      const said = (stage: string) =>
        db.from('advices').where({ case_id: one.id, stage }).select('choice', 'opinion')
      const ofGroup = await said('group_provisional')
      assert.isTrue(ofGroup.every(({ choice, opinion }) => choice && opinion))
      for (const member of board.members)
        await judge.advise(
          await asMember(member),
          { meetingId, stage: 'plenary_provisional' },
          { caseId: one.id, choice: 'yes', opinion: '论文尚可，勉强同意' }
        )
      const none = { choice: 'yes', opinion: null }
      assert.deepEqual(await said('plenary_provisional'), Array(4).fill(none))
      await playMeeting(meetingId, { from: 'plenary_switch', until: 'plenary_vote' })
      const gone = { choice: null, opinion: null }
      assert.deepEqual(await said('plenary_provisional'), Array(4).fill(gone))
      assert.deepEqual(await said('group_provisional'), ofGroup)
    })
  })

  test('[HN-12] who did not pass is reported with words of his own, never with those for who did', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const meetingId = await makeMeeting({ mode: 'expert_review', members: 4, cases: 3 })
      const ids = (await loadBoard(meetingId)).board.cases.map(({ id }) => id)
      await playMeeting(meetingId, {
        until: 'report',
        choice: (caseId) => (caseId === ids[0] ? 'yes' : 'no'),
      })
      const { board } = await loadBoard(meetingId)
      const reporter = await asMember(board.members[0])
      await report(
        reporter,
        { meetingId, stage: 'report' },
        { remarks: { [ids[2]]: '业绩不足' }, remark: '同意', refusal: '不同意' }
      )
      const remarks = (await Promise.all(ids.map(caseRow))).map(({ remark }) => remark)
      assert.deepEqual(remarks, ['同意', '不同意', '业绩不足'])
    })
  })

  test('[HN-10] no one leaves or comes while a secret vote is open; before it a mistake is put right', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const meetingId = await makeMeeting({ mode: 'expert_review', members: 4, cases: 1 })
      const members = await membersOfMeeting(meetingId)
      const last = members.at(-1)!
      const away = { memberId: last.id, status: 'withdrawn', reason: '误登记' } as const
      await leaveMeeting(office(), meetingId, away)
      await assert.rejects(() => leaveMeeting(office(), meetingId, away), /已不在会上/)
      await returnToMeeting(office(), meetingId, last.id)
      await playMeeting(meetingId, { until: 'plenary_vote' })
      await assert.rejects(() => leaveMeeting(office(), meetingId, away), /投票正在进行/)
      await assert.rejects(() => returnToMeeting(office(), meetingId, last.id), /投票正在进行/)
    })
  })

  test('[HN-10] who leaves after the vote was counted changes nothing of it, and is named in the minutes', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const meetingId = await makeMeeting({ mode: 'expert_review', members: 4, cases: 1 })
      await playMeeting(meetingId, { until: 'report' })
      const stand = async () => {
        const meeting = await Meeting.findOrFail(meetingId)
        const { rows, ballots, members } = await minutesOf(meeting)
        const counted = [rows[0].tally, rows[0].outcome, ballots.map(({ roll }) => roll)]
        return { counted, members }
      }
      const before = await stand()
      const last = (await membersOfMeeting(meetingId)).at(-1)!
      await leaveMeeting(office(), meetingId, {
        memberId: last.id,
        status: 'withdrawn',
        reason: '突发疾病',
      })
      const after = await stand()
      assert.deepEqual(after.counted, before.counted)
      const left = after.members.find(({ id }) => id === last.id)!
      assert.include(left, { status: 'withdrawn', reason: '突发疾病' })
    })
  })

  test('[HN-12] another takes over from a reporter who is away', async ({ assert }) => {
    await inProvince('henan', async () => {
      const meetingId = await makeMeeting({ mode: 'expert_review', members: 4 })
      const [first, second] = await membersOfMeeting(meetingId)
      await changeDuty(office(), meetingId, {
        memberId: second.id,
        office: 'vice_chair',
        isLeader: false,
        isReporter: true,
      })
      const now = await membersOfMeeting(meetingId)
      assert.deepEqual(
        now.filter(({ isReporter }) => isReporter).map(({ id }) => id),
        [second.id]
      )
      assert.equal(now.find(({ id }) => id === first.id)!.office, 'chair')
    })
  })

  test('[HN-08] who avoids a case sees it no more, his word about it goes, another leads it', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const meetingId = await makeMeeting({ mode: 'expert_review', members: 5, cases: 2 })
      await playMeeting(meetingId, { until: 'group_switch' })
      const { board } = await loadBoard(meetingId)
      const one = board.cases[0]
      const lead = board.members.find(({ id }) => id === one.leadId)!
      await avoidCase(await asMember(lead), meetingId, {
        caseId: one.id,
        kind: 'relative',
        reason: '系本人亲属',
      })
      const { board: after } = await loadBoard(meetingId)
      assert.isFalse(mayRead(after, lead, after.cases[0]))
      assert.notEqual(after.cases[0].leadId, lead.id)
      const said = await db.from('advices').where({ case_id: one.id, member_id: lead.id })
      assert.lengthOf(said, 0)
      const stage = after.mode.stages.find(({ id }) => id === 'group_provisional')!
      assert.notInclude(
        (await stageCases(after, stage, lead)).map(({ id }) => id),
        one.id
      )
      const entered = await db.from('avoidances').where('meeting_id', meetingId).firstOrFail()
      assert.equal(entered.entered_by, lead.name)
      await liftAvoidance(office(), meetingId, entered.id)
    })
  })

  test('[HN-11] in an open secret vote only who has not voted on the case can step back; the count goes without him', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const meetingId = await makeMeeting({ mode: 'expert_review', members: 3, cases: 1 })
      await playMeeting(meetingId, { until: 'plenary_vote' })
      const { board } = await loadBoard(meetingId)
      const [one] = board.cases
      const where = { meetingId, stage: 'plenary_vote' }
      const [first, second, third] = board.members
      for (const member of [first, second])
        await ballot.castPapers(await asMember(member), where, {
          votes: [{ caseId: one.id, choice: 'yes' }],
        })
      const word = { caseId: one.id, kind: 'other', reason: '有利害关系' } as const
      await assert.rejects(
        async () => avoidCase(await asMember(first), meetingId, word),
        /无记名票不能单独撤销/
      )
      await avoidCase(await asMember(third), meetingId, word)
      const { plenary_tally: tally, plenary_outcome: outcome } = await caseRow(one.id)
      assert.deepInclude(typeof tally === 'string' ? JSON.parse(tally) : tally, {
        roll: 2,
        cast: 2,
        yes: 2,
      })
      assert.equal(outcome, 'passed')
    })
  })
})

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

test.group('steps taken back', (group) => {
  group.setup(async () => {
    for (const province of ['hunan', 'hebei']) await tenantOf(province)
  })

  test('[HU-71] from the bottom up, none skipped; a secret ballot goes as a whole and is voted anew', async ({
    assert,
  }) => {
    await inProvince('hunan', async () => {
      const meetingId = await makeMeeting({
        mode: 'scored_review',
        members: 5,
        groups: 0,
        cases: 2,
      })
      await playMeeting(meetingId)
      const undo = (stage: string, caseIds?: number[]) =>
        askUndo(office(), meetingId, { stage, caseIds, reason: '复核有误' })
      const { board } = await loadBoard(meetingId)
      const [one, other] = board.cases.map(({ id }) => id)
      await assert.rejects(() => undo('opinion'), /请先回退“评审结果”/)
      await undo('report')
      const back = await db.from('applications').where('meeting_id', meetingId)
      assert.isTrue(back.every(({ stage, outcome }) => stage === 'in_evaluation' && !outcome))
      await assert.rejects(() => undo('vote'), /请先回退“评审意见”/)
      await undo('opinion', [one])
      await assert.rejects(() => undo('vote'), /请先回退“评审意见”/)
      await assert.rejects(() => undo('material_score', [one]), /请先回退“投票”/)
      await undo('opinion', [other])
      await undo('vote')
      const { board: now } = await loadBoard(meetingId)
      assert.isFalse(now.rolls.has('vote'))
      assert.isNull((await caseRow(one)).plenary_outcome)
      await playMeeting(meetingId, { from: 'roll', until: 'opinion', choice: () => 'no' })
      const ballots = await db.from('ballots').where('meeting_id', meetingId).orderBy('id')
      assert.deepEqual(
        ballots.map(({ round, status }) => [round, status]),
        [
          [1, 'void'],
          [2, 'closed'],
        ]
      )
      assert.equal((await caseRow(one)).plenary_outcome, 'not_passed')
      await undo('vote')
      await undo('material_score', [one])
      assert.isNotNull((await caseRow(one)).score)
      await undo('interview_score', [one])
      assert.isNull((await caseRow(one)).score)
      await assert.rejects(
        () => removeCase(office(), meetingId, { caseId: one, reason: '重审' }),
        /请先回退“材料复审”/
      )
      await undo('recheck', [one])
      const { application_id: applicationId } = await caseRow(one)
      await removeCase(office(), meetingId, { caseId: one, reason: '资格复核有误' })
      const application = await db.from('applications').where('id', applicationId).firstOrFail()
      assert.equal(application.stage, 'qualified')
      assert.isNull(application.meeting_id)
      // the other person's work stands
      const kept = await db.from('scores').where('case_id', other)
      assert.isNotEmpty(kept)
      const said = await db.from('meeting_undos').where('meeting_id', meetingId)
      assert.isTrue(said.every(({ reason, status }) => reason === '复核有误' && status === 'done'))
      const void1 = said.find(({ stage }) => stage === 'vote')
      assert.notMatch(JSON.stringify(void1!.kept), /yes|no|abstain/)
      assert.deepEqual(await brokenInvariants(), {})
    })
  })

  test('[HU-71] where the rules ask for it, a ballot is voided only by two people', async ({
    assert,
  }) => {
    await inProvince('hebei', async () => {
      const meetingId = await makeMeeting({ mode: 'committee_review', members: 5, cases: 1 })
      await playMeeting(meetingId, { until: 'confirm_result' })
      const input = { stage: 'vote', reason: '票源有误' }
      const asked = await askUndo(office(), meetingId, input)
      assert.isTrue(asked.waits)
      const [one] = (await loadBoard(meetingId)).board.cases
      assert.equal((await caseRow(one.id)).plenary_outcome, 'passed')
      const row = await db.from('meeting_undos').where('meeting_id', meetingId).firstOrFail()
      await assert.rejects(() => askUndo(office(), meetingId, input), /等待第二人确认/)
      await assert.rejects(
        () => decideUndo(office(), meetingId, { undoId: row.id, agree: true }),
        /第二人/
      )
      const second = { ...office(), actor: { ...office().actor, accountId: 999_999 } }
      await decideUndo(second, meetingId, { undoId: row.id, agree: true })
      assert.isNull((await caseRow(one.id)).plenary_outcome)
      const told = async () => {
        const { board } = await loadBoard(meetingId)
        return Promise.all(
          ['open_voting', 'vote', 'score'].map((id) =>
            voidedBallot(
              meetingId,
              board,
              board.mode.stages.find((each) => each.id === id)!
            )
          )
        )
      }
      const [opening, vote, score] = await told()
      assert.match(vote!, /第 1 轮投票已作废：票源有误。重新开启投票后，请再次投票/)
      assert.deepEqual([opening, score], [vote, null])
      const members = await membersOfMeeting(meetingId)
      const chair = await asMember(members.find(({ office: of }) => of === 'chair')!)
      await ballot.openVoting(chair, { meetingId, stage: 'open_voting' })
      assert.match((await told())[1]!, /现在是第 2 轮，请重新投票/)
      const where = { meetingId, stage: 'vote' }
      for (const member of members) {
        const acting = await asMember(member)
        await ballot.castPapers(acting, where, { votes: [{ caseId: one.id, choice: 'yes' }] })
        await ballot.closeWhenComplete(acting, where)
      }
      assert.deepEqual(await told(), [null, null, null])
    })
  })

  test('[HU-71] the second person finds what waits for him on his home page; who asked takes it back, the other refuses it', async ({
    assert,
  }) => {
    const { meetingId, other } = await inProvince('hebei', async () => {
      const id = await makeMeeting({ mode: 'committee_review', members: 5, cases: 1 })
      await playMeeting(id, { until: 'confirm_result' })
      const { id: accountId } = await db.from('accounts').where('login', 'szgb-ld').firstOrFail()
      return { meetingId: id, other: Number(accountId) }
    })
    const handler = await visitorOf('hebei').becomes('szgb-jb')
    const path = `/meetings/${meetingId}/undo`
    const ask = () => handler.post(path, { stage: 'vote', reason: '票源有误' })
    const decide = async (agree: boolean) => {
      const { history } = (await handler.page(`/meetings/${meetingId}?tab=undo`)).body.props.undo
      return handler.post(`${path}/decide`, { undoId: history[0].id, agree })
    }
    assert.match((await ask()).body.message, /等待第二人确认/)
    assert.equal((await decide(true)).status, 403)
    assert.equal((await decide(false)).body.message, '已撤销回退申请')
    await ask()
    const statuses = await inProvince('hebei', async () => {
      const { actor } = await as(await Account.findByOrFail('login', 'szgb-jb'))
      assert.equal(await countAskedUndos(actor), 0)
      assert.equal(await countAskedUndos({ ...actor, accountId: other }), 1)
      const second = { ...office(), actor: { ...actor, accountId: other } }
      const row = await db.from('meeting_undos').orderBy('id', 'desc').firstOrFail()
      await decideUndo(second, meetingId, { undoId: row.id, agree: false })
      const rows = await db.from('meeting_undos').where('meeting_id', meetingId).orderBy('id')
      return rows.map(({ status }) => status)
    })
    assert.deepEqual(statuses, ['withdrawn', 'refused'])
    const listed = await handler.page('/meetings?status=asked_undo')
    assert.deepEqual(listed.body.props.meetings.data, [])
  })

  test('[HB-70] [HB-71] a refusal goes one step back with its reason, and the score is mended', async ({
    assert,
  }) => {
    await inProvince('hebei', async () => {
      const meetingId = await makeMeeting({ mode: 'committee_review', members: 5, cases: 1 })
      await playMeeting(meetingId, { until: 'second_confirms' })
      const { board } = await loadBoard(meetingId)
      const [one] = board.cases
      const by = (id: number | null) => board.members.find((member) => member.id === id)!
      const where = { meetingId, stage: 'second_confirms' }
      const second = await asMember(by(one.secondId))
      await assert.rejects(
        () => judge.confirmScore(second, where, { caseIds: [one.id], agree: false }),
        /请填写退回原因/
      )
      await judge.confirmScore(second, where, {
        caseIds: [one.id],
        agree: false,
        reason: '业绩分偏高',
      })
      const { meeting, board: back } = await loadBoard(meetingId)
      const score = back.mode.stages.find(({ id }) => id === 'score')!
      const [row] = await stageRows(meeting, back, score, by(one.leadId), back.cases)
      assert.equal(row.returned, '业绩分偏高')
      assert.isFalse(row.done)
      await judge.saveScore(
        await asMember(by(one.leadId)),
        { meetingId, stage: 'score' },
        { caseId: one.id, items: { item1: 50, item2: 30 } }
      )
      await judge.confirmScore(second, where, { caseIds: [one.id], agree: true })
      await playMeeting(meetingId, { from: 'leader_confirms' })
      const judges = resultsByJudge((await loadBoard(meetingId)).board)
      assert.isTrue(judges.every(({ voted, due }) => voted === 1 && due === 1))
      assert.notMatch(JSON.stringify(judges), /yes|no"|abstain|choice/)
    })
  })

  test('[HB-68] a member who is no leader assigns nobody; lead and second differ', async ({
    assert,
  }) => {
    await inProvince('hebei', async () => {
      const meetingId = await makeMeeting({ mode: 'committee_review', members: 5, cases: 2 })
      await playMeeting(meetingId, { until: 'assign_reviewers' })
      const { board } = await loadBoard(meetingId)
      const where = { meetingId, stage: 'assign_reviewers' }
      const leader = board.members.find(({ isLeader }) => isLeader)!
      const [a, b] = board.members
      const caseIds = board.cases.map(({ id }) => id)
      await assert.rejects(
        async () =>
          prepare.assignReviewers(await asMember(board.members[3]), where, {
            caseIds,
            leadId: a.id,
            secondId: b.id,
          }),
        /不由您办理/
      )
      await assert.rejects(
        async () =>
          prepare.assignReviewers(await asMember(leader), where, {
            caseIds,
            leadId: a.id,
            secondId: a.id,
          }),
        /不能是同一人/
      )
    })
  })
})

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
