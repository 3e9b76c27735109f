import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import type { Command, RouteStep } from '#lifecycle/commands'
import { decide, type DecideContext, type Snapshot } from '#lifecycle/decide'
import { lifecyclePage } from '#lifecycle/diagram'
import { STAGES, TERMINAL } from '#lifecycle/stages'
import { TRANSITIONS } from '#lifecycle/transitions'
import { defaultRuleset } from '#province/default_ruleset'

const step = (organizationId: number, task: RouteStep['task'] = 'review'): RouteStep => ({
  organizationId,
  organizationName: `机构${organizationId}`,
  role: 'handler',
  task,
  label: '审核',
})

const at = (stage: Snapshot['stage'], more: Partial<Snapshot> = {}): Snapshot => ({
  id: 1,
  accountId: 9,
  stage,
  route: [step(1), step(1), step(2), step(3, 'qualify')],
  routeStep: 0,
  holderOrganizationId: 1,
  correction: null,
  dueOn: null,
  committeeId: null,
  meetingId: null,
  outcome: null,
  tally: null,
  publicityId: null,
  publicityEndsOn: null,
  filingId: null,
  documentId: null,
  certificateNumber: null,
  certificateId: null,
  submittedAt: null,
  reviewedSinceSubmission: false,
  unitPublicityEndsOn: null,
  ...more,
})

const rules = defaultRuleset()
const ctx: DecideContext = { rules, today: '2026-05-20', at: '2026-05-20 08:00:00.000' }
const oneLevel: DecideContext = {
  ...ctx,
  rules: { ...rules, approvals: { ...rules.approvals, returnPolicy: 'one_level' } },
}

function changesOf(now: Snapshot, command: Command, context = ctx) {
  const decision = decide(now, command, context)
  if (!decision.ok) throw new Error(decision.message)
  return decision
}

