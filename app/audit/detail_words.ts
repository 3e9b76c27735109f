/** Names of what an entry tells beside its act. */
const NAMES: Record<string, string> = {
  about: '事由',
  action: '操作',
  actor: '操作人',
  applications: '申报数',
  batch: '批次',
  by: '方式',
  change: '变更申请',
  chosen: '选定数',
  committed: '已导入',
  count: '数量',
  date: '日期',
  decision: '决定',
  enabled: '启用',
  endsOn: '截止日期',
  entry: '记录编号',
  expert: '专家编号',
  from: '自',
  isWorkDay: '工作日',
  issuer: '身份提供方',
  job: '任务编号',
  key: '号码库',
  kind: '种类',
  login: '登录名',
  moved: '转换数',
  notPassed: '未通过人数',
  number: '编号',
  outcome: '结果',
  passed: '通过人数',
  people: '人数',
  plannedFor: '原定开始日期',
  printer: '打印机',
  reason: '原因',
  refused: '未导入',
  request: '请求编号',
  role: '岗位',
  roles: '岗位',
  scope: '范围',
  scopes: '范围',
  sender: '报送渠道',
  source: '来源',
  startsOn: '开始日期',
  subjectId: '对象编号',
  to: '至',
  what: '内容',
  year: '年度',
}

/** Values that are kept as codes. */
const VALUES: Record<string, string> = {
  approved: '通过',
  correct: '更正',
  done: '完成',
  not_passed: '未通过',
  passed: '通过',
  refused: '被拒绝',
  rejected: '不通过',
  reissue: '换发',
  revoke: '撤销',
}

type Detail = Record<string, unknown>

/**
 * The details of an entry in words: `名称：值`, one after the other. Codes that have no words are left out here; the
 * exported file carries the entry as it is kept.
 */
export function detailWords(detail: Detail, roles: Map<string, string>): string {
  const one = (value: unknown): string => {
    if (value === null || value === '') return '无'
    if (typeof value === 'boolean') return value ? '是' : '否'
    if (Array.isArray(value)) return value.map(one).filter(Boolean).join('、')
    if (typeof value === 'object') return detailWords(value as Detail, roles)
    const text = String(value)
    if (!/^[a-z]+([_.][a-z]+)*$/.test(text)) return text
    return VALUES[text] ?? roles.get(text) ?? ''
  }
  return Object.entries(detail)
    .map(([name, value]) => [NAMES[name], one(value)])
    .filter(([name, value]) => name && value)
    .map(([name, value]) => `${name}：${value}`)
    .join('；')
}
