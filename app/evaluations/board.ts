import type { ReviewMode, ReviewStage } from '#province/ruleset'

/** Everything of a meeting that its stages go by; loaded by `queries/load_board.ts`. */
export interface Board {
  mode: ReviewMode
  status: 'preparing' | 'in_session' | 'reported' | 'closed'
  committeeSize: number
  members: BoardMember[]
  groups: { id: number; name: string }[]
  cases: BoardCase[]
  /** `<stage>|<group or 0>` → state of a stage that belongs to a scope */
  states: Map<string, { status: string; detail: Record<string, unknown> }>
  /** `<stage>|<case>` → members who scored / gave advice / submitted / gave an opinion / took part in the ballot */
  scored: Map<string, Set<number>>
  advised: Map<string, Set<number>>
  submitted: Map<string, Set<number>>
  opined: Map<string, Set<number>>
  participated: Map<string, Set<number>>
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
}

export interface BoardCase {
  id: number
  applicationId: number
  number: number
  groupId: number | null
  leadId: number | null
  secondId: number | null
  questions: string | null
  groupOutcome: 'passed' | 'not_passed' | null
  progress: Record<string, boolean>
  version: number
}

export const stateKey = (stage: string, groupId: number) => `${stage}|${groupId}`
export const caseKey = (stage: string, caseId: number) => `${stage}|${caseId}`

/** Members who take part in a scope: of a group, or of the plenary. */
export const membersOf = (board: Board, stage: ReviewStage, groupId: number) =>
  board.members.filter(
    (member) =>
      member.status === 'active' &&
      (stage.scope === 'group' ? member.groupId === groupId : member.inPlenary)
  )

/** Cases a stage deals with: of a group; in the plenary those the groups did not bar (HN-08). */
export function casesOf(board: Board, stage: ReviewStage, groupId: number): BoardCase[] {
  if (stage.scope === 'group') return board.cases.filter((each) => each.groupId === groupId)
  const hasGroups = board.mode.stages.some(({ primitive }) => primitive === 'deliberate')
  return hasGroups ? board.cases.filter((each) => each.groupOutcome === 'passed') : board.cases
}

export const scopesOf = (board: Board, stage: ReviewStage) =>
  stage.scope === 'group' ? board.groups.map(({ id }) => id) : [0]
