import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { loadBoard } from '#evaluations/queries/load_board'
import { visitorOf } from '#tests/helpers/browserless'
import { makeMeeting } from '#tests/helpers/meetings'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

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
