import type { Paged } from '../data_table'

export type StageRow = {
  id: number
  version: number
  blocked: string | null
  settled: string | null
  returned: string | null
  done: boolean
  values: Record<string, string | number | null>
  own: {
    items: Record<string, number> | null
    choice: string | null
    opinion: string | null
    decision: string | null
    took: boolean
  }
  meetingId: number
}

/** What every page of a stage gets. */
export type StageFrame = {
  meeting: { id: number; name: string; status: string }
  stages: { id: string; label: string; done: number; total: number }[]
  stage: {
    id: string
    label: string
    primitive: string
    scope: string
    subject: string | null
    ballot: string | null
    blind: boolean
    per: string
    who: string
    columns: string[]
  }
  mine: { done: number; total: number }
  sheet: { id: string; label: string; max: number }[]
}

export type StagePage = StageFrame & {
  rows: Paged<StageRow>
  filters: Record<string, string | undefined>
  specialties: string[]
  /** cases that still wait for the reader */
  open: number
  members: { id: number; name: string; groupId: number | null; isLeader: boolean }[]
  people: {
    id: number
    name: string
    office: string | null
    idType: string
    idNumber: string
    phone: string
    unit: string
    title: string
    group: string | null
    onRoll: boolean
  }[]
  groups: { id: number; name: string }[]
  blocked: string | null
  counts: {
    phase: string
    voted: number
    notVoted: number
    waiting: string[]
    opened: boolean
    closed: boolean
    secret: boolean
    roll: number
    quorum: number | null
    bySpecialty: { specialty: string; count: number; passed: number; notPassed: number }[]
    blocked: string | null
  } | null
  spread: {
    stage: string
    member: string
    count: number
    mean: string
    lowest: string
    highest: string
    deviation: string
    apart: boolean
  }[]
  scopeDone: boolean
  committeeSize: number
  quorum: { numerator: number; denominator: number }
}

/** Headings of the manuals for the columns a mode may name. */
export const COLUMNS: Record<string, string> = {
  number: '编号',
  name: '姓名',
  unit: '单位名称',
  recommendingUnit: '推荐单位',
  series: '申报系列',
  specialty: '申报专业',
  title: '申报职称',
  reviewType: '评审类型',
  group: '组名',
  lead: '主审专家',
  second: '副审专家',
  questions: '面试题',
  interviewOrder: '面试顺序',
  room: '考场号',
  lessonTitle: '讲课题目',
  chapter: '章节',
  edition: '教材版本',
  score: '得分',
  vote: '投票',
  opinion: '意见',
  result: '复审结果',
  yes: '同意票数',
  no: '反对票数',
  abstain: '弃权票数',
  groupOpinion: '专业组意见',
  outcome: '是否通过',
  remark: '评委会评议',
}

export const CHOICES = [
  { value: 'yes', label: '同意' },
  { value: 'no', label: '反对' },
  { value: 'abstain', label: '弃权' },
]
/** Provisional votes are worded as intentions (HN-15). */
export const INTENTIONS = [
  { value: 'yes', label: '拟通过' },
  { value: 'no', label: '拟否决' },
  { value: 'abstain', label: '拟弃权' },
]
export const OUTCOMES: Record<string, string> = { passed: '通过', not_passed: '不通过' }

export const choicesOf = (primitive: string) =>
  primitive === 'provisional_vote' ? INTENTIONS : CHOICES
export const wordOf = (primitive: string, choice: string | null) =>
  choicesOf(primitive).find(({ value }) => value === choice)?.label ?? null

/** Where the pages and commands of a meeting's stages are, for its experts and for its office. */
export const stageBase = (kind: string | undefined, meetingId: number) =>
  `${kind === 'expert' ? '/expert' : ''}/meetings/${meetingId}/stages`
