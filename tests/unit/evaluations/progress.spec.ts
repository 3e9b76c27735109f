import { test } from '@japa/runner'
import { caseKey } from '#evaluations/board'
import { blockedBy, isDone, offRoll, progressOf, scopeBlockedBy } from '#evaluations/progress'
import { undoSteps } from '#evaluations/undo'
import { allProvinces } from '#province/registry'
import type { ReviewStage } from '#province/ruleset'
import { boardOf, complete } from '#tests/helpers/boards'

const MODES = allProvinces().flatMap(({ ruleset }) => ruleset.reviewModes)
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

test.group('how far a stage is', () => {
  const mode = MODES.find(({ id }) => id === 'committee_review')!
  const stage = (id: string) => mode.stages.find((each) => each.id === id)!

  test('[HB-66] [HB-67] [HB-73] what is done once for all counts once, leaders count by groups', ({
    assert,
  }) => {
    const board = boardOf(mode)
    assert.deepEqual(progressOf(board, stage('criteria'), 0), { done: 0, total: 1 })
    complete(board, stage('criteria'))
    assert.deepEqual(progressOf(board, stage('criteria'), 0), { done: 1, total: 1 })
    for (const member of board.members) member.isLeader = false
    const groups = board.groups.length
    assert.deepEqual(progressOf(board, stage('leaders'), 0), { done: 0, total: groups })
    complete(board, stage('leaders'))
    assert.deepEqual(progressOf(board, stage('leaders'), 0), { done: groups, total: groups })
    assert.equal(progressOf(board, stage('vote'), 0).total, board.cases.length)
  })

  test('[HB-77] who is not on the roll is told that he does not vote', ({ assert }) => {
    const board = boardOf(mode)
    const [on, off] = board.members
    assert.isNull(offRoll(board, stage('vote'), on))
    board.rolls.set('vote', [on.id])
    assert.isNull(offRoll(board, stage('vote'), on))
    assert.isNull(offRoll(board, stage('vote'), null))
    assert.isNull(offRoll(board, stage('score'), off))
    assert.match(offRoll(board, stage('vote'), off)!, /不在本次投票的票源中/)
  })
})

test.group('opinions on a vote', () => {
  test('[HU-71] they are given by those on the roll; nobody waits for a member who stayed off it', ({
    assert,
  }) => {
    const board = boardOf(MODES.find(({ id }) => id === 'scored_review')!)
    const stage = (id: string) => board.mode.stages.find((each) => each.id === id)!
    const [one, two, off] = board.members
    const [each] = board.cases
    complete(board, stage('vote'))
    board.rolls.set('vote', [one.id, two.id])
    board.opined.set(caseKey('recheck', each.id), new Set([one.id, two.id]))
    assert.isFalse(isDone(board, stage('recheck'), each))
    board.opined.set(caseKey('opinion', each.id), new Set([one.id]))
    assert.isFalse(isDone(board, stage('opinion'), each))
    board.opined.set(caseKey('opinion', each.id), new Set([one.id, two.id]))
    assert.isTrue(isDone(board, stage('opinion'), each))
    assert.isNull(offRoll(board, stage('opinion'), two))
    assert.isNull(offRoll(board, stage('recheck'), off))
    assert.match(offRoll(board, stage('opinion'), off)!, /不填写意见/)
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
