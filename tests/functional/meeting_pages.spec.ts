import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { loadBoard } from '#evaluations/queries/load_board'
import { playMeeting } from '#platform/demo/play_meeting'
import { type Visitor } from '#tests/helpers/browserless'
import { deskOf, makeMeeting } from '#tests/helpers/meetings'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

test.group('what the pages of a meeting show', (group) => {
  group.setup(async () => {
    for (const province of ['henan', 'hebei']) await tenantOf(province)
  })

  test('[HB-76] the chair looks up results by case and by judge, and takes them along; others do not', async ({
    assert,
  }) => {
    const meetingId = await inProvince('hebei', async () => {
      const id = await makeMeeting({ mode: 'committee_review', members: 5, cases: 3 })
      const { board } = await loadBoard(id)
      const refused = board.cases[2].id
      await playMeeting(id, { choice: (caseId) => (caseId === refused ? 'no' : 'yes') })
      return id
    })
    // the meeting is over; its accounts are opened again to look at it
    await inProvince('hebei', async () => {
      await db.from('accounts').where('meeting_id', meetingId).update({ status: 'active' })
      await db.from('meetings').where('id', meetingId).update({ status: 'in_session' })
    })
    const chair = await deskOf('hebei', meetingId, 0)
    const path = `/expert/meetings/${meetingId}/results`
    const { rows, counts, voting, committeeSize } = (await chair.page(path)).body.props
    assert.deepEqual(
      rows.data.map(({ outcome }: { outcome: string }) => outcome),
      ['passed', 'passed', 'not_passed']
    )
    assert.deepInclude(rows.data[0].tally, { roll: 5, cast: 5, yes: 5 })
    assert.equal(committeeSize, 5)
    assert.deepEqual(voting.threshold, { numerator: 2, denominator: 3 })
    assert.equal(counts[0].notPassed, 1)
    const refused = (await chair.page(`${path}?outcome=not_passed`)).body.props
    assert.lengthOf(refused.rows.data, 1)
    const judges = (await chair.page(`${path}?by=judge&pageSize=10&q=专家2`)).body.props.judges
    assert.lengthOf(judges.data, 1)
    assert.deepInclude(judges.data[0], { voted: 3, due: 3, onRoll: true })
    assert.notProperty(judges.data[0], 'choice')
    for (const query of ['', '?by=judge'])
      assert.equal(
        (await chair.get(`${path}/export${query}`)).bytes.subarray(0, 2).toString(),
        'PK'
      )
    const member = await deskOf('hebei', meetingId, 3)
    for (const each of [path, `${path}/export`])
      assert.equal((await member.page(each)).status, 403, each)
  })

  test('[HN-04] the dialog of assigning shows the group’s experts with masked numbers and how much each has', async ({
    assert,
  }) => {
    const meetingId = await inProvince('henan', () =>
      makeMeeting({ mode: 'expert_review', members: 4, groups: 2, cases: 4 })
    )
    const leader = await deskOf('henan', meetingId, 0)
    const path = `/expert/meetings/${meetingId}/stages/assign_lead`
    const { people, rows } = (await leader.page(path)).body.props
    assert.lengthOf(people, 2)
    assert.deepInclude(people[1], {
      title: '示例职称',
      level: '正高级',
      specialty: '示例专业',
      load: 0,
    })
    assert.match(people[1].idNumber, /\*{6}/)
    assert.match(rows.data[0].values.reviewType, /^.+（.+）$/)
    const ids = rows.data.map(({ id }: { id: number }) => id)
    const reply = await leader.post(path, { caseIds: ids, leadId: people[1].id })
    assert.equal(reply.body.message, '设置成功，共 2 人')
    assert.equal((await leader.page(path)).body.props.people[1].load, 2)
  })

  test('[HN-08] [HN-16] the leader reads what the lead reviewer and the group wrote beside the tally', async ({
    assert,
  }) => {
    const meetingId = await inProvince('henan', async () => {
      const id = await makeMeeting({ mode: 'lecture', members: 3, cases: 1 })
      await playMeeting(id, { until: 'deliberate' })
      return id
    })
    const leader = await deskOf('henan', meetingId, 0)
    const { rows } = (await leader.page(`/expert/meetings/${meetingId}/stages/deliberate`)).body
      .props
    assert.match(rows.data[0].values.assessment, /主审：材料真实/)
    assert.isNull(rows.data[0].values.deliberation)
    // before he sets the outcome
    assert.deepInclude(rows.data[0].values, { yes: 3, no: 0, abstain: 0, outcome: null })
  })

  test('[HU-18] [HU-19] a member’s list of scores shows the points he gave, never what the others gave', async ({
    assert,
  }) => {
    const meetingId = await inProvince('hunan', async () => {
      const id = await makeMeeting({ mode: 'scored_review', groups: 0, members: 2, cases: 1 })
      await playMeeting(id, { until: 'interview_score' })
      return id
    })
    const path = `/expert/meetings/${meetingId}/stages/interview_score`
    const [one, other] = [await deskOf('hunan', meetingId, 0), await deskOf('hunan', meetingId, 1)]
    const listed = async (member: Visitor) => (await member.page(path)).body.props.rows.data[0]
    const caseId = (await listed(one)).id
    const give = (member: Visitor, theory: number) =>
      member.post(path, { caseId, items: { theory, practice: 30, expression: 10 } })
    assert.equal((await give(one, 40)).status, 200)
    assert.isNull((await listed(other)).values.score)
    assert.equal((await give(other, 10)).status, 200)
    assert.equal((await listed(one)).values.score, '80.00')
    assert.equal((await listed(other)).values.score, '50.00')
  })

  test('[HN-07] a provisional vote stands ready to be submitted; before a secret one nothing does', async ({
    assert,
  }) => {
    const made = (until: string) =>
      inProvince('henan', async () => {
        const id = await makeMeeting({ mode: 'expert_review', members: 3, cases: 1 })
        await playMeeting(id, { until })
        return id
      })
    const own = async (id: number, stage: string) => {
      const member = await deskOf('henan', id, 1)
      const { rows } = (await member.page(`/expert/meetings/${id}/stages/${stage}`)).body.props
      return rows.data[0].own
    }
    const byGroup = await own(await made('group_vote'), 'group_vote')
    assert.isNull(byGroup.choice)
    assert.equal(byGroup.intended.choice, 'yes')
    const plenary = await own(await made('plenary_vote'), 'plenary_vote')
    assert.isNotOk(plenary.intended)
  })

  test('[HN-10] [HN-06] the board says who is through by specialty, and what opening and passing take', async ({
    assert,
  }) => {
    const meetingId = await inProvince('henan', async () => {
      const id = await makeMeeting({ mode: 'expert_review', members: 5, cases: 2 })
      await playMeeting(id, { until: 'plenary_vote' })
      return id
    })
    const chair = await deskOf('henan', meetingId, 0)
    const voter = await deskOf('henan', meetingId, 4)
    const { rows } = (await voter.page(`/expert/meetings/${meetingId}/stages/plenary_vote`)).body
      .props
    const vote = await voter.post(`/expert/meetings/${meetingId}/stages/plenary_vote`, {
      votes: [{ caseId: rows.data[0].id, choice: 'no' }],
    })
    assert.equal(vote.status, 200, vote.body.message)
    const { counts } = (await chair.page(`/expert/meetings/${meetingId}/stages/plenary_switch`))
      .body.props
    assert.deepInclude(counts, { roll: 5, quorum: 4, needed: 4, voted: 0, notVoted: 5 })
    assert.deepInclude(counts.bySpecialty[0], { due: 10, cast: 1, passed: 0, notPassed: 0 })
  })
})
