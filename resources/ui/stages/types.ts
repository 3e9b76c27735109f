export type StageRow = {
  id: number
  version: number
  blocked: string | null
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

export type StagePage = {
  meeting: { id: number; name: string; status: string }
  stages: { id: string; label: string; done: number; total: number }[]
  stage: {
    id: string
    label: string
    primitive: string
    subject: string | null
    ballot: string | null
    per: string
    columns: string[]
  }
  rows: StageRow[]
  members: { id: number; name: string; groupId: number | null; isLeader: boolean }[]
  groups: { id: number; name: string }[]
  blocked: string | null
  sheet: { id: string; label: string; max: number }[]
  counts: {
    phase: string
    voted: number
    notVoted: number
    opened: boolean
    closed: boolean
    bySpecialty: { specialty: string; count: number }[]
    blocked: string | null
  } | null
  scopeDone: boolean
  committeeSize: number
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
