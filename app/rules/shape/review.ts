import { MESSAGE_CHANNELS, MESSAGE_EVENTS } from '#province/message_rules'
import { PAPER_FIELDS } from '#province/paper'
import {
  body,
  choice,
  choices,
  condition,
  field,
  flag,
  id,
  longText,
  newId,
  number,
  optional,
  record,
  text,
  type ListNode,
  type RecordNode,
} from '#rules/shape/node'
import {
  COLUMNS,
  GATES,
  KEPT,
  MEETING_ROLES,
  POOL_FACTS,
  PRIMITIVES,
  PUBLIC_FIELDS,
  SCOPES,
  SUBJECTS,
  VERIFICATION_FIELDS,
} from '#rules/shape/words'

const isScore = ({ primitive }: { primitive?: string }) => primitive === 'score'

/** 评审模式: stages composed from the primitives of the core. */
export const MODES: ListNode = {
  kind: 'list',
  noun: '评审模式',
  key: 'id',
  preview: 'mode',
  title: ({ label }) => label,
  create: () => ({ id: newId('mode'), label: '', stages: [] }),
  item: record(
    field('label', '名称', text),
    field('stages', '环节', {
      kind: 'list',
      noun: '环节',
      key: 'id',
      title: ({ label, scope }) => `${label}（${SCOPES[scope as keyof typeof SCOPES] ?? ''}）`,
      create: () => ({
        id: newId('stage'),
        label: '',
        scope: 'plenary',
        primitive: 'vote',
        who: 'member',
        per: 'case',
        gates: [],
        columns: ['number', 'name', 'unit', 'title'],
      }),
      item: record(
        field('label', '名称', text),
        field('scope', '在哪里办理', choice(SCOPES)),
        field('primitive', '做什么', choice(PRIMITIVES)),
        field('subject', '对象', choice(SUBJECTS), {
          ...optional,
          when: ({ primitive }) => primitive === 'assign' || primitive === 'confirm',
        }),
        field('who', '由谁办理', choice(MEETING_ROLES)),
        field('per', '办理方式', choice({ case: '逐人办理', scope: '整组办理' })),
        field('gates', '开始的前提', choices(GATES)),
        field('ballot', '投票方式', choice({ secret: '无记名', named: '记名' }), {
          ...optional,
          when: ({ primitive }) => primitive === 'vote',
        }),
        field('scoredBy', '谁打分', choice({ each: '每位评委', lead: '主审' }), {
          ...optional,
          when: isScore,
        }),
        field('aggregate', '合分办法', choice('aggregates'), { ...optional, when: isScore }),
        field(
          'sheet',
          '评分表',
          {
            kind: 'list',
            noun: '评分项',
            key: 'id',
            title: ({ label, max }) => `${label}（${max ?? '—'} 分）`,
            create: () => ({ id: newId('item'), label: '', max: 100 }),
            item: record(
              field('label', '名称', text),
              field('max', '满分', number(1, 1000, '分')),
              id
            ),
          },
          { ...optional, when: isScore }
        ),
        field('blind', '隐去申报人姓名', flag, { ...optional, when: isScore }),
        field('columns', '列表显示的列', choices(COLUMNS)),
        id
      ),
    }),
    id
  ),
}

export const VOTING: RecordNode = record(
  field('quorum', '出席人数不少于', { kind: 'fraction' }),
  field('threshold', '通过票数不少于', { kind: 'fraction' }),
  field('base', '票数以谁为基数', choice({ attending: '出席评委', members: '全体评委' })),
  field('abstention', '允许弃权', flag),
  field('voidNeedsSecond', '作废投票须两人同意', flag, optional)
)

export const RESULTS: RecordNode = record(
  field('publicityWorkingDays', '评审结果公示', number(1, 60, '个工作日')),
  field('publicFields', '公示的内容', choices(PUBLIC_FIELDS)),
  field('minutesRequired', '公示前须上传会议纪要', flag),
  field('objectionWorkingDays', '异议处理期限', number(1, 120, '个工作日')),
  field('publishers', '由谁公示', {
    kind: 'list',
    noun: '公示机构',
    firstMatch: true,
    title: ({ label }) => label,
    create: () => ({ by: { body: 'root' }, label: '' }),
    item: record(
      field('label', '名称', text),
      field('when', '适用的申报', condition(['target', 'organization', 'form']), optional),
      field('by', '公示机构', body)
    ),
  }),
  field(
    'recognition',
    '考核认定结果由机构直接录入',
    record(field('label', '名称', text), field('when', '可以录入的机构', condition(['body']))),
    optional
  ),
  field(
    'filing',
    '备案',
    record(
      field('required', '须备案', flag),
      field('label', '名称', text),
      field('by', '备案机构', body),
      field('numberLabel', '文号的名称', text)
    )
  )
)

