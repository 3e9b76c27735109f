import type { Board, BoardCase, BoardMember } from '#evaluations/board'
import type { ReviewStage } from '#province/ruleset'

/** Whether a member may act in a stage, on a case or on the scope as a whole. */
export function mayAct(
  stage: ReviewStage,
  member: BoardMember | null,
  one: BoardCase | null
): boolean {
  if (!member || member.status !== 'active') return false
  const inScope =
    stage.scope === 'plenary'
      ? member.inPlenary
      : stage.who === 'chair' || one === null || member.groupId === one.groupId
  switch (stage.who) {
    case 'chair':
      return member.office === 'chair'
    case 'vice_chair':
      return member.office !== null
    case 'leader':
      return member.isLeader && inScope
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

/** Stages a member meets in his menu. */
export const stagesFor = (board: Board, member: BoardMember) =>
  board.mode.stages.filter((stage) => mayAct(stage, member, null))