test.group('decide', () => {
  test('every stage is reached or starts, every non-terminal stage has a way on', ({ assert }) => {
    const reached = new Set(TRANSITIONS.flatMap(({ to }) => to))
    const left = new Set(TRANSITIONS.flatMap(({ from }) => from))
    for (const stage of STAGES) {
      if (stage !== 'draft') assert.isTrue(reached.has(stage), `${stage} is never reached`)
      if (!TERMINAL.includes(stage)) assert.isTrue(left.has(stage), `${stage} has no way on`)
    }
  })

  test('docs/lifecycle.md is what the table says', async ({ assert }) => {
    assert.equal(await readFile(app.makePath('docs/lifecycle.md'), 'utf8'), lifecyclePage())
  })

  test('[HB-41] submission goes to the first body and closes the form', ({ assert }) => {
    const { changes, open } = changesOf(at('draft'), {
      type: 'submit',
      route: [step(7)],
      pledgeVersion: '1',
    })
    assert.equal(changes.stage, 'in_approval')
    assert.equal(changes.holderOrganizationId, 7)
    assert.equal(open?.organizationId, 7)
  })

  test('[HB-42] withdrawn only while nobody has reviewed', ({ assert }) => {
    assert.equal(changesOf(at('in_approval'), { type: 'withdraw' }).changes.stage, 'withdrawn')
    const refused = decide(
      at('in_approval', { reviewedSinceSubmission: true }),
      { type: 'withdraw' },
      ctx
    )
    assert.isFalse(refused.ok)
  })

  test('[HB-13] [HU-52] approval walks the route to its end', ({ assert }) => {
    const first = changesOf(at('in_approval'), { type: 'approve', opinion: '同意' })
    assert.equal(first.changes.routeStep, 1)
    const last = changesOf(at('in_approval', { routeStep: 3 }), {
      type: 'approve',
      opinion: '同意',
    })
    assert.equal(last.changes.stage, 'qualified')
    assert.isNull(last.open)
  })

  test('[HB-15] returned straight to the applicant', ({ assert }) => {
    const { changes, open } = changesOf(at('in_approval', { routeStep: 2 }), {
      type: 'return',
      opinion: '补材料',
      dueOn: '2026-05-27',
    })
    assert.equal(changes.stage, 'returned')
    assert.equal(open?.accountId, 9)
    assert.equal(open?.dueOn, '2026-05-27')
  })

  test('[HU-53] [HU-54] returned one level down, and from the first body to the applicant', ({
    assert,
  }) => {
    const upper = changesOf(
      at('in_approval', { routeStep: 2 }),
      { type: 'return', opinion: '补', dueOn: '2026-05-27' },
      oneLevel
    )
    assert.equal(upper.changes.stage, 'in_approval')
    assert.equal(upper.changes.routeStep, 1)
    const lowest = changesOf(
      at('in_approval', { routeStep: 1 }),
      { type: 'return', opinion: '补', dueOn: '2026-05-27' },
      oneLevel
    )
    assert.equal(lowest.changes.stage, 'returned')
  })

  test('[HB-43] not submitted again after the deadline', ({ assert }) => {
    const late = decide(
      at('returned', { dueOn: '2026-05-19' }),
      { type: 'submit', route: [step(1)], pledgeVersion: '1' },
      ctx
    )
    assert.isFalse(late.ok)
    const onTheDay = decide(
      at('returned', { dueOn: '2026-05-20' }),
      { type: 'submit', route: [step(1)], pledgeVersion: '1' },
      ctx
    )
    assert.isTrue(onTheDay.ok)
  })

  test('[HB-14] held and taken up again', ({ assert }) => {
    const held = changesOf(at('in_approval'), { type: 'hold', opinion: '待查' })
    assert.equal(held.changes.stage, 'on_hold')
    assert.isTrue(held.held)
    assert.equal(changesOf(at('on_hold'), { type: 'resume' }).changes.stage, 'in_approval')
  })

  test('[HU-06] [HU-07] recommended only after the publicity inside the unit has ended', ({
    assert,
  }) => {
    const route = [step(1, 'unit_publicity'), step(1, 'recommend'), step(2)]
    const recorded = changesOf(at('in_approval', { route }), {
      type: 'record_unit_publicity',
      startsOn: '2026-05-13',
      endsOn: '2026-05-20',
      place: '公告栏',
      outcome: '无异议',
    })
    assert.equal(recorded.changes.routeStep, 1)
    const asked = (unitPublicityEndsOn: string) =>
      decide(
        at('in_approval', { route, routeStep: 1, unitPublicityEndsOn }),
        { type: 'approve', opinion: '推荐' },
        ctx
      )
    assert.isFalse(asked('2026-05-20').ok)
    assert.isTrue(asked('2026-05-19').ok)
  })

  test('[HU-52] only what no committee reviews is confirmed by the body at its end', ({
    assert,
  }) => {
    const confirm: Command = { type: 'confirm', opinion: '同意' }
    assert.equal(changesOf(at('qualified'), confirm).changes.outcome, 'passed')
    assert.isFalse(decide(at('qualified', { committeeId: 4 }), confirm, ctx).ok)
  })

  test('[HN-27] [HB-59] publicity is closed from the day after its last', ({ assert }) => {
    const on = (publicityEndsOn: string) =>
      decide(
        at('in_publicity', { outcome: 'passed', publicityEndsOn }),
        { type: 'close_publicity', today: ctx.today },
        ctx
      )
    assert.isFalse(on('2026-05-20').ok)
    assert.isTrue(on('2026-05-19').ok)
  })

  test('[HN-39] no certificate before the document where documents are required', ({ assert }) => {
    const strict = { ...ctx, rules: { ...rules, documents: { required: true, routes: [] } } }
    assert.isFalse(decide(at('numbered'), { type: 'certify', certificateId: 1 }, strict).ok)
    assert.isTrue(decide(at('documented'), { type: 'certify', certificateId: 1 }, strict).ok)
  })

  test('every command is refused, in Chinese, at every stage it does not start from', ({
    assert,
  }) => {
    for (const { command, from } of TRANSITIONS)
      for (const stage of STAGES.filter((each) => !from.includes(each))) {
        const decision = decide(at(stage), { type: command } as Command, ctx)
        if (decision.ok) assert.fail(`${command} at ${stage}`)
        else assert.match(decision.message, /[\u4e00-\u9fff]/)
      }
  })
})
