import { COLUMNS as HEADINGS } from '#evaluations/words'

/** The codes of a ruleset in words. */

export const SELECTORS = {
  unit: '申报人所在单位',
  supervisor: '上一级主管机构',
  nearest: '最近的某类机构',
  root: '最上级机构',
  last_reviewer: '最后审核机构',
  committee_office: '评委会办事机构',
}

export const FIELD_TYPES = {
  text: '单行文字',
  long_text: '多行文字',
  select: '下拉选择',
  date: '日期',
  month: '年月',
  year: '年份',
  period: '起止年月',
  number: '数字',
  phone: '手机号码',
  email: '电子邮箱',
  id_number: '身份证号',
  url: '网址',
  file: '文件',
  image: '图片',
  read_only: '只读（自动带出）',
}

export const SOURCES = {
  series: '职称系列',
  specialties: '专业',
  titles: '职称',
  levels: '职称级别',
  nations: '民族',
  present_series: '现职称系列（含“其他”）',
  present_titles: '现职称（含“其他”）',
}

export const PREFILLS = {
  'person.name': '姓名',
  'person.idNumberMasked': '身份证号（遮盖）',
  'person.sex': '性别',
  'person.birthDate': '出生日期',
  'organization.name': '单位名称',
  'application.categoryLabel': '申报类别',
  'application.seriesName': '申报系列',
  'application.specialtyName': '申报专业',
  'application.titleName': '申报职称',
  'application.levelLabel': '申报级别',
  'application.modeLabel': '申报方式',
  'application.evaluationMethodLabel': '评审方式',
}

export const DISCLOSURES = {
  office: '仅职称管理机构',
  committee: '评委会及以上',
  reviewer: '所在单位及以上',
  authority: '上级审核机构及以上',
  applicant: '申报人可见',
  public: '可对外公开',
}

export const PATH_KINDS = {
  hierarchy: '按隶属关系逐级上报',
  network: '按配置的审核路径',
  steps: '按固定的机构顺序',
}

export const PATH_SETS = {
  initial: '职称初定',
  recognition: '职称认定',
  junior: '初评会',
  intermediate: '中评会',
  senior: '高评会',
}

export const TASKS = {
  unit_publicity: '单位内部公示',
  recommend: '推荐上报',
  review: '审核',
}

export const SCOPES = { group: '专业组', plenary: '大评委会' }

export const PRIMITIVES = {
  assign: '分配（主审、副审、组长）',
  questions: '拟定面试题',
  score: '打分',
  confirm: '确认',
  recheck: '材料复审',
  provisional_vote: '拟投票',
  open_voting: '开启投票',
  vote: '投票',
  deliberate: '专业组评议',
  opinion: '评审意见',
  roll: '确定票源',
  report: '上报结果',
}

export const MEETING_ROLES = {
  chair: '主任',
  vice_chair: '副主任',
  leader: '专业组组长',
  lead: '主审',
  second: '副审',
  member: '评委',
  reporter: '上报人',
  office: '评委会办公室',
}

export const GATES = {
  previous_done: '前一环节已完成',
  switch_open: '投票已开启',
  roll_fixed: '票源已确定',
  group_passed: '专业组评议通过',
  criteria_confirmed: '评分标准已确认',
}

export const SUBJECTS = {
  lead: '主审',
  second: '副审',
  leader: '组长',
  criteria: '评分标准',
  score: '得分',
  result: '结果',
}

export const TRACE_KINDS = {
  unit: '工作单位',
  work: '论文论著',
  project: '项目（课题）',
  person: '提到的人员',
}

/** Columns of a list by the headings it is shown with, and those only parts of a meeting have. */
export const COLUMNS = {
  ...HEADINGS,
  leader: '组长',
  item: '评分项',
  max: '满分',
  voted: '已投票',
  notVoted: '未投票',
  bySpecialty: '按专业统计',
  idType: '证件类型',
  idNumber: '证件号码',
  phone: '联系电话',
}

export const PUBLIC_FIELDS = {
  name: '姓名',
  unit: '工作单位',
  series: '申报系列',
  specialty: '申报专业',
  title: '申报职称',
  level: '申报级别',
  committee: '评委会',
}

export const VERIFICATION_FIELDS = {
  name: '姓名',
  title: '职称',
  level: '级别',
  specialty: '专业',
  number: '证书编号',
  issuedOn: '发证日期',
  issuer: '发证机构',
  committee: '评委会',
}

export const POOL_FACTS = { year: '年度', issuer: '发证单位', level: '级别', series: '系列' }

export const KEPT = {
  applications: '申报记录',
  materials: '申报材料',
  scores: '评分与投票记录',
  accounts: '账号',
  logs: '日志',
}

/** The ways of forming a score the core ships; a province's own are shown by their name. */
export const AGGREGATES = {
  'core.mean': '平均分',
  'core.trimmed_mean': '去掉一个最高分和一个最低分后的平均分',
  'core.sum': '各项合计',
  'core.lead': '以主审打分为准',
}

/** What the desk is warned of by itself. */
export const HINTS = {
  title: '题名与其他申报重复',
  number: '编号与其他申报重复',
  issn: 'ISSN 校验位',
  isbn: 'ISBN 校验位',
}
