import type { ReviewMode, ReviewStage, StageGate } from '#province/ruleset'

const GROUP_CASE = ['number', 'name', 'recommendingUnit', 'series', 'specialty', 'reviewType']
const TALLY = ['yes', 'no', 'abstain']

/** HN-04 */
const assignLead: ReviewStage = {
  id: 'assign_lead',
  scope: 'group',
  primitive: 'assign',
  subject: 'lead',
  label: '分配主审专家',
  who: 'leader',
  per: 'case',
  gates: [],
  columns: ['number', 'name', 'recommendingUnit', 'series', 'specialty', 'title', 'reviewType', 'lead'],
}

/** HN-05…08: advice of the group, by name; what the leader sets bars or opens the plenary. */
const group = (first: StageGate[]): ReviewStage[] => [
  {
    id: 'group_provisional',
    scope: 'group',
    primitive: 'provisional_vote',
    label: '专业组拟投票',
    who: 'member',
    per: 'case',
    gates: first,
    columns: [...GROUP_CASE, 'group', 'score', 'vote', 'opinion'],
  },
  {
    id: 'group_switch',
    scope: 'group',
    primitive: 'open_voting',
    label: '小组数据操作',
    who: 'leader',
    per: 'scope',
    gates: ['previous_done'],
    columns: ['voted', 'notVoted', 'bySpecialty'],
  },
  {
    id: 'group_vote',
    scope: 'group',
    primitive: 'vote',
    label: '专业组提交投票',
    who: 'member',
    per: 'case',
    gates: ['switch_open'],
    ballot: 'named',
    columns: [...GROUP_CASE, 'group', 'score', 'vote', 'opinion'],
  },
  {
    id: 'deliberate',
    scope: 'group',
    primitive: 'deliberate',
    label: '专业组评议',
    who: 'leader',
    per: 'case',
    gates: ['previous_done'],
    columns: ['number', 'name', 'unit', ...TALLY, 'score', 'outcome', 'groupOpinion'],
  },
]

/** HN-09…12 */
const plenary: ReviewStage[] = [
  {
    id: 'plenary_provisional',
    scope: 'plenary',
    primitive: 'provisional_vote',
    label: '大评委拟投票',
    who: 'member',
    per: 'case',
    gates: ['group_passed'],
    columns: ['number', 'name', 'recommendingUnit', 'group', ...TALLY, 'groupOpinion', 'score', 'vote'],
  },
  {
    id: 'plenary_switch',
    scope: 'plenary',
    primitive: 'open_voting',
    label: '评委会数据操作',
    who: 'chair',
    per: 'scope',
    gates: ['previous_done'],
    columns: ['voted', 'notVoted', 'bySpecialty'],
  },
  {
    id: 'plenary_vote',
    scope: 'plenary',
    primitive: 'vote',
    label: '大评委投票',
    who: 'member',
    per: 'case',
    gates: ['switch_open', 'group_passed'],
    ballot: 'secret',
    columns: ['number', 'name', 'recommendingUnit', 'group', ...TALLY, 'groupOpinion', 'score', 'vote'],
  },
  {
    id: 'report',
    scope: 'plenary',
    primitive: 'report',
    label: '大评委上报评审结果',
    who: 'reporter',
    per: 'scope',
    gates: ['previous_done'],
    columns: ['number', 'name', 'unit', ...TALLY, 'outcome', 'remark'],
  },
]

export const reviewModes: ReviewMode[] = [
  {
    id: 'expert_review',
    label: '专家评审',
    stages: [assignLead, ...group(['previous_done']), ...plenary],
  },
  {
    id: 'lecture',
    label: '专家评审+讲课答辩',
    stages: [
      {
        id: 'lecture',
        scope: 'group',
        primitive: 'score',
        label: '讲课答辩',
        who: 'member',
        per: 'case',
        gates: [],
        scoredBy: 'each',
        aggregate: 'core.mean',
        blind: true,
        sheet: [
          { id: 'content', label: '教学内容', max: 40 },
          { id: 'method', label: '教学方法', max: 30 },
          { id: 'expression', label: '语言表达', max: 30 },
        ],
        columns: ['interviewOrder', 'room', 'lessonTitle', 'chapter', 'edition', 'series', 'specialty', 'title', 'score'],
      },
      assignLead,
      {
        id: 'lead_opinion',
        scope: 'group',
        primitive: 'opinion',
        label: '主审意见',
        who: 'lead',
        per: 'case',
        gates: ['previous_done'],
        columns: [...GROUP_CASE, 'score', 'opinion'],
      },
      ...group(['previous_done']),
      ...plenary,
    ],
  },
  {
    id: 'interview',
    label: '专家评审+面试答辩',
    stages: [
      assignLead,
      {
        id: 'questions',
        scope: 'group',
        primitive: 'questions',
        label: '查看资料',
        who: 'lead',
        per: 'case',
        gates: ['previous_done'],
        columns: [...GROUP_CASE, 'title', 'questions'],
      },
      {
        id: 'interview',
        scope: 'group',
        primitive: 'score',
        label: '面试答辩',
        who: 'member',
        per: 'case',
        gates: ['previous_done'],
        scoredBy: 'each',
        aggregate: 'core.mean',
        sheet: [
          { id: 'knowledge', label: '专业知识', max: 50 },
          { id: 'answer', label: '答辩情况', max: 50 },
        ],
        columns: ['interviewOrder', 'name', 'questions', 'score'],
      },
      ...group(['previous_done']),
      ...plenary,
    ],
  },
]
