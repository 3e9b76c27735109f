import type { ReviewMode, ReviewStage } from '#province/ruleset'

/** Everything of a meeting that its stages go by; loaded by `queries/load_board.ts`. */
export interface Board {
  mode: ReviewMode
  status: 'preparing' | 'in_session' | 'reported' | 'closed'
  committeeSize: number
  members: BoardMember[]
  groups: { id: number; name: string; size: number }[]
  cases: BoardCase[]
  /** `<stage>|<group or 0>` → state of a stage that belongs to a scope */
  states: Map<string, { status: string; detail: Record<string, unknown> }>
  /** `<stage>|<case>` → members who scored / gave advice / submitted / gave an opinion / took part in the ballot */
  scored: Map<string, Set<number>>
  advised: Map<string, Set<number>>
  submitted: Map<string, Set<number>>
  opined: Map<string, Set<number>>
  participated: Map<string, Set<number>>
  /** case → members who have to avoid it (R34) */
  avoided: Map<number, Set<number>>
  /** members on the roll of the open or closed ballot of a stage */
  rolls: Map<string, number[]>
}

export interface BoardMember {
  id: number
  expertId: number
  accountId: number | null
  name: string
  groupId: number | null
  office: 'chair' | 'vice_chair' | null
  isLeader: boolean
  isReporter: boolean
  inPlenary: boolean
  status: string
  /** signed the expert's pledge for this meeting (R40) */
  pledged: boolean
}

export interface BoardCase {
  id: number
  applicationId: number
  number: number
  groupId: number | null
  leadId: number | null
  secondId: number | null
  questions: string | null
  interviewOrder: number | null
  groupOutcome: 'passed' | 'not_passed' | null
  /** true: signed; false: sent back by the stage after it */
  progress: Record<string, boolean>
  version: number
}

/** States of those who were drawn but do not sit in the meeting. */
export const UNSEATED = ['drawn', 'reserve', 'refused']

export const stateKey = (stage: string, groupId: number) => `${stage}|${groupId}`
export const caseKey = (stage: string, caseId: number) => `${stage}|${caseId}`

/** Members who take part in a scope: of a group, or of the plenary. */
export const membersOf = (board: Board, stage: ReviewStage, groupId: number) =>
  board.members.filter(
    (member) =>
      member.status === 'active' &&
      (stage.scope === 'group' ? member.groupId === groupId : member.inPlenary)
  )

/** Members of a scope who work on a case: all but those who avoid it. */
export const judgesOf = (board: Board, stage: ReviewStage, one: BoardCase) =>
  membersOf(board, stage, groupIdOf(stage, one)).filter(({ id }) => !avoids(board, id, one))

export const avoids = (board: Board, memberId: number, one: BoardCase) =>
  board.avoided.get(one.id)?.has(memberId) ?? false

/** The scope a case has in a stage: its group, or 0 for the plenary. */
export const groupIdOf = (stage: ReviewStage, one: BoardCase) =>
  stage.scope === 'group' ? (one.groupId ?? 0) : 0

/** Whether groups deliberate before the plenary, so that it sees only whom they passed (HN-08). */
export const deliberates = ({ mode }: Pick<Board, 'mode'>) =>
  mode.stages.some(({ primitive }) => primitive === 'deliberate')

/** Cases a stage deals with: of a group; in the plenary those the groups did not bar. */
export function casesOf(board: Board, stage: ReviewStage, groupId: number): BoardCase[] {
  if (stage.scope === 'group') return board.cases.filter((each) => each.groupId === groupId)
  return deliberates(board)
    ? board.cases.filter((each) => each.groupOutcome === 'passed')
    : board.cases
}

export const scopesOf = (board: Board, stage: ReviewStage) =>
  stage.scope === 'group' ? board.groups.map(({ id }) => id) : [0]

/** Who may vote in the plenary: the roll the mode fixes, less those who left since; otherwise all present. */
export function rollOf(board: Board, stage: ReviewStage): number[] {
  const roll = board.mode.stages.find(({ primitive }) => primitive === 'roll')
  const fixed = roll && (board.states.get(stateKey(roll.id, 0))?.detail.members as number[])
  const present = membersOf(board, stage, 0).map(({ id }) => id)
  return fixed ? present.filter((id) => fixed.includes(id)) : present
}
