import {
  caseKey,
  casesOf,
  deliberates,
  groupIdOf,
  judgesOf,
  scopesOf,
  stateKey,
  type Board,
  type BoardCase,
} from '#evaluations/board'
import type { ReviewMode, ReviewStage, StageGate } from '#province/ruleset'

/** Pure: what is done, what is open, what blocks it, what can no longer be changed. */

export interface Progress {
  done: number
  total: number
}

/** Whether a stage is finished for one case. */
export function isDone(board: Board, stage: ReviewStage, one: BoardCase): boolean {
  const all = (given: Map<string, Set<number>>) => {
    const judges = judgesOf(board, stage, one).filter((judge) => !offRoll(board, stage, judge))
    const set = given.get(caseKey(stage.id, one.id))
    return judges.length > 0 && judges.every(({ id }) => set?.has(id))
  }
  const byLead = (given: Map<string, Set<number>>) =>
    one.leadId !== null && Boolean(given.get(caseKey(stage.id, one.id))?.has(one.leadId))
  switch (stage.primitive) {
    case 'assign':
      if (stage.subject === 'leader') return everyGroupHasLeader(board)
      return one.leadId !== null && (stage.subject !== 'second' || one.secondId !== null)
    case 'questions':
      return Boolean(one.questions)
    case 'score':
      if (one.progress[stage.id] === false) return false
      return stage.scoredBy === 'lead' ? byLead(board.scored) : all(board.scored)
    case 'confirm':
      return stage.per === 'scope'
        ? statusOf(board, stage, 0) === 'done'
        : one.progress[stage.id] === true
    case 'recheck':
      return all(board.opined)
    case 'opinion':
      return stage.who === 'lead' ? byLead(board.opined) : all(board.opined)
    case 'provisional_vote':
      return all(board.advised)
    case 'vote':
      return stage.ballot === 'named'
        ? all(board.submitted)
        : statusOf(board, stage, 0) === 'closed'
    case 'deliberate':
      return one.groupOutcome !== null
    case 'roll':
    case 'open_voting':
      return statusOf(board, stage, groupIdOf(stage, one)) !== undefined
    case 'report':
      return board.status === 'reported' || board.status === 'closed'
  }
}

/** Whether a member has done his own part of a stage on a case; of work nobody signs for, whether it is done. */
export function isDoneBy(
  board: Board,
  stage: ReviewStage,
  one: BoardCase,
  memberId: number | null
): boolean {
  const key = caseKey(stage.id, one.id)
  const mine = (given: Map<string, Set<number>>) =>
    memberId !== null && given.get(key)?.has(memberId) === true
  switch (stage.primitive) {
    case 'score':
      return one.progress[stage.id] !== false && mine(board.scored)
    case 'recheck':
    case 'opinion':
      return mine(board.opined)
    case 'provisional_vote':
      return mine(board.advised)
    case 'vote':
      return mine(stage.ballot === 'named' ? board.submitted : board.participated)
    default:
      return isDone(board, stage, one)
  }
}

/** Whether anyone has already worked on a case in a stage. */
export function isBegun(board: Board, stage: ReviewStage, one: BoardCase): boolean {
  const any = (given: Map<string, Set<number>>) =>
    (given.get(caseKey(stage.id, one.id))?.size ?? 0) > 0
  switch (stage.primitive) {
    case 'score':
      return any(board.scored)
    case 'recheck':
    case 'opinion':
      return any(board.opined)
    case 'provisional_vote':
      return any(board.advised)
    case 'vote':
      return any(board.submitted) || any(board.participated)
    default:
      return isDone(board, stage, one)
  }
}

const statusOf = (board: Board, stage: ReviewStage, groupId: number) =>
  board.states.get(stateKey(stage.id, groupId))?.status

const everyGroupHasLeader = (board: Board) =>
  board.groups.length > 0 && board.groups.every(({ id }) => hasLeader(board, id))

const hasLeader = (board: Board, groupId: number) =>
  board.members.some(
    (member) => member.groupId === groupId && member.isLeader && member.status === 'active'
  )

/** How far a stage is in one scope: in cases, or, where it is done once for all of them, whether it is. */
export function progressOf(board: Board, stage: ReviewStage, groupId: number): Progress {
  const cases = casesOf(board, stage, groupId)
  if (stage.subject === 'leader')
    return {
      done: board.groups.filter(({ id }) => hasLeader(board, id)).length,
      total: board.groups.length,
    }
  if (stage.per === 'scope' && cases.length > 0)
    return { done: isDone(board, stage, cases[0]) ? 1 : 0, total: 1 }
  return { done: cases.filter((one) => isDone(board, stage, one)).length, total: cases.length }
}

/** Why a stage can't be worked on for a case, in Chinese; null when it can. */
export function blockedBy(board: Board, stage: ReviewStage, one: BoardCase): string | null {
  const closed = outOfSession(board)
  if (closed) return closed
  // whatever gates a mode names: whom the group barred never comes before the plenary
  if (stage.scope === 'plenary' && deliberates(board) && one.groupOutcome !== 'passed')
    return '专业组评议尚未通过，不能进入大评委会。'
  if (stage.primitive === 'vote' && statusOf(board, stage, 0) === 'closed')
    return '投票已经结束，已计票。'
  return firstGate(board, stage, one)
}

