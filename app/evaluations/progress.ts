import {
  caseKey,
  casesOf,
  membersOf,
  scopesOf,
  stateKey,
  type Board,
  type BoardCase,
} from '#evaluations/board'
import type { ReviewStage } from '#province/ruleset'

/** Pure: what is done, what is open, what blocks it. */

export interface Progress {
  done: number
  total: number
}

/** Whether a stage is finished for one case. */
export function isDone(board: Board, stage: ReviewStage, one: BoardCase): boolean {
  const groupId = stage.scope === 'group' ? (one.groupId ?? 0) : 0
  const members = () => membersOf(board, stage, groupId)
  const all = (given: Map<string, Set<number>>) => {
    const who = members()
    const set = given.get(caseKey(stage.id, one.id))
    return who.length > 0 && who.every(({ id }) => set?.has(id))
  }
  switch (stage.primitive) {
    case 'assign':
      if (stage.subject === 'leader') return everyGroupHasLeader(board)
      return one.leadId !== null && (stage.subject !== 'second' || one.secondId !== null)
    case 'questions':
      return Boolean(one.questions)
    case 'score':
      return stage.scoredBy === 'lead'
        ? one.leadId !== null &&
            Boolean(board.scored.get(caseKey(stage.id, one.id))?.has(one.leadId))
        : all(board.scored)
    case 'confirm':
      return stage.per === 'scope'
        ? stateOf(board, stage, 0) === 'done'
        : one.progress[stage.id] === true
    case 'recheck':
      return all(board.opined)
    case 'opinion':
      return stage.who === 'lead'
        ? one.leadId !== null &&
            Boolean(board.opined.get(caseKey(stage.id, one.id))?.has(one.leadId))
        : all(board.opined)
    case 'provisional_vote':
      return all(board.advised)
    case 'vote':
      return stage.ballot === 'named' ? all(board.submitted) : ballotClosed(board, stage)
    case 'deliberate':
      return one.groupOutcome !== null
    case 'roll':
    case 'open_voting':
      return ['done', 'open', 'closed'].includes(stateOf(board, stage, groupId) ?? '')
    case 'report':
      return board.status === 'reported' || board.status === 'closed'
  }
}

const stateOf = (board: Board, stage: ReviewStage, groupId: number) =>
  board.states.get(stateKey(stage.id, groupId))?.status

const ballotClosed = (board: Board, stage: ReviewStage) => stateOf(board, stage, 0) === 'closed'

const everyGroupHasLeader = (board: Board) =>
  board.groups.length > 0 &&
  board.groups.every(({ id }) =>
    board.members.some(
      (member) => member.groupId === id && member.isLeader && member.status === 'active'
    )
  )

/** How far a stage is in one scope. */
export function progressOf(board: Board, stage: ReviewStage, groupId: number): Progress {
  const cases = casesOf(board, stage, groupId)
  return { done: cases.filter((one) => isDone(board, stage, one)).length, total: cases.length }
}

/** Why a stage can't be worked on for a case, in Chinese; null when it can. */
export function blockedBy(board: Board, stage: ReviewStage, one: BoardCase): string | null {
  if (board.status !== 'in_session')
    return board.status === 'preparing' ? '评审会议尚未开始。' : '评审会议已经结束。'
  const groupId = stage.scope === 'group' ? (one.groupId ?? 0) : 0
  for (const gate of stage.gates) {
    const blocked = gateBlocks(board, stage, gate, one, groupId)
    if (blocked) return blocked
  }
  return null
}

/** The same for a stage that belongs to a whole scope: all its cases must have come so far. */
export function scopeBlockedBy(board: Board, stage: ReviewStage, groupId: number): string | null {
  if (board.status !== 'in_session')
    return board.status === 'preparing' ? '评审会议尚未开始。' : '评审会议已经结束。'
  const cases = casesOf(board, stage, groupId)
  if (cases.length === 0 && stage.gates.includes('previous_done'))
    return '还没有参评人员到达这一环节。'
  for (const one of cases)
    for (const gate of stage.gates) {
      const blocked = gateBlocks(board, stage, gate, one, groupId)
      if (blocked) return blocked
    }
  return null
}

function gateBlocks(
  board: Board,
  stage: ReviewStage,
  gate: ReviewStage['gates'][number],
  one: BoardCase,
  groupId: number
): string | null {
  const before = (matches: (each: ReviewStage) => boolean) => {
    const index = board.mode.stages.indexOf(stage)
    return board.mode.stages.slice(0, index).findLast(matches)
  }
  switch (gate) {
    case 'previous_done': {
      const previous = previousOf(board, stage)
      if (!previous || isDone(board, previous, one)) return null
      const { done, total } = progressOf(
        board,
        previous,
        previous.scope === 'group' ? (one.groupId ?? groupId) : 0
      )
      return `“${previous.label}”尚未完成（已完成 ${done}，共 ${total}）。`
    }
    case 'switch_open': {
      const opening = before(
        (each) => each.primitive === 'open_voting' && each.scope === stage.scope
      )
      return opening && stateOf(board, opening, groupId) === 'open' ? null : '投票开关尚未开启。'
    }
    case 'roll_fixed': {
      const roll = before((each) => each.primitive === 'roll' && each.scope === stage.scope)
      return roll && stateOf(board, roll, 0) ? null : '票源（参会评委）尚未确定。'
    }
    case 'criteria_confirmed': {
      const criteria = before((each) => each.subject === 'criteria')
      return criteria && stateOf(board, criteria, 0) === 'done' ? null : '评分标准尚未确认。'
    }
    case 'group_passed':
      return one.groupOutcome === 'passed' ? null : '专业组评议尚未通过，不能进入大评委会。'
  }
}

/** The stage right before in the order of work; a roll may be fixed at any time and holds nobody up. */
function previousOf(board: Board, stage: ReviewStage): ReviewStage | undefined {
  const index = board.mode.stages.indexOf(stage)
  return board.mode.stages.slice(0, index).findLast(({ primitive }) => primitive !== 'roll')
}

/** Stages with their progress over all scopes, for boards and menus. */
export const overview = (board: Board) =>
  board.mode.stages.map((stage) => {
    const parts = scopesOf(board, stage).map((groupId) => progressOf(board, stage, groupId))
    return {
      id: stage.id,
      label: stage.label,
      scope: stage.scope,
      done: parts.reduce((sum, part) => sum + part.done, 0),
      total: parts.reduce((sum, part) => sum + part.total, 0),
    }
  })
