import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import * as ballot from '#evaluations/acts/ballot'
import * as judge from '#evaluations/acts/judge'
import { membersOf } from '#evaluations/board'
import { loadBoard } from '#evaluations/queries/load_board'
import { brokenInvariants } from '#lifecycle/invariants'
import Account from '#identity/models/account'
import { as } from '#platform/demo/drive'
import { playMeeting } from '#platform/demo/play_meeting'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince, tenantOf } from '#tests/helpers/tenants'

const meetingOf = async () => Number((await db.from('meetings').orderBy('id').firstOrFail()).id)

/** What must hold of every meeting, whatever happened in it. */
async function assertSound(assert: any, meetingId: number) {
  const { board } = await loadBoard(meetingId)
  for (const row of await db.from('ballots').where('meeting_id', meetingId)) {
    const papers = await db.from('ballot_papers').where('ballot_id', row.id)
    const taken = await db.from('ballot_participations').where('ballot_id', row.id)
    assert.equal(papers.length, taken.length, 'a paper for each participation, none more')
    if (row.status === 'closed')
      assert.equal(taken.length, row.roll * new Set(papers.map((p) => p.case_id)).size)
  }
  for (const one of board.cases)
    if (one.groupOutcome === 'not_passed')
      assert.isUndefined([...board.participated.keys()].find((key) => key.endsWith(`|${one.id}`)))
  assert.deepEqual(await brokenInvariants(), {})
}

test.group('meetings in the modes of three provinces', (group) => {
  group.setup(async () => {
    for (const province of ['henan', 'hebei', 'hunan']) await freshTenantOf(province)
  })

  test('[HN-03] [HN-06] [HN-10] a switch opens only after every provisional vote; [HN-07] nobody votes before', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const meetingId = await meetingOf()
      await playMeeting(meetingId, { until: 'group_provisional' })
      const { board } = await loadBoard(meetingId)
      const groupId = board.groups[0].id
      const provisional = board.mode.stages.find(({ id }) => id === 'group_provisional')!
      const members = membersOf(board, provisional, groupId)
      const leader = members.find(({ isLeader }) => isLeader)!
      const ctx = async (member: (typeof members)[number]) =>
        as(await Account.findOrFail(member.accountId!))
      const where = (stage: string) => ({ meetingId, stage, groupId })
      await assert.rejects(
        async () => ballot.openVoting(await ctx(leader), where('group_switch')),
        /尚未完成（已完成 0/
      )
      const [caseId] = board.cases.map(({ id }) => id)
      await assert.rejects(
        async () => judge.advise(await ctx(leader), where('group_vote'), { caseId, choice: 'yes' }),
        /投票开关尚未开启/
      )
      const other = members.find(({ isLeader }) => !isLeader)!
      await assert.rejects(
        async () => ballot.openVoting(await ctx(other), where('group_switch')),
        /不由您办理/
      )
    })
  })

  test('[HN-02] [HN-04] [HN-05] [HN-08] [HN-09] [HN-11] [HN-12] [HN-20] Henan: from lead reviewer to report, and the committee’s work ends', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const meetingId = await meetingOf()
      // the first part was played above: start from the provisional votes
      const { board } = await loadBoard(meetingId)
      assert.isTrue(board.cases.every(({ leadId }) => leadId !== null))
      const rest = board.mode.stages.slice(1)
      assert.isNotEmpty(rest)
      await playMeeting(meetingId)
      const meeting = await db.from('meetings').where('id', meetingId).firstOrFail()
      assert.equal(meeting.status, 'reported')
      const applications = await db.from('applications').where('meeting_id', meetingId)
      assert.isTrue(
        applications.every(({ stage, outcome }) => stage === 'reported' && outcome === 'passed')
      )
      const open = await db
        .from('accounts')
        .where({ meeting_id: meetingId, kind: 'expert' })
        .whereNot('status', 'disabled')
      assert.isAtMost(open.length, 1)
      await assertSound(assert, meetingId)
    })
  })

  test('[HB-66] [HB-67] [HB-68] [HB-69] [HB-70] [HB-71] [HB-72] [HB-73] [HB-74] [HB-75] [HB-77] Hebei: four signatures, roll, secret vote, confirmation', async ({
    assert,
  }) => {
    await inProvince('hebei', async () => {
      const meetingId = await meetingOf()
      await playMeeting(meetingId, { until: 'roll' })
      const { board } = await loadBoard(meetingId)
      const chair = board.members.find(({ office }) => office === 'chair')!
      const ctx = await as(await Account.findOrFail(chair.accountId!))
      const where = { meetingId, stage: 'roll' }
      await assert.rejects(
        () =>
          ballot.fixRoll(ctx, where, { memberIds: board.members.slice(0, 4).map(({ id }) => id) }),
        /出席应不少于 5 人/
      )
      const scored = await db.from('meeting_cases').where('meeting_id', meetingId).firstOrFail()
      assert.equal(scored.score, 8500)
      const chosen: Record<string, number> = { yes: 0, no: 0 }
      await playMeeting(meetingId, {
        from: 'roll',
        choice: (_, member) => {
          const choice = member % 3 === 0 ? 'no' : 'yes'
          chosen[choice]++
          return choice
        },
      })
      const [application] = await db.from('applications').where('meeting_id', meetingId)
      const tally =
        typeof application.tally === 'string' ? JSON.parse(application.tally) : application.tally
      assert.deepEqual(tally, { roll: 7, cast: 7, yes: chosen.yes, no: chosen.no, abstain: 0 })
      assert.equal(application.outcome, chosen.yes * 3 >= 14 ? 'passed' : 'not_passed')
      await assertSound(assert, meetingId)
    })
  })

  test('[HU-17] [HU-18] [HU-19] [HU-20] [HU-21] [HU-14] Hunan: recheck, two scores, vote, opinion, result', async ({
    assert,
  }) => {
    await inProvince('hunan', async () => {
      const meetingId = await meetingOf()
      await playMeeting(meetingId)
      const applications = await db.from('applications').where('meeting_id', meetingId)
      assert.isNotEmpty(applications)
      for (const { stage, outcome, tally } of applications) {
        const count = typeof tally === 'string' ? JSON.parse(tally) : tally
        assert.equal(stage, 'reported')
        assert.equal(outcome, 'passed')
        assert.deepEqual(count, { roll: 25, cast: 25, yes: 25, no: 0, abstain: 0 })
      }
      await assertSound(assert, meetingId)
    })
  })

  test('a secret ballot can’t be joined from member to choice', async ({ assert }) => {
    await inProvince('hunan', async () => {
      const [columns] = await db.rawQuery(
        "select column_name as name from information_schema.columns where table_schema = database() and table_name = 'ballot_papers'"
      )
      assert.sameMembers(
        columns.map(({ name }: { name: string }) => name),
        ['key', 'ballot_id', 'case_id', 'choice']
      )
      const [[{ same }]] = await db.rawQuery(
        'select count(*) as same from ballot_papers p join application_events e on instr(e.payload, hex(p.`key`))'
      )
      assert.equal(same, 0)
    })
  })

  test('a paper after the close is refused', async ({ assert }) => {
    await inProvince('hunan', async () => {
      const meetingId = await meetingOf()
      const { board } = await loadBoard(meetingId)
      const member = board.members[0]
      await assert.rejects(
        async () =>
          ballot.castPapers(
            await as(await Account.findOrFail(member.accountId!)),
            { meetingId, stage: 'vote' },
            {
              votes: [{ caseId: board.cases[0].id, choice: 'no' }],
            }
          ),
        /投票已经结束|评审会议已经结束/
      )
    })
  })
})

