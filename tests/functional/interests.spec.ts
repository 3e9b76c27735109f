import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { rulesetById } from '#batches/queries/rulesets'
import { detectAvoidances } from '#evaluations/detect_avoidances'
import { loadBoard } from '#evaluations/queries/load_board'
import { systemContext } from '#web/actor'
import { deskOf, makeMeeting } from '#tests/helpers/meetings'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

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
    const leader = await deskOf('henan', meeting.id, 0)
    const path = `/expert/meetings/${meeting.id}/stages/assign_lead`
    for (const one of [first, second]) {
      const refused = await leader.post(path, { caseIds: [one.id], leadId: expert.id })
      assert.match(refused.body.message, /应当回避/)
    }
    const tiedOne = await deskOf('henan', meeting.id, 1)
    const list = await tiedOne.page(`/expert/meetings/${meeting.id}/stages/group_provisional`)
    assert.lengthOf(list.body.props.rows.data, 1)
    const file = `/expert/meetings/${meeting.id}/cases/${first.id}`
    assert.equal((await tiedOne.page(file)).status, 404)
  })
})
