import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { rulesetById } from '#batches/queries/rulesets'
import { MOST_CASES, minutesData, refuseTooLong } from '#certificates/minutes/minutes_data'
import { verifyPdf } from '#certificates/signing/verify_pdf'
import { castPapers } from '#evaluations/acts/ballot'
import { detectAvoidances } from '#evaluations/detect_avoidances'
import Meeting from '#evaluations/models/meeting'
import { loadBoard } from '#evaluations/queries/load_board'
import { minutesOf } from '#evaluations/queries/minutes'
import Account from '#identity/models/account'
import { enqueue } from '#jobs/enqueue'
import { runJobs } from '#jobs/run_jobs'
import { playMeeting } from '#platform/demo/play_meeting'
import { systemContext } from '#web/actor'
import { visitorOf, type Visitor } from '#tests/helpers/browserless'
import { asMember, makeMeeting } from '#tests/helpers/meetings'
import { openVoteOf } from '#tests/helpers/prepared_vote'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

/** A member of a meeting at his own desk, by his place in the list. */
async function memberOf(province: string, meetingId: number, index: number): Promise<Visitor> {
  const login = await inProvince(province, async () => {
    const { board } = await loadBoard(meetingId)
    return (await Account.findOrFail(board.members[index].accountId!)).login
  })
  return visitorOf(province).becomes(login)
}

test.group('a meeting is prepared', (group) => {
  let handler: Visitor
  let meetingId: number

  group.setup(async () => {
    await tenantOf('hebei')
    handler = await visitorOf('hebei').becomes('szgb-jb')
    meetingId = await inProvince('hebei', async () => {
      const id = await makeMeeting({ mode: 'committee_review', groups: 0, cases: 4 })
      await db.from('meetings').where('id', id).update({ status: 'preparing' })
      await db.from('plans').where('meeting_id', id).update({ status: 'draft', participants: null })
      return id
    })
  })

  const groupsOf = async () =>
    (await handler.page(`/meetings/${meetingId}?tab=groups`)).body.props.groups

  test('[HB-52] groups with their number of people; two of one name are refused, and so are other bodies', async ({
    assert,
  }) => {
    const path = `/meetings/${meetingId}/groups`
    const empty = await handler.post(path, { name: '', size: 0 })
    assert.sameMembers(
      empty.body.errors.map(({ field }: { field: string }) => field),
      ['name', 'size']
    )
    for (const name of ['临床组', '护理组'])
      assert.equal((await handler.post(path, { name, size: 3 })).status, 200)
    assert.match((await handler.post(path, { name: '临床组', size: 3 })).body.message, /分组名/)
    const unit = await visitorOf('hebei').becomes('sy-jb')
    assert.equal((await unit.post(path, { name: '外组', size: 1 })).status, 403)
    const groups = await groupsOf()
    assert.deepEqual(
      groups.map(({ name, size, cases }: any) => [name, size, cases]),
      [
        ['临床组', 3, 0],
        ['护理组', 3, 0],
      ]
    )
  })

  test('[HB-56] qualified cases come in, into a group by choice, and all that are left at once', async ({
    assert,
  }) => {
    const late = await inProvince('hebei', async () => {
      const one = await db
        .from('meeting_cases')
        .where('meeting_id', meetingId)
        .orderBy('number', 'desc')
        .firstOrFail()
      await db.from('meeting_cases').where('id', one.id).delete()
      await db
        .from('applications')
        .where('id', one.application_id)
        .update({ stage: 'qualified', meeting_id: null })
      return Number(one.application_id)
    })
    const before = (await handler.page(`/meetings/${meetingId}?tab=cases`)).body.props
    assert.equal(before.waiting, 1)
    const added = await handler.post(`/meetings/${meetingId}/cases`)
    assert.equal(added.body.message, '已加入 1 份参评材料')
    const { cases, groups } = (await handler.page(`/meetings/${meetingId}?tab=cases`)).body.props
    assert.lengthOf(cases.data, 4)
    const path = `/meetings/${meetingId}/cases/group`
    const [first, second] = groups.map(({ id }: { id: number }) => id)
    const chosen = await handler.post(path, { groupId: first, caseIds: [cases.data[0].id] })
    assert.equal(chosen.body.message, '已分组 1 份')
    assert.equal((await handler.post(path, { groupId: second })).body.message, '已分组 3 份')
    assert.equal((await handler.post(path, { groupId: 9999 })).status, 404)
    assert.deepEqual(
      (await groupsOf()).map(({ cases: count }: any) => count),
      [1, 3]
    )
    await inProvince('hebei', async () => {
      const { stage } = await db.from('applications').where('id', late).firstOrFail()
      assert.equal(stage, 'in_evaluation')
    })
  })
})