const place = [
  field('x', '距左边', number(0, 420, '毫米')),
  field('y', '距上边', number(0, 420, '毫米')),
  field('width', '宽', number(0, 420, '毫米')),
]
const PAPER: RecordNode = record(
  field('label', '空白证书名称', text),
  field('width', '纸宽', number(50, 420, '毫米')),
  field('height', '纸高', number(50, 420, '毫米')),
  field('feed', '放纸说明', longText),
  field('fields', '打印内容', {
    kind: 'list',
    noun: '打印内容',
    key: 'field',
    title: ({ field: name }) => PAPER_FIELDS[name as keyof typeof PAPER_FIELDS] ?? '',
    create: () => ({ field: 'name', x: 0, y: 0, width: 60, size: 12 }),
    item: record(
      field('field', '内容', choice(PAPER_FIELDS)),
      ...place,
      field('size', '字号', number(6, 40, '磅'))
    ),
  }),
  field('photo', '照片', record(...place, field('height', '高', number(0, 420, '毫米'))), optional)
)

export const CERTIFICATES: RecordNode = record(
  field('numberPattern', '证书编号规则', text, {
    help: '可用 {year} 年度、{region} 区划、{issuer} 发证单位编码、{series} 系列、{level} 级别、{seq:5} 五位流水号。',
  }),
  field('poolBy', '号码库按什么划分', choices(POOL_FACTS)),
  field('poolSize', '号码库每次扩充', number(1, 100_000, '个')),
  field('template', '证书模板', choice('templates')),
  field('forms', '同时生成的表', {
    kind: 'list',
    noun: '表',
    title: ({ label }) => label,
    create: () => ({ template: '', label: '', fields: {}, lists: [] }),
    item: record(
      field('label', '名称', text),
      field('template', '模板', choice('templates')),
      field('fields', '填入申报信息', { kind: 'mapping' }),
      field('lists', '填入多条记录的信息项', choices('sections'))
    ),
  }),
  field(
    'chooseFirst',
    '批量制证前先选定',
    choice({ level: '申报级别', document: '职称文件', meeting: '评审会议' })
  ),
  field('issuedBy', '发证机构', body),
  field('generatedBy', '制证机构', body),
  field('verificationFields', '公开验证时显示', choices(VERIFICATION_FIELDS)),
  field('changesNeedSecond', '撤销、换发、更正须两人同意', flag, optional),
  field('reportLabel', '证书报送的名称', text, {
    ...optional,
    help: '不填则不报送。',
  }),
  field('paper', '纸质证书版式', PAPER, {
    ...optional,
    help: '套打在空白证书上；位置从纸面左上角量起，单位毫米。',
  })
)

export const MESSAGES: ListNode = {
  kind: 'list',
  noun: '通知事项',
  key: 'event',
  title: ({ event }) => MESSAGE_EVENTS[event as keyof typeof MESSAGE_EVENTS] ?? '',
  create: () => ({ event: 'return', channels: ['email'] }),
  item: record(
    field('event', '事项', choice(MESSAGE_EVENTS)),
    field('channels', '站内消息之外还通过', choices(MESSAGE_CHANNELS))
  ),
}

export const RETENTION: ListNode = {
  kind: 'list',
  noun: '保存期限',
  key: 'what',
  title: ({ what, keepYears }) => `${KEPT[what as keyof typeof KEPT] ?? ''} ${keepYears ?? '—'} 年`,
  create: () => ({ what: 'materials', keepYears: 10, source: '' }),
  item: record(
    field('what', '保存的内容', choice(KEPT)),
    field('keepYears', '保存年限', number(1, 100, '年')),
    field('source', '依据', text)
  ),
}
