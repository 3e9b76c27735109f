import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { removeCase } from '#evaluations/actions/remove_case'
import { askUndo, decideUndo } from '#evaluations/actions/undo_step'
import * as ballot from '#evaluations/acts/ballot'
import * as judge from '#evaluations/acts/judge'
import * as prepare from '#evaluations/acts/prepare'
import { loadBoard } from '#evaluations/queries/load_board'
import { resultsByJudge } from '#evaluations/queries/meeting_results'
import { stageRows } from '#evaluations/queries/stage_rows'
import { voidedBallot } from '#evaluations/queries/voided_ballot'
import { countAskedUndos } from '#evaluations/queries/waiting'
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
