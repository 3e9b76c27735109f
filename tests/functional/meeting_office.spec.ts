import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { changeDuty, leaveMeeting, returnToMeeting } from '#evaluations/actions/attendance'
import { avoidCase, liftAvoidance } from '#evaluations/actions/avoidance'
import * as ballot from '#evaluations/acts/ballot'
import * as judge from '#evaluations/acts/judge'
import { report } from '#evaluations/acts/report'
import { loadBoard } from '#evaluations/queries/load_board'
import Meeting from '#evaluations/models/meeting'
import { minutesOf } from '#evaluations/queries/minutes'
import { stageCases } from '#evaluations/queries/stage_rows'
import { mayRead } from '#evaluations/roles'
import { playMeeting } from '#platform/demo/play_meeting'
import { systemContext } from '#web/actor'
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
