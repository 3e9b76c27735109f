import { OFFICES } from '#evaluations/words'
import type { Paged } from '../data_table'

export type PoolRow = {
  id: number
  memberId: number | null
  name: string
  unit: string
  title: string
  specialty: string
  groupId: number | null
  office: string | null
  isLeader: boolean
  isReporter: boolean
  status: string | null
  reason: string | null
  hasAccount: boolean
  isDrawn: boolean
}

export type CaseRow = {
  id: number
  number: number
  name: string
  unit: string
  specialty: string
  title: string
  groupId: number | null
  outcome: string | null
  room: string | null
  order: number | null
  at: string | null
  lessonTitle: string | null
  chapter: string | null
  edition: string | null
  score: number | null
  remark: string | null
  tally: { yes: number; no: number; abstain: number; roll: number } | null
}

export type AvoidanceRow = {
  id: number
  kind: string
  reason: string
  by: string | null
  at: string
  member: string
  applicant: string
}

export type Fraction = { numerator: number; denominator: number }

export type MeetingPage = {
  meeting: {
    id: number
    name: string
    status: string
    flow: string
    place: string
    mode: string
    committees: string[]
    staff: string | null
    note: string | null
    startsOn: string
    endsOn: string
  }
  tab: string
  tabs: { key: string; label: string }[]
  filters: Record<string, string | undefined>
  officeStages: { id: string; label: string }[]
  overview: { id: string; label: string; scope: string; done: number; total: number }[]
  /** what is prepared and what is missing, while the meeting is being prepared */
  checks: {
    key: string
    label: string
    state: 'done' | 'missing' | 'advised'
    says: string
    place: { label: string; path: string }
  }[]
  groups: { id: number; name: string; size: number; members: string[]; cases: number }[]
  memberCount: number
  presentCount: number
  caseCount: number
  ungrouped: number
  pool: Paged<PoolRow> | null
  /** experts of the committees who could still be taken in */
  addable: number
  cases: Paged<CaseRow> | null
  people: { id: number; number: number; name: string; unit: string }[]
  members: { id: number; name: string }[]
  avoidances: Paged<AvoidanceRow> | null
  undo: {
    steps: {
      id: string
      label: string
      count: number
      after: string | null
      wholeBallot: boolean
      whole: boolean
    }[]
    history: {
      id: number
      label: string
      count: number
      reason: string
      status: string
      askedBy: number | null
      asked: string
      askedAt: string
      decided: string | null
    }[]
  } | null
  me: number | null
  voidNeedsSecond: boolean
  waiting: number
  sheet: { id: string; label: string; max: number }[]
  sheetSubmitted: boolean
  /** the chair confirms the standard at the meeting */
  confirmsSheet: boolean
  columns: string[]
  committeeSize: number
  voting: { quorum: Fraction; threshold: Fraction; base: string; abstention: boolean }
}

export const OFFICE_OPTIONS = Object.entries(OFFICES).map(([value, label]) => ({ value, label }))
export const AVOIDANCE_KINDS = [
  { value: 'relative', label: '亲属关系' },
  { value: 'same_unit', label: '同一单位' },
  { value: 'cooperation', label: '合作关系' },
  { value: 'teacher', label: '师生关系' },
  { value: 'other', label: '其他可能影响公正的关系' },
]

export const share = ({ numerator, denominator }: Fraction) => `${numerator}/${denominator}`
export const votingNote = ({ quorum, threshold, base }: MeetingPage['voting']) =>
  `出席不少于评委会人数的 ${share(quorum)}，同意票不少于${base === 'attending' ? '出席人数' : '评委会人数'}的 ${share(threshold)} 为通过。`
