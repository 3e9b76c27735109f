import { casesOf, groupIdOf, stateKey, type Board, type BoardCase } from '#evaluations/board'
import { isBegun } from '#evaluations/progress'
import type { ReviewStage } from '#province/ruleset'

/** Pure: which steps of a meeting can be taken back, newest first, none skipped (HU-71). */

export interface UndoStep {
  id: string
  label: string
  /** cases on which something stands in this step */
  caseIds: number[]
  /** the later step that has to be taken back before, by its label */
  after: string | null
  /** secret papers: the whole ballot becomes void, never a single paper */
  wholeBallot: boolean
}

/** A secret vote and the switch that opened it are one step. */
const isHandled = (board: Board, stage: ReviewStage) =>
  !(stage.primitive === 'roll' || stage.subject === 'leader') &&
  !(stage.primitive === 'open_voting' && voteOf(board, stage)?.ballot === 'secret')

export const voteOf = ({ mode }: Pick<Board, 'mode'>, opening: ReviewStage) =>
  mode.stages
    .slice(mode.stages.indexOf(opening) + 1)
    .find(({ primitive, scope }) => primitive === 'vote' && scope === opening.scope)

/** Whether a stage holds what members mean to choose in a secret vote. */
export const leadsToSecretVote = ({ stages }: Pick<Board['mode'], 'stages'>, stage: ReviewStage) =>
  stage.primitive === 'provisional_vote' &&
  stages
    .slice(stages.indexOf(stage) + 1)
    .find(({ primitive, scope }) => primitive === 'vote' && scope === stage.scope)?.ballot ===
    'secret'

/** Whether something stands in a stage for a case. */
export function stands(board: Board, stage: ReviewStage, one: BoardCase): boolean {
  if (stage.primitive === 'vote' && stage.ballot === 'secret') return board.rolls.has(stage.id)
  if (stage.primitive === 'open_voting' || (stage.primitive === 'confirm' && stage.per === 'scope'))
    return board.states.has(stateKey(stage.id, groupIdOf(stage, one)))
  if (stage.primitive === 'assign') return one.leadId !== null
  if (stage.primitive === 'questions') return Boolean(one.questions)
  return isBegun(board, stage, one)
}

/** The steps in the order they are taken back; `caseId` narrows to one person. */
export function undoSteps(board: Board, caseId?: number): UndoStep[] {
  const cases = board.cases.filter(({ id }) => !caseId || id === caseId)
  const stages = board.mode.stages.filter((stage) => isHandled(board, stage)).reverse()
  const steps: UndoStep[] = []
  for (const stage of stages) {
    const wholeBallot = stage.primitive === 'vote' && stage.ballot === 'secret'
    const whole = wholeBallot || stage.primitive === 'report'
    const found = whole
      ? standsAtAll(board, stage)
        ? wholeBallot
          ? casesOf(board, stage, 0)
          : board.cases
        : []
      : cases.filter((one) => stands(board, stage, one))
    if (found.length === 0 && !(whole && standsAtAll(board, stage))) continue
    const after = steps.find((step) => {
      const later = board.mode.stages.find(({ id }) => id === step.id)!
      return blocks(board, stage, later, found)
    })
    steps.push({
      id: stage.id,
      label: stage.label,
      caseIds: found.map(({ id }) => id),
      after: after?.label ?? null,
      wholeBallot,
    })
  }
  return steps
}

const standsAtAll = (board: Board, stage: ReviewStage) =>
  stage.primitive === 'report'
    ? board.status === 'reported'
    : board.cases.some((one) => stands(board, stage, one))

/** Whether what stands in a later stage keeps these cases from going back behind it. */
export const blocks = (
  board: Board,
  stage: ReviewStage,
  later: ReviewStage,
  cases: BoardCase[]
): boolean => {
  if (later.primitive === 'report') return board.status === 'reported'
  const scope = stage.primitive === 'vote' && stage.ballot === 'secret' ? board.cases : cases
  return scope.some((one) => stands(board, later, one))
}
