/** How a committee works: ordered stages made of the core's primitives (design §6). */
export interface ReviewMode {
  id: string
  label: string
  stages: ReviewStage[]
}

export const PRIMITIVES = [
  'assign',
  'questions',
  'score',
  'confirm',
  'recheck',
  'provisional_vote',
  'open_voting',
  'vote',
  'deliberate',
  'opinion',
  'roll',
  'report',
] as const
export type Primitive = (typeof PRIMITIVES)[number]

export const MEETING_ROLES = [
  'chair',
  'vice_chair',
  'leader',
  'lead',
  'second',
  'member',
  'reporter',
  'office',
] as const
export type MeetingRole = (typeof MEETING_ROLES)[number]

export const STAGE_GATES = [
  'previous_done',
  'switch_open',
  'roll_fixed',
  'group_passed',
  'criteria_confirmed',
] as const
export type StageGate = (typeof STAGE_GATES)[number]

/** What the list of a stage can show, by the headings of the manuals. */
export const STAGE_COLUMNS = [
  'number',
  'name',
  'unit',
  'recommendingUnit',
  'series',
  'specialty',
  'title',
  'qualification',
  'reviewType',
  'group',
  'leader',
  'lead',
  'second',
  'questions',
  'interviewOrder',
  'room',
  'lessonTitle',
  'chapter',
  'edition',
  'item',
  'max',
  'score',
  'totalScore',
  'assessment',
  'vote',
  'opinion',
  'result',
  'yes',
  'no',
  'abstain',
  'groupOpinion',
  'deliberation',
  'outcome',
  'remark',
  'voted',
  'notVoted',
  'bySpecialty',
  'idType',
  'idNumber',
  'phone',
] as const

/**
 * One step of a meeting. A stage is open when all gates hold. Gate names:
 * `previous_done` (the stage before it in the same scope is complete for the case or scope), `switch_open`,
 * `roll_fixed`, `group_passed` (plenary only), `criteria_confirmed`.
 */
export interface ReviewStage {
  id: string
  scope: 'group' | 'plenary'
  primitive: Primitive
  label: string
  who: MeetingRole
  per: 'case' | 'scope'
  gates: StageGate[]
  /** assign: whom; confirm: what; score: which sheet */
  subject?: 'lead' | 'second' | 'leader' | 'criteria' | 'score' | 'result'
  /** vote: secret papers or named advice (design §10.1) */
  ballot?: 'secret' | 'named'
  /** score: who scores and how totals are formed (strategy name) */
  scoredBy?: 'each' | 'lead'
  aggregate?: string
  sheet?: ScoreItem[]
  blind?: boolean
  /** of `STAGE_COLUMNS` */
  columns: string[]
}

export interface ScoreItem {
  id: string
  label: string
  /** points, whole numbers */
  max: number
}
