import {
  avoids,
  caseKey,
  casesOf,
  deliberates,
  type Board,
  type BoardCase,
  type BoardMember,
} from '#evaluations/board'
import type { ReviewStage } from '#province/ruleset'

/** Whether a member may act in a stage, on a case or, without one, on anything in it. */
export function mayAct(
  board: Board,
  stage: ReviewStage,
  member: BoardMember | null,
  one: BoardCase | null
): boolean {
  if (!member || member.status !== 'active') return false
  const inScope =
    stage.scope === 'plenary' ? member.inPlenary : one === null || member.groupId === one.groupId
  switch (stage.who) {
    case 'chair':
      return actsAsChair(board, member, one)
    case 'vice_chair':
      return member.office !== null
    case 'leader':
      return actsAsLeader(board, member, one)
    case 'lead':
      return one === null ? inScope : one.leadId === member.id
    case 'second':
      return one === null ? inScope : one.secondId === member.id
    case 'reporter':
      return member.isReporter
    case 'member':
      return inScope
    case 'office':
      return false
  }
}

const present = (board: Board, holds: (member: BoardMember) => boolean) =>
  board.members.find((member) => member.status === 'active' && holds(member))

/** The chair; a vice chair where the chair is away or has to avoid the case (R27, R34). */
function actsAsChair(board: Board, member: BoardMember, one: BoardCase | null): boolean {
  if (member.office === 'chair') return true
  if (member.office !== 'vice_chair') return false
  const chair = present(board, ({ office }) => office === 'chair')
  return !chair || (one ? [one] : board.cases).some((each) => avoids(board, chair.id, each))
}

/** The group's leader; the chair where the group has none or its leader has to avoid the case. */
function actsAsLeader(board: Board, member: BoardMember, one: BoardCase | null): boolean {
  const mine = (each: BoardCase) => each.groupId === member.groupId
  if (member.isLeader && (one === null || mine(one))) return true
  if (!actsAsChair(board, member, one)) return false
  return (one ? [one] : board.cases).some((each) => {
    const leader = present(board, (other) => other.isLeader && other.groupId === each.groupId)
    return !leader || avoids(board, leader.id, each)
  })
}

/** Stages a member may enter. */
export const stagesFor = (board: Board, member: BoardMember) =>
  board.mode.stages.filter((stage) => mayAct(board, stage, member, null))

/** Of these, the stages with work for him now or later: not those of other groups, nor of cases led by others. */
export const ownStages = (board: Board, member: BoardMember) =>
  stagesFor(board, member).filter(
    (stage) =>
      stage.per !== 'case' ||
      board.cases.some((one) => mayAct(board, stage, member, one) && !avoids(board, member.id, one))
  )

/** Cases of a stage that are a member's business in it; the committee's office sees all. */
export function casesFor(board: Board, stage: ReviewStage, member: BoardMember | null) {
  const all =
    stage.scope === 'plenary' && stage.primitive !== 'report'
      ? casesOf(board, stage, 0)
      : board.cases
  return member
    ? all.filter((one) => mayAct(board, stage, member, one) && !avoids(board, member.id, one))
    : all
}

/**
 * Whether a case has no name for a member yet: he has still to score it in a blind stage (HN-13), and may not find out
 * who it is by another list either.
 */
export const isBlindFor = (board: Board, member: BoardMember | null, one: BoardCase): boolean =>
  member !== null &&
  board.mode.stages.some(
    (stage) =>
      stage.blind === true &&
      mayAct(board, stage, member, one) &&
      !board.scored.get(caseKey(stage.id, one.id))?.has(member.id)
  )

/** Whether a member reads a case's file: who has work on it; the plenary after the group has passed it. */
export const mayRead = (board: Board, member: BoardMember, one: BoardCase): boolean =>
  !avoids(board, member.id, one) &&
  !isBlindFor(board, member, one) &&
  board.mode.stages.some(
    (stage) =>
      mayAct(board, stage, member, one) &&
      (stage.scope === 'group' || !deliberates(board) || one.groupOutcome === 'passed')
  )