test.group('who runs a meeting', (group) => {
  group.setup(async () => {
    for (const province of ['henan', 'hebei']) await tenantOf(province)
  })

  test('a unit’s handler has no hand on a committee’s meeting, nor a sight of its results', async ({
    assert,
  }) => {
    const meetingId = await inProvince('hebei', meetingOf)
    const stranger = await visitorOf('hebei').becomes('sy-jb')
    assert.equal((await stranger.get(`/meetings/${meetingId}`)).status, 403)
    assert.equal(
      (await stranger.post(`/meetings/${meetingId}/groups`, { name: '冒名组', size: 3 })).status,
      403
    )
    const listed = await stranger.page('/meetings')
    assert.equal(listed.body.props.meetings.meta.total, 0)
    const called = await stranger.post('/meetings', {
      name: '冒名会议',
      committeeId: 1,
      batchId: 1,
      reviewMode: 'committee_review',
      startsOn: '2026-12-01',
      endsOn: '2026-12-02',
      place: '某处',
    })
    assert.equal(called.status, 403)
    const office = await visitorOf('hebei').becomes('szgb-jb')
    assert.equal((await office.page(`/meetings/${meetingId}`)).status, 200)
  })

  test('people of a reported meeting show only to bodies that had them or publicise them', async ({
    assert,
  }) => {
    const meetingId = await inProvince('henan', meetingOf)
    const elsewhere = await visitorOf('henan').becomes('szgb')
    const seen = await elsewhere.page(`/results/${meetingId}`)
    assert.deepEqual(seen.body.props?.people ?? [], [])
    const city = await visitorOf('henan').becomes('zzzgb')
    assert.isNotEmpty((await city.page(`/results/${meetingId}`)).body.props.people)
  })
})