test.group('who has an interest', (group) => {
  group.setup(async () => void (await tenantOf('henan')))

  /** A meeting whose second expert has written with the first applicant and named the second one. */
  const tied = async () => {
    const meetingId = await makeMeeting({ mode: 'expert_review', members: 3, cases: 3 })
    const { meeting, board } = await loadBoard(meetingId)
    const [first, second] = board.cases
    await db
      .from('application_sections')
      .where({ application_id: first.applicationId, section: 'papers' })
      .delete()
    await db.table('application_sections').insert({
      application_id: first.applicationId,
      section: 'papers',
      content: JSON.stringify([{ key: 'a', title: '小学语文单元整体教学' }]),
      updated_at: new Date(),
    })
    const { person_name: name } = await db
      .from('applications')
      .where('id', second.applicationId)
      .firstOrFail()
    const [, expert] = board.members
    await db
      .from('experts')
      .where('id', expert.expertId)
      .update({
        profile: JSON.stringify({
          papers: [{ key: 'b', name: '小学语文单元整体教学' }],
          others: { avoidance: `${name}，学生` },
        }),
      })
    return { meeting, expert, first, second }
  }

  test('[HU-12] who recommends an applicant is asked by the form and does not judge him', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const meetingId = await makeMeeting({ mode: 'expert_review', members: 3, cases: 1 })
      const { meeting, board } = await loadBoard(meetingId)
      const { ruleset } = await rulesetById(meeting.rulesetId)
      const asked = ruleset.application.sections.find(({ id }) => id === 'recommendations')
      assert.deepEqual(asked?.visibleWhen, { mode: 'exceptional' })
      assert.include(
        asked!.fields.map(({ id }) => id),
        'expert'
      )
      await db.table('application_sections').insert({
        application_id: board.cases[0].applicationId,
        section: 'recommendations',
        content: JSON.stringify([{ key: 'a', expert: board.members[1].name }]),
        updated_at: new Date(),
      })
      assert.equal(await detectAvoidances(systemContext(), meeting), 1)
      const { reason } = await db.from('avoidances').where('meeting_id', meetingId).firstOrFail()
      assert.match(reason, /推荐人/)
    })
  })

  test('[HN-04] [HU-12] what the papers show is entered before the meeting: the expert neither sees nor leads those cases', async ({
    assert,
  }) => {
    const { meeting, expert, first, second } = await inProvince('henan', async () => {
      const made = await tied()
      assert.equal(await detectAvoidances(systemContext(), made.meeting), 2)
      // once more finds the same and enters nothing twice
      await detectAvoidances(systemContext(), made.meeting)
      const rows = await db.from('avoidances').where('meeting_id', made.meeting.id).orderBy('id')
      assert.deepEqual(
        rows.map(({ application_id: id, kind }) => [Number(id), kind]),
        [
          [made.first.applicationId, 'cooperation'],
          [made.second.applicationId, 'other'],
        ]
      )
      return made
    })
    const leader = await memberOf('henan', meeting.id, 0)
    const path = `/expert/meetings/${meeting.id}/stages/assign_lead`
    for (const one of [first, second]) {
      const refused = await leader.post(path, { caseIds: [one.id], leadId: expert.id })
      assert.match(refused.body.message, /应当回避/)
    }
    const tiedOne = await memberOf('henan', meeting.id, 1)
    const list = await tiedOne.page(`/expert/meetings/${meeting.id}/stages/group_provisional`)
    assert.lengthOf(list.body.props.rows.data, 1)
    const file = `/expert/meetings/${meeting.id}/cases/${first.id}`
    assert.equal((await tiedOne.page(file)).status, 404)
  })
})

