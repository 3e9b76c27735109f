import type { FactGroup } from '#province/facts'
import { SECTIONS } from '#rules/shape/application'
import { AVOIDANCE } from '#rules/shape/avoidance'
import {
  choice,
  choices,
  condition,
  field,
  flag,
  id,
  newId,
  number,
  optional,
  options,
  record,
  text,
  type Field,
  type ListNode,
  type RecordNode,
  type Value,
} from '#rules/shape/node'
import { CORE_KINDS } from '#province/facts'
import { HINTS, PATH_KINDS, PATH_SETS, SELECTORS, TASKS } from '#rules/shape/words'

const APPLICATION: FactGroup[] = ['target', 'organization', 'form']

export const ACCOUNTS: RecordNode = record(
  field(
    'applicants',
    '申报人账号由谁开设',
    choice({ self: '本人注册', unit: '所在单位为本单位人员开设' })
  ),
  field('registrationReview', '注册后须单位确认', flag, {
    when: ({ applicants }) => applicants === 'self',
  }),
  field('perYear', '每人每年一个账号', flag),
  field(
    'experts',
    '评审专家的账号',
    choice({ random_per_meeting: '每次会议随机分配', own: '专家本人的账号' })
  ),
  field('activationDays', '激活码有效期', number(1, 90, '天'))
)

export const KINDS: ListNode = {
  kind: 'list',
  noun: '机构类型',
  key: 'id',
  title: ({ label }) => label,
  create: () => ({ id: newId('kind'), label: '', core: 'unit', creates: [], staffRoles: [] }),
  item: record(
    field('label', '名称', text),
    field('core', '性质', choice(CORE_KINDS)),
    field('creates', '可以建立的下级机构', choices('kinds')),
    field('staffRoles', '可以开设的工作人员岗位', choices('roles')),
    id
  ),
}

export const SERIES: ListNode = {
  kind: 'list',
  noun: '系列',
  key: 'code',
  title: ({ code, name }) => `${code} ${name}`,
  create: () => ({ code: '', name: '', specialties: [], titles: [] }),
  item: record(
    field('code', '系列代码', text, { help: '国家职称系列代码。' }),
    field('name', '系列名称', text),
    field('category', '申报类别', text, optional),
    field('specialties', '专业', {
      kind: 'list',
      noun: '专业',
      key: 'code',
      title: ({ code, name }) => `${code} ${name}`,
      create: () => ({ code: '', name: '' }),
      item: record(field('code', '专业代码', text), field('name', '专业名称', text)),
    }),
    field('titles', '职称', {
      kind: 'list',
      noun: '职称',
      key: 'code',
      title: ({ code, name }) => `${code} ${name}`,
      create: () => ({ code: '', name: '', level: 'intermediate' }),
      item: record(
        field('code', '职称代码', text),
        field('name', '职称名称', text),
        field('level', '级别', choice('levels')),
        field('nationalTitle', '对应人社部职称', text, optional)
      ),
    })
  ),
}

const isOfForm = ({ kind }: Value) => kind !== 'flag'

/** What the desks of the reviewing bodies work with. */
const DESK: Field[] = [
  field('searches', '审核列表的查询条件', {
    kind: 'list',
    noun: '查询条件',
    key: 'id',
    title: ({ label }) => label,
    create: () => ({ id: newId('search'), label: '', kind: 'value', section: '', field: '' }),
    item: record(
      field('label', '名称', text),
      field(
        'kind',
        '按什么查询',
        choice({ value: '填写的内容', since: '从某日起的整年数', flag: '是否符合条件' })
      ),
      field('section', '信息项', choice('sections'), { ...optional, when: isOfForm }),
      field('field', '字段', choice('fields'), { ...optional, when: isOfForm }),
      field('when', '只看符合条件的', condition(APPLICATION, true), optional),
      id
    ),
  }),
  field('reviewFields', '审核意见之外的字段', {
    kind: 'list',
    noun: '字段',
    key: 'id',
    title: ({ label }) => label,
    create: () => ({ id: newId('field'), label: '', maxLength: 200 }),
    item: record(
      field('label', '名称', text),
      field('maxLength', '最多字数', number(1, 1000, '字')),
      field('when', '由哪些机构填写', condition(['body']), {
        ...optional,
        help: '不设条件时每个机构都填写。',
      }),
      id
    ),
  }),
  field('hints', '自动核查的字段', {
    kind: 'list',
    noun: '核查',
    title: ({ kind }) => HINTS[kind as keyof typeof HINTS] ?? '',
    create: () => ({ section: '', field: '', kind: 'title' }),
    item: record(
      field('kind', '核查什么', choice(HINTS)),
      field('section', '信息项', choice('sections')),
      field('field', '字段', choice('fields'))
    ),
  }),
]

const inside = record(
  field('label', '名称', text),
  field('role', '办理岗位', choice('roles')),
  field('task', '办理事项', choice(TASKS)),
  field('when', '适用的机构', condition([...APPLICATION, 'body']), {
    ...optional,
    help: '不设条件时路径上的每个机构都要办理。',
  })
)

