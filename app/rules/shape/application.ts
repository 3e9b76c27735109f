import type { FactGroup } from '#province/facts'
import {
  choice,
  condition,
  field,
  flag,
  id,
  longText,
  newId,
  number,
  optional,
  options,
  record,
  text,
  type ListNode,
  type RecordNode,
  type Value,
} from '#rules/shape/node'
import { DISCLOSURES, FIELD_TYPES, PREFILLS, SOURCES } from '#rules/shape/words'

const APPLICATION: FactGroup[] = ['target', 'organization', 'form']
const accept = field(
  'accept',
  '允许的文件格式',
  { kind: 'words', placeholder: 'pdf、jpg、png' },
  { ...optional, when: ({ type }) => type === undefined || type === 'file' || type === 'image' }
)
const maxSize = field('maxSizeKb', '单个文件不超过', number(1, 20_480, 'KB'), {
  ...optional,
  when: accept.when,
})
const isNumber = ({ type }: Value) => type === 'number'
const isText = ({ type }: Value) => type === 'text' || type === 'long_text'
const isSelect = ({ type }: Value) => type === 'select'
const isShown = ({ type }: Value) => type !== 'read_only'

/** One field; its conditions may ask what is known where it stands. */
function fieldRecord(groups: FactGroup[]): RecordNode {
  return record(
    field('label', '名称', text),
    field('type', '填写方式', choice(FIELD_TYPES)),
    field('required', '必填', flag, { ...optional, when: isShown }),
    field('requiredWhen', '在此条件下必填', condition(groups, true), {
      ...optional,
      when: (entry) => isShown(entry) && !entry.required,
    }),
    field('visibleWhen', '在此条件下显示', condition(groups, true), optional),
    field('options', '选项', options('选项'), { ...optional, when: isSelect }),
    field('source', '选项取自', choice(SOURCES), {
      ...optional,
      when: (entry) => isSelect(entry) && !entry.options,
    }),
    field('prefill', '自动带出', choice(PREFILLS), optional),
    field('maxLength', '最多字数', number(1, 20_000, '字'), { ...optional, when: isText }),
    field('min', '最小值', { kind: 'number' }, { ...optional, when: isNumber }),
    field('max', '最大值', { kind: 'number' }, { ...optional, when: isNumber }),
    field('decimals', '小数位数', number(0, 4, '位'), { ...optional, when: isNumber }),
    accept,
    maxSize,
    field('hint', '填写提示', text, optional),
    field('disclosure', '可见范围', choice(DISCLOSURES), {
      ...optional,
      help: '不选时只有职称管理机构可见。',
    }),
    field('sensitive', '加密保存', flag, { ...optional, help: '敏感个人信息应加密保存。' }),
    id
  )
}

/** 申报选项: what an applicant chooses before the form. */
export const CHOICES: RecordNode = record(
  field('categories', '申报类别', options('申报类别'), { help: '不分类别的省份可以不设。' }),
  field('acquisitions', '取得方式', options('取得方式')),
  field('modes', '申报方式', options('申报方式')),
  field('evaluationMethods', '评审方式', options('评审方式')),
  field(
    'committeeChoice',
    '评委会由谁确定',
    choice({
      applicant: '申报人选择',
      office: '评委会办事机构指定',
      by_catalogue: '按系列和级别自动确定',
    })
  ),
  field('precheck', '资格问题', {
    kind: 'list',
    noun: '问题',
    key: 'id',
    title: ({ label }) => label,
    create: () => ({ id: newId('question'), label: '', type: 'text', required: true }),
    item: fieldRecord(['target', 'precheck']),
  }),
  field('correctionWorkingDays', '退回后补正期限', number(1, 60, '个工作日')),
  field(
    'pledge',
    '诚信承诺',
    record(field('version', '版本', text), field('text', '承诺内容', { kind: 'text', rows: 5 }))
  )
)

/** 申报信息项: the sections of the form with their fields. */
export const SECTIONS: ListNode = {
  kind: 'list',
  noun: '信息项',
  key: 'id',
  preview: 'section',
  title: ({ title, group }) => [group, title].filter(Boolean).join(' · '),
  create: () => ({ id: newId('section'), group: '', title: '', kind: 'form', fields: [] }),
  item: record(
    field('title', '标题', text),
    field('group', '所属分组', text, { help: '申报页面左侧目录的标题，如“基础信息”。' }),
    field(
      'kind',
      '形式',
      choice({ form: '填一次', records: '可填多条', materials: '上传申报材料' })
    ),
    field('hint', '说明', longText, optional),
    field('visibleWhen', '在此条件下显示', condition(APPLICATION), optional),
    field('minRecords', '至少填写', number(0, 100, '条'), {
      ...optional,
      when: ({ kind }) => kind === 'records',
    }),
    field('maxRecords', '最多填写', number(1, 500, '条'), {
      ...optional,
      when: ({ kind }) => kind === 'records',
    }),
    field(
      'fields',
      '字段',
      {
        kind: 'list',
        noun: '字段',
        key: 'id',
        title: ({ label, required }) => (required ? `${label}（必填）` : label),
        create: () => ({ id: newId('field'), label: '', type: 'text' }),
        item: fieldRecord(APPLICATION),
      },
      { when: ({ kind }) => kind !== 'materials' }
    ),
    id
  ),
}

export const MATERIALS: ListNode = {
  kind: 'list',
  noun: '申报材料',
  key: 'id',
  title: ({ name, required }) => (required ? `${name}（必须）` : name),
  create: () => ({ id: newId('material'), name: '' }),
  item: record(
    field('name', '名称', text),
    field('required', '必须上传', flag, optional),
    field('requiredWhen', '在此条件下必须', condition(APPLICATION), {
      ...optional,
      when: ({ required }) => !required,
    }),
    field('visibleWhen', '在此条件下需要', condition(APPLICATION), optional),
    field('maxFiles', '最多文件数', number(1, 50, '个'), optional),
    accept,
    maxSize,
    field('template', '可下载的样表', choice('templates'), optional),
    field('hint', '说明', longText, optional),
    id
  ),
}

export const ELIGIBILITY: ListNode = {
  kind: 'list',
  noun: '资格条件',
  key: 'id',
  title: ({ label }) => label,
  create: () => ({
    id: newId('rule'),
    label: '',
    when: {},
    outcome: 'warn',
    explanation: '',
    source: '',
  }),
  item: record(
    field('label', '名称', text),
    field('applies', '适用的申报', condition(['target']), {
      ...optional,
      help: '不设条件时适用于所有申报。',
    }),
    field('when', '符合此条件时', condition(['target', 'precheck']), {
      help: '在选择申报方向、回答资格问题时判断，此时还没有填写申报信息。',
    }),
    field('outcome', '处理', choice({ block: '不能申报', warn: '提醒后可以申报' })),
    field('explanation', '告知申报人的话', longText),
    field('evidence', '证明材料', text, { ...optional, help: '审核人据此核对。' }),
    field('source', '依据', text),
    id
  ),
}
