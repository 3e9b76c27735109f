import { caseKey, stateKey, type Board, type BoardCase } from '#evaluations/board'
import { blockedBy, scopeBlockedBy } from '#evaluations/progress'
import type { ReviewMode, ReviewStage } from '#province/ruleset'

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

/** A meeting of three members and one case, nothing done. */
export function boardOf(mode: ReviewMode): Board {
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
export function complete(board: Board, stage: ReviewStage) {
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

/** Why a stage cannot be worked on, as its page says; null when it can. */
export const blockOf = (board: Board, stage: ReviewStage) =>
  stage.per === 'scope'
    ? scopeBlockedBy(board, stage, stage.scope === 'group' ? 1 : 0)
    : blockedBy(board, stage, board.cases[0])

/** For each stage: what it says when all before it is done but one. */
export function refusalsOf(mode: ReviewMode): Record<string, Record<string, string>> {
  const table: Record<string, Record<string, string>> = {}
  for (const [index, stage] of mode.stages.entries()) {
    const before = mode.stages.slice(0, index)
    for (const missing of before) {
      const board = boardOf(mode)
      for (const each of before) if (each !== missing) complete(board, each)
      const refusal = blockOf(board, stage)
      if (refusal) (table[stage.id] ??= {})[missing.id] = refusal
    }
  }
  return table
}