export const APPROVALS: RecordNode = record(
  field(
    'returnPolicy',
    '退回方式',
    choice({ one_level: '逐级退回下级机构', to_applicant: '直接退回申报人' })
  ),
  field('hold', '允许“审核待定”', flag),
  field('batch', '允许批量审核', flag),
  field('unitPublicityWorkingDays', '单位内部公示', number(0, 60, '个工作日')),
  ...DESK,
  field('paths', '审核路径', {
    kind: 'list',
    noun: '审核路径',
    key: 'id',
    firstMatch: true,
    title: ({ label }) => label,
    create: () => ({
      id: newId('path'),
      label: '',
      kind: 'hierarchy',
      inside: [{ role: 'handler', task: 'review', label: '审核' }],
    }),
    item: record(
      field('label', '名称', text),
      field('when', '适用的申报', condition(APPLICATION), {
        ...optional,
        help: '最后一条路径不设条件，其他申报都走它。',
      }),
      field('kind', '路径的形式', choice(PATH_KINDS)),
      field('until', '终点', condition(['body']), {
        ...optional,
        when: ({ kind }) => kind === 'hierarchy',
        help: '到第一个符合条件的机构为止；不设条件则一直到最上级。',
      }),
      field(
        'goal',
        '终点',
        choice({ committee: '所选评委会的办事机构', receiver: '初定、认定受理机构' }),
        { ...optional, when: ({ kind }) => kind === 'network', help: '不选时以评委会为终点。' }
      ),
      field('pathSet', '使用哪一组审核路径', choice(PATH_SETS), {
        ...optional,
        when: ({ kind }) => kind === 'network',
      }),
      field('bodies', '依次经过', bodyList('机构'), {
        ...optional,
        when: ({ kind }) => kind === 'steps',
      }),
      field('inside', '每个机构内的办理步骤', {
        kind: 'list',
        noun: '步骤',
        title: ({ label }) => label,
        create: () => ({ role: 'handler', task: 'review', label: '' }),
        item: inside,
      }),
      field(
        'qualify',
        '最后的资格复核',
        record(
          field('label', '名称', text),
          field('role', '办理岗位', choice('roles')),
          field('task', '办理事项', choice({ qualify: '资格复核' }))
        ),
        optional
      ),
      id
    ),
  })
)

/** Bodies one after another; an entry is a selector itself. */
export function bodyList(noun: string): ListNode {
  return {
    kind: 'list',
    noun,
    title: ({ body: selected }) => SELECTORS[selected as keyof typeof SELECTORS] ?? noun,
    create: () => ({ body: 'supervisor' }),
    item: record(
      field('body', '机构', choice(SELECTORS)),
      field('kind', '机构类型', choice('kinds'), {
        ...optional,
        when: (entry) => entry.body === 'nearest',
      })
    ),
  }
}

export const QUOTAS: RecordNode = record(
  field('binds', '按职数控制申报', flag),
  field('categories', '职数类别', {
    kind: 'list',
    noun: '职数类别',
    key: 'value',
    title: ({ label }) => label,
    create: () => ({ value: newId('quota'), label: '', levels: [] }),
    item: record(
      field('label', '名称', text),
      field('levels', '占用此类职数的级别', choices('levels')),
      field('value', '标识', { kind: 'id' }, { help: id.help })
    ),
  }),
  field('kinds', '评审职数类别', options('职数类别'))
)

export const COMMITTEES: RecordNode = record(
  field('validityYears', '评委会有效期', number(1, 3, '年')),
  field('termYears', '评委任期', number(1, 3, '年')),
  field('sizes', '评委会人数', {
    kind: 'list',
    noun: '人数要求',
    firstMatch: true,
    title: ({ min }) => `不少于 ${min ?? '—'} 人`,
    create: () => ({ min: 7, odd: true, source: '' }),
    item: record(
      field('when', '适用的评委会', condition(['committee']), optional),
      field('min', '至少', number(1, 500, '人')),
      field('odd', '应为单数', flag),
      field('source', '依据', text)
    ),
  }),
  field('profile', '专家信息项', { ...SECTIONS, noun: '专家信息项' }),
  field('creditYears', '违规专家停用', number(3, 20, '年')),
  field('avoidance', '回避核对', AVOIDANCE, optional)
)

export const PLANS: RecordNode = record(
  field('required', '开会前须呈报评审方案', flag),
  field('draw', '随机抽取评委', flag),
  field('flows', '评审方式', choices({ online: '线上评审', offline: '线下评审，录入结果' })),
  field('kinds', '方案类别', {
    kind: 'list',
    noun: '方案类别',
    key: 'id',
    title: ({ label }) => label,
    create: () => ({ id: 'special', label: '', reviewerRole: 'plan_reviewer' }),
    item: record(
      field('label', '名称', text),
      field('id', '类别', choice({ normal: '正常', special: '特殊情况' })),
      field('reviewerRole', '审核岗位', choice('roles'))
    ),
  })
)

export const DOCUMENTS: RecordNode = record(
  field('required', '须印发职称文件', flag),
  field('routes', '发文审查', {
    kind: 'list',
    noun: '审查路线',
    firstMatch: true,
    title: ({ label }) => label,
    create: () => ({ label: '', bodies: [{ body: 'root' }] }),
    item: record(
      field('label', '名称', text),
      field('when', '适用的文件', condition(['document', 'issuer', 'organization']), optional),
      field('bodies', '依次审查的机构', bodyList('机构'))
    ),
  })
)
