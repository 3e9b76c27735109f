/** Headings of the manuals for the columns a mode may name; the same on the pages and in exported lists. */
export const COLUMNS: Record<string, string> = {
  number: '编号',
  name: '姓名',
  unit: '单位名称',
  recommendingUnit: '推荐单位',
  series: '申报系列',
  specialty: '申报专业',
  title: '申报职称',
  qualification: '申报资格',
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
  totalScore: '总分',
  assessment: '评价',
  vote: '投票',
  opinion: '意见',
  result: '复审结果',
  yes: '同意票数',
  no: '反对票数',
  abstain: '弃权票数',
  groupOpinion: '专业组意见',
  deliberation: '专业组评议',
  outcome: '是否通过',
  remark: '评委会评议',
}

export const OUTCOMES: Record<string, string> = { passed: '通过', not_passed: '不通过' }
/** How a re-check is worded, as every other review of material is (HU-17). */
export const RECHECKS: Record<string, string> = { passed: '审核通过', not_passed: '审核不通过' }
export const CHOICES: Record<string, string> = { yes: '同意', no: '反对', abstain: '弃权' }
/** Provisional votes are worded as intentions (HN-15). */
export const INTENTIONS: Record<string, string> = { yes: '拟通过', no: '拟否决', abstain: '拟弃权' }
export const OFFICES: Record<string, string> = { chair: '主任', vice_chair: '副主任' }
export const MEETING_STATUS: Record<string, string> = {
  preparing: '准备中',
  in_session: '进行中',
  reported: '已上报结果',
  closed: '已关闭',
}
/** An answer of a member of a meeting, drawn or seated. */
export const MEMBER_STATUS: Record<string, string> = {
  drawn: '待确认',
  active: '参加',
  reserve: '备选',
  refused: '不能参加',
  absent: '缺席',
  withdrawn: '退出',
}