test.group('several committees review together', (group) => {
  group.setup(async () => void (await tenantOf('hebei')))

  test('[HB-50] [HB-53] their experts and cases come in, quorum goes by all their members; a strange committee is refused', async ({
    assert,
  }) => {
    const handler = await visitorOf('hebei').becomes('szgb-jb')
    const { committees, batches } = (await handler.page('/meetings')).body.props
    const [main, own, strange] = await inProvince('hebei', async () => {
      const kept = await db.from('committees').where('id', committees[0].id).firstOrFail()
      const unit = await db.from('organizations').whereNot('id', kept.organization_id).firstOrFail()
      const copy = async (code: string, more: object) => {
        const row: Record<string, unknown> = { ...kept, ...more, code, name: `评委会${code}` }
        delete row.id
        const [id] = await db.table('committees').insert(row)
        return id as number
      }
      return [
        kept,
        await copy('LH2', { size: 9 }),
        await copy('LH3', { organization_id: unit.id, office_id: null }),
      ] as const
    })
    const body = {
      name: '联合评审会议',
      committeeId: main.id,
      batchId: batches[0].id,
      reviewMode: 'committee_review',
      startsOn: '2026-12-01',
      endsOn: '2026-12-02',
      place: '示例会议中心',
    }
    const foreign = await handler.post('/meetings', { ...body, jointIds: [strange] })
    assert.equal(foreign.status, 403)
    assert.equal((await handler.post('/meetings', { ...body, jointIds: [99999] })).status, 404)
    const made = await handler.post('/meetings', { ...body, jointIds: [own, main.id] })
    assert.equal(made.status, 200, made.body.message)
    const id = Number(made.body.to.split('/').at(-1))
    const expert = await inProvince('hebei', async () => {
      const { board } = await loadBoard(
        await makeMeeting({ mode: 'committee_review', members: 1, cases: 1 })
      )
      const [{ expertId: known }] = board.members
      await db.from('experts').where('id', known).update({ status: 'approved' })
      await db
        .table('committee_experts')
        .insert({ committee_id: own, expert_id: known, term_until: '2028-01-01' })
      return known
    })
    const seat = await handler.post(`/meetings/${id}/members`, { expertId: expert })
    assert.equal(seat.status, 200, seat.body.message)
    const { meeting, committeeSize, pool } = (await handler.page(`/meetings/${id}?tab=members`))
      .body.props
    assert.deepEqual(meeting.committees, [main.name, '评委会LH2'])
    assert.equal(committeeSize, main.size + 9)
    assert.include(
      pool.data.map((row: { id: number }) => row.id),
      expert
    )
    const { meetings } = (await handler.page('/meetings')).body.props
    const row = meetings.data.find((each: { id: number }) => each.id === id)
    assert.equal(row.committee, `${main.name} 等 2 个`)
  })
})

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
    const chair = await memberOf('hebei', meetingId, 0)
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
    const member = await memberOf('hebei', meetingId, 3)
    for (const each of [path, `${path}/export`])
      assert.equal((await member.page(each)).status, 403, each)
  })

  test('[HN-04] the dialog of assigning shows the group’s experts with masked numbers and how much each has', async ({
    assert,
  }) => {
    const meetingId = await inProvince('henan', () =>
      makeMeeting({ mode: 'expert_review', members: 4, groups: 2, cases: 4 })
    )
    const leader = await memberOf('henan', meetingId, 0)
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
    const leader = await memberOf('henan', meetingId, 0)
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
    const [one, other] = [
      await memberOf('hunan', meetingId, 0),
      await memberOf('hunan', meetingId, 1),
    ]
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
      const member = await memberOf('henan', id, 1)
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
    const chair = await memberOf('henan', meetingId, 0)
    const voter = await memberOf('henan', meetingId, 4)
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
