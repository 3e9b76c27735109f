import { test } from '@japa/runner'
import { caseKey, stateKey, type Board, type BoardCase } from '#evaluations/board'
import { blockedBy, isDone, scopeBlockedBy } from '#evaluations/progress'
import { undoSteps } from '#evaluations/undo'
import { allProvinces } from '#province/registry'
import type { ReviewMode, ReviewStage } from '#province/ruleset'

const MODES = allProvinces().flatMap(({ ruleset }) => ruleset.reviewModes)
const MEMBERS = [1, 2, 3]

const one = (): BoardCase => ({
  id: 9,
  applicationId: 9,
  number: 1,
  groupId: 1,
  leadId: null,
  secondId: null,
  questions: null,
  interviewOrder: null,
  groupOutcome: null,
  progress: {},
  version: 1,
})

function boardOf(mode: ReviewMode): Board {
  return {
    mode,
    status: 'in_session',
    committeeSize: 3,
    members: MEMBERS.map((id) => ({
      id,
      expertId: id,
      accountId: id,
      name: `专家${id}`,
      groupId: 1,
      office: id === 1 ? 'chair' : null,
      isLeader: false,
      isReporter: id === 1,
      inPlenary: true,
      status: 'active',
      pledged: true,
    })),
    groups: [{ id: 1, name: '第一组', size: 3 }],
    cases: [one()],
    states: new Map(),
    scored: new Map(),
    advised: new Map(),
    submitted: new Map(),
    opined: new Map(),
    participated: new Map(),
    avoided: new Map(),
    rolls: new Map(),
  }
}

/** Makes a stage complete, as its acts would. */
function complete(board: Board, stage: ReviewStage) {
  const [each] = board.cases
  const all = (given: Map<string, Set<number>>, ids = MEMBERS) =>
    given.set(caseKey(stage.id, each.id), new Set(ids))
  const state = (status: string) =>
    board.states.set(stateKey(stage.id, stage.scope === 'group' ? 1 : 0), {
      status,
      detail: { members: MEMBERS },
    })
  switch (stage.primitive) {
    case 'assign':
      if (stage.subject === 'leader') board.members[0].isLeader = true
      else Object.assign(each, { leadId: 2, secondId: stage.subject === 'second' ? 3 : null })
      return
    case 'questions':
      each.questions = '请说明'
      return
    case 'score':
      return all(board.scored, stage.scoredBy === 'lead' ? [2] : MEMBERS)
    case 'confirm':
      if (stage.per === 'scope') return state('done')
      each.progress[stage.id] = true
      return
    case 'recheck':
    case 'opinion':
      return all(board.opined, stage.who === 'lead' ? [2] : MEMBERS)
    case 'provisional_vote':
      return all(board.advised)
    case 'open_voting':
      return state('open')
    case 'vote':
      if (stage.ballot === 'named') return all(board.submitted)
      board.rolls.set(stage.id, MEMBERS)
      all(board.participated)
      return state('closed')
    case 'deliberate':
      each.groupOutcome = 'passed'
      return
    case 'roll':
      return state('done')
    case 'report':
      board.status = 'reported'
  }
}

/** What stands open at the start of each mode and after each of its stages: golden, read against the manuals. */
const OPEN: Record<string, string[][]> = {
  expert_review: [
    ['assign_lead'],
    ['assign_lead', 'group_provisional'],
    ['assign_lead', 'group_provisional', 'group_switch'],
    ['assign_lead', 'group_provisional', 'group_switch', 'group_vote'],
    ['assign_lead', 'group_provisional', 'group_switch', 'group_vote', 'deliberate'],
  ],
}

test.group('gates', () => {
  for (const mode of MODES)
    test(`${mode.label}：every gated stage waits for what its gates name, and for nothing else`, ({
      assert,
    }) => {
      const board = boardOf(mode)
      const blocks = (stage: ReviewStage) =>
        stage.per === 'scope'
          ? scopeBlockedBy(board, stage, stage.scope === 'group' ? 1 : 0)
          : blockedBy(board, stage, board.cases[0])
      for (const [index, stage] of mode.stages.entries()) {
        assert.isNull(blocks(stage), `${stage.label} is open when all before it is done`)
        for (const later of mode.stages.slice(index + 1)) {
          const waits = later.gates.some(
            (gate) => gate === 'previous_done' || gate === 'switch_open'
          )
          if (waits) assert.isNotNull(blocks(later), `${later.label} waits for ${stage.label}`)
        }
        complete(board, stage)
        assert.isTrue(isDone(board, stage, board.cases[0]), `${stage.label} is done`)
      }
      for (const stage of mode.stages)
        assert.match(blocks(stage) ?? '', /评审会议已经结束/, 'nothing goes on after the report')
    })

  test('专家评审: what is open after each step', ({ assert }) => {
    const mode = MODES.find(({ id }) => id === 'expert_review')!
    const board = boardOf(mode)
    for (const [index, expected] of OPEN.expert_review.entries()) {
      const open = mode.stages.filter((stage) =>
        stage.per === 'scope'
          ? scopeBlockedBy(board, stage, stage.scope === 'group' ? 1 : 0) === null
          : blockedBy(board, stage, board.cases[0]) === null
      )
      assert.deepEqual(
        open.map(({ id }) => id),
        expected
      )
      complete(board, mode.stages[index])
    }
  })

  test('[HN-08] whom the group refused waits before every stage of the plenary, whatever its gates', ({
    assert,
  }) => {
    const mode = MODES.find(({ id }) => id === 'expert_review')!
    const board = boardOf(mode)
    for (const stage of mode.stages) complete(board, stage)
    board.status = 'in_session'
    board.cases[0].groupOutcome = 'not_passed'
    for (const stage of mode.stages.filter(
      ({ scope, per }) => scope === 'plenary' && per === 'case'
    ))
      assert.match(blockedBy(board, stage, board.cases[0]) ?? '', /不能进入大评委会/)
  })
})

test.group('steps back', () => {
  for (const mode of MODES)
    test(`[HU-71] ${mode.label}：only the newest step can be taken back`, ({ assert }) => {
      const board = boardOf(mode)
      assert.deepEqual(undoSteps(board), [])
      for (const stage of mode.stages) {
        complete(board, stage)
        const [newest, ...older] = undoSteps(board)
        if (!newest) continue
        assert.isNull(newest.after)
        for (const step of older) assert.isNotNull(step.after, `${step.label} has to wait`)
      }
      assert.equal(undoSteps(board)[0].id, mode.stages.at(-1)!.id)
    })
})
