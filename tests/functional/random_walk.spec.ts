import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import fc from 'fast-check'
import Application from '#applications/models/application'
import apply from '#lifecycle/apply'
import type { Command, CommandType, RouteStep } from '#lifecycle/commands'
import { brokenInvariants } from '#lifecycle/invariants'
import { TRANSITIONS } from '#lifecycle/transitions'
import { Refusal } from '#web/refusal'
import { systemContext } from '#web/actor'
import { inProvince } from '#tests/helpers/tenants'

/** Commands a single case can take by itself; what needs a meeting or a batch is played in its own tests. */
function commandOf(type: CommandType, route: RouteStep[], pick: number): Command {
  switch (type) {
    case 'submit':
      return { type, route, pledgeVersion: '1' }
    case 'approve':
    case 'hold':
      return { type, opinion: '同意' }
    case 'return':
      return { type, opinion: '请补正', dueOn: '2027-12-31' }
    case 'record_unit_publicity':
      return { type, startsOn: '2026-01-05', endsOn: '2026-01-12', place: '栏', outcome: '无异议' }
    case 'change_committee':
      return { type, committeeId: 1, route: route.slice(pick % route.length), reason: '选错' }
    case 'report':
      return { type, outcome: pick % 2 ? 'passed' : 'not_passed', tally: null, remark: '' }
    case 'enter_evaluation':
      return { type, meetingId: 1 }
    case 'open_publicity':
      return { type, publicityId: 1, startsOn: '2026-01-05', endsOn: '2026-01-12' }
    case 'resolve_objection':
      return { type, outcome: pick % 2 ? 'passed' : 'not_passed', reason: '查实' }
    case 'close_publicity':
      return { type, today: '2026-11-21' }
    case 'file':
      return { type, filingId: 1, number: '文号', date: '2026-05-01' }
    case 'number':
      return { type, certificateNumber: `T${pick}` }
    case 'document':
      return { type, documentId: 1, documentNumber: '文' }
    case 'certify':
      return { type, certificateId: 1 }
    default:
      return { type, reason: '测试' } as Command
  }
}

const STEPS = fc.array(
  fc.record({
    type: fc.constantFrom<CommandType>(
      ...TRANSITIONS.map(({ command }) => command),
      'rollback',
      'approve',
      'approve',
      'submit'
    ),
    pick: fc.nat(1e6),
  }),
  { minLength: 20, maxLength: 45 }
)

test.group('random walks', () => {
  test('[HB-09] [HU-74] whatever is asked in whatever order, the rules of the data hold and the log is whole', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const model = await Application.query().where('personName', '赵示例').firstOrFail()
      const { route } = model
      const ctx = systemContext('测试')
      await fc.assert(
        fc.asyncProperty(STEPS, async (steps) => {
          await reset(model.id)
          let done = 0
          for (const { type, pick } of steps) {
            const before = await Application.findOrFail(model.id)
            try {
              await apply(ctx, {
                applicationId: model.id,
                command: commandOf(type, route as RouteStep[], pick),
              })
              done++
            } catch (error) {
              if (!(error instanceof Refusal)) throw error
              const after = await Application.findOrFail(model.id)
              assert.equal(after.version, before.version, 'a refusal changes nothing')
            }
          }
          const walked = await Application.findOrFail(model.id)
          assert.equal(walked.eventCount, done)
          assert.deepEqual(await brokenInvariants(), {})
        }),
        { numRuns: 40, seed: 20_261_121 }
      )
      await reset(model.id)
    })
  })
})

/** Back to a fresh draft, as if nothing had happened. */
async function reset(id: number) {
  for (const table of ['work_items', 'application_events'])
    await db.from(table).where('application_id', id).delete()
  const cleared = {
    stage: 'draft',
    route_step: 0,
    holder_organization_id: null,
    event_count: 0,
    version: 1,
    correction: null,
    due_on: null,
    meeting_id: null,
    outcome: null,
    tally: null,
    publicity_id: null,
    publicity_ends_on: null,
    filing_id: null,
    document_id: null,
    certificate_number: null,
    certificate_id: null,
    submitted_at: null,
  }
  await db.from('applications').where('id', id).update(cleared)
}