/** Why a member neither votes nor gives an opinion on it: the roll was fixed without him (R29, HB-77). */
export function offRoll(board: Board, stage: ReviewStage, member: { id: number } | null) {
  if (!member || (stage.primitive !== 'vote' && stage.primitive !== 'opinion')) return null
  const { stages } = board.mode
  const voting = stages
    .slice(0, stages.indexOf(stage) + 1)
    .findLast(({ primitive, scope }) => primitive === 'vote' && scope === stage.scope)
  const roll = voting && board.rolls.get(voting.id)
  if (!roll || roll.includes(member.id)) return null
  return stage === voting
    ? '您不在本次投票的票源中，不参加投票。'
    : '您不在投票的票源中，不填写意见。'
}

/** The same for a stage that belongs to a whole scope: all its cases must have come so far. */
export function scopeBlockedBy(board: Board, stage: ReviewStage, groupId: number): string | null {
  const closed = outOfSession(board)
  if (closed) return closed
  const cases = casesOf(board, stage, groupId)
  if (stage.primitive === 'open_voting' || stage.primitive === 'report') {
    const undecided =
      stage.scope === 'plenary' && deliberates(board)
        ? board.cases.filter(({ groupOutcome }) => groupOutcome === null).length
        : 0
    if (undecided > 0) return `还有 ${undecided} 位参评人员未经专业组评议，请等各专业组评议完成。`
    if (stage.primitive === 'open_voting' && cases.length === 0)
      return '还没有参评人员到达这一环节。'
  }
  let first: string | null = null
  let waiting = 0
  for (const one of cases) {
    const blocked = firstGate(board, stage, one)
    if (blocked) waiting++
    first ??= blocked
  }
  if (!first || waiting === 0) return null
  return stage.gates.includes('previous_done') && first.endsWith('尚未完成。')
    ? first.replace(/。$/, `（已完成 ${cases.length - waiting}，共 ${cases.length}）。`)
    : first
}

/** The stages a case's act goes by: those up to it and those that may have begun after it. */
export const stagesBehind = ({ stages }: Pick<ReviewMode, 'stages'>, stage: ReviewStage) => {
  const index = stages.indexOf(stage)
  // papers are kept apart by their key alone; what led to the open switch was asked when it was turned
  const from = stage.primitive === 'vote' && stage.ballot === 'secret' ? index + 1 : 0
  return stages.slice(from).map(({ id }) => id)
}

/** Why what a stage holds on a case can't be changed any more: someone has gone on from it. */
export function settledBy(board: Board, stage: ReviewStage, one: BoardCase): string | null {
  // work left open by someone who went away is taken up by another
  if (stage.primitive === 'assign' && !isDone(board, stage, one)) return null
  const later = board.mode.stages.slice(board.mode.stages.indexOf(stage) + 1)
  const next = later.find((each) => dependsOnWork(each) && isBegun(board, each, one))
  return next ? `“${next.label}”已经开始，这里不能再修改。` : null
}

const dependsOnWork = ({ gates, primitive }: ReviewStage) =>
  primitive !== 'roll' &&
  gates.some((gate) => gate !== 'criteria_confirmed' && gate !== 'roll_fixed')

function outOfSession({ status }: Board): string | null {
  if (status === 'in_session') return null
  return status === 'preparing' ? '评审会议尚未开始。' : '评审会议已经结束。'
}

function firstGate(board: Board, stage: ReviewStage, one: BoardCase): string | null {
  for (const gate of stage.gates) {
    const blocked = gateBlocks(board, stage, gate, one)
    if (blocked) return blocked
  }
  return null
}

function gateBlocks(
  board: Board,
  stage: ReviewStage,
  gate: StageGate,
  one: BoardCase
): string | null {
  const groupId = groupIdOf(stage, one)
  const before = (matches: (each: ReviewStage) => boolean) => {
    const index = board.mode.stages.indexOf(stage)
    return board.mode.stages.slice(0, index).findLast(matches)
  }
  switch (gate) {
    case 'previous_done': {
      // a roll may be fixed at any time and holds nobody up
      const previous = before(({ primitive }) => primitive !== 'roll')
      return !previous || isDone(board, previous, one) ? null : `“${previous.label}”尚未完成。`
    }
    case 'switch_open': {
      const opening = before(
        (each) => each.primitive === 'open_voting' && each.scope === stage.scope
      )
      return opening && statusOf(board, opening, groupId) === 'open' ? null : '投票开关尚未开启。'
    }
    case 'roll_fixed': {
      const roll = before((each) => each.primitive === 'roll' && each.scope === stage.scope)
      return roll && statusOf(board, roll, 0) ? null : '票源（参会评委）尚未确定。'
    }
    case 'criteria_confirmed': {
      const criteria = before((each) => each.subject === 'criteria')
      return criteria && statusOf(board, criteria, 0) === 'done' ? null : '评分标准尚未确认。'
    }
    case 'group_passed':
      return one.groupOutcome === 'passed' ? null : '专业组评议尚未通过，不能进入大评委会。'
  }
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
