import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { runJobs } from '#jobs/run_jobs'
import { visitorOf } from '#tests/helpers/browserless'
import { makeMeeting, membersOfMeeting } from '#tests/helpers/meetings'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

const MODE = 'scored_review'

/** A decided case whose members gave these points in one stage; the last of them avoids it when asked. */
async function scoredCase(points: number[], { lastAvoids = false } = {}) {
  const meetingId = await makeMeeting({ mode: MODE, groups: 0, members: points.length, cases: 1 })
  const one = await db.from('meeting_cases').where('meeting_id', meetingId).firstOrFail()
  const members = await membersOfMeeting(meetingId)
  await db.table('scores').multiInsert(
    members.map(({ id }, index) => ({
      case_id: one.id,
      member_id: id,
      stage: 'material_score',
      items: '{}',
      total: points[index] * 100,
      saved_at: '2026-11-02 00:00:00.000',
    }))
  )
  if (lastAvoids)
    await db.table('avoidances').insert({
      meeting_id: meetingId,
      member_id: members.at(-1)!.id,
      application_id: one.application_id,
      kind: 'same_unit',
      reason: '同一单位',
      created_at: '2026-11-02 00:00:00.000',
    })
  await db
    .from('applications')
    .where('id', one.application_id)
    .update({ stage: 'passed', outcome: 'passed' })
  return db.from('applications').where('id', one.application_id).firstOrFail()
}

/** What a simulation tells of the points of every case, by the case's number. */
async function simulatedScores(change: (stage: Record<string, any>) => void) {
  const visitor = await visitorOf('hunan').becomes('admin')
  const made = await visitor.post('/rules/drafts', { name: '合分办法', from: 'current' })
  const path = made.body.to
  const { draft } = (await visitor.page(path)).body.props
  const modes = draft.document.reviewModes
  const mode = modes.find(({ id }: { id: string }) => id === MODE)
  mode.stages.filter(({ primitive }: any) => primitive === 'score').forEach(change)
  const saved = await visitor.command('PUT', path, {
    version: draft.version,
    panel: 'modes',
    value: modes,
  })
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body))
  const started = await visitor.post(`${path}/simulations`, { sample: 50 })
  await inProvince('hunan', () => runJobs())
  const job = await visitor.get(`${started.body.to}/state`)
  const { cases, counts } = (await visitor.page(`${job.body.result.to}?aspect=score`)).body.props
  return { rows: cases.data as any[], counted: counts.score ?? 0 }
}

test.group('simulation of points', (group) => {
  group.setup(async () => void (await freshTenantOf('hunan')))

  test('[HU-19] another way of adding points up tells whose score would differ; the same way says nothing', async ({
    assert,
  }) => {
    const one = await inProvince('hunan', () => scoredCase([80, 90]))
    assert.deepEqual((await simulatedScores(() => {})).rows, [])

    const { rows, counted } = await simulatedScores((stage) => (stage.aggregate = 'core.sum'))
    assert.equal(counted, 1)
    assert.deepEqual(
      rows.map(({ code, title }) => [code, title]),
      [[one.code, one.title_name]]
    )
    const { before, after } = rows[0].changes.find(({ aspect }: any) => aspect === 'score')
    assert.equal(before.said, '85 分')
    assert.equal(after.said, '170 分')
    assert.equal(after.why, '材料打分 170 分（2 份评分）')
  })

  test('[HU-19] points of one who avoids the case count in a simulation as little as in the meeting', async ({
    assert,
  }) => {
    const one = await inProvince('hunan', () => scoredCase([70, 80, 10], { lastAvoids: true }))
    const { rows } = await simulatedScores((stage) => (stage.aggregate = 'core.sum'))
    const { changes } = rows.find(({ code }) => code === one.code)
    const { before, after } = changes.find(({ aspect }: any) => aspect === 'score')
    assert.equal(before.said, '75 分')
    assert.equal(after.said, '150 分')
  })
})
