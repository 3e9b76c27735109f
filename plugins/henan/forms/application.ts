import {
  date,
  file,
  form,
  longText,
  month,
  must,
  number,
  phone,
  readOnly,
  records,
  select,
  text,
  year,
} from '#province/fields'
import type { MaterialRule, SectionRule } from '#province/ruleset'

const EDUCATION = ['博士研究生', '硕士研究生', '大学本科', '大学专科', '中等专科'] as const

export const sections: SectionRule[] = [
  form('基本信息', 'person', '个人基本信息', [
    readOnly('name', '姓名', { prefill: 'person.name', disclosure: 'public' }),
    readOnly('idNumber', '证件号码', { prefill: 'person.idNumberMasked' }),
    select('sex', '性别', ['男', '女'], { ...must, prefill: 'person.sex' }),
    select('nation', '民族', 'nations', must),
    date('birthDate', '出生日期', { ...must, prefill: 'person.birthDate' }),
    date('startedWork', '参加工作时间', must),
    phone('mobile', '手机号码', { ...must, sensitive: true, disclosure: 'authority' }),
    { id: 'photo', label: '照片', type: 'image', maxSizeKb: 500 },
  ]),
  form('基本信息', 'target', '申报信息', [
    readOnly('unit', '推荐单位', { prefill: 'organization.name', disclosure: 'public' }),
    readOnly('series', '申报系列', { prefill: 'application.seriesName', disclosure: 'public' }),
    readOnly('specialty', '申报专业', {
      prefill: 'application.specialtyName',
      disclosure: 'public',
    }),
    readOnly('title', '申报职称', { prefill: 'application.titleName', disclosure: 'public' }),
    readOnly('mode', '评审类型', { prefill: 'application.modeLabel' }),
    select('presentTitle', '现任职称', 'present_titles', { ...must, hint: '没有的选“无”' }),
    date('presentSince', '现任职称取得时间'),
  ]),
  records(
    '经历',
    'education',
    '学习经历',
    [
      month('from', '开始时间', must),
      month('to', '结束时间', must),
      text('school', '毕业院校', { ...must, maxLength: 100 }),
      text('major', '所学专业', { ...must, maxLength: 100 }),
      select('education', '学历', EDUCATION, must),
      file('diploma', '学历证书'),
    ],
    { minRecords: 1 }
  ),
  records(
    '经历',
    'work',
    '工作经历',
    [
      month('from', '开始时间', must),
      month('to', '结束时间'),
      text('unit', '工作单位', { ...must, maxLength: 100 }),
      text('post', '岗位或职务', { ...must, maxLength: 60 }),
    ],
    { minRecords: 1 }
  ),
  records('经历', 'assessments', '任现职以来年度考核', [
    year('year', '考核年度', must),
    select('grade', '考核结果', ['优秀', '合格', '基本合格', '不合格'], must),
  ]),
  records('经历', 'training', '继续教育', [
    year('year', '年度', must),
    text('content', '培训内容', { ...must, maxLength: 100 }),
    number('hours', '学时', { ...must, min: 1, max: 2000 }),
  ]),
  records('业绩', 'lessons', '任教及讲课', [
    text('title', '讲课题目', { ...must, maxLength: 100 }),
    text('chapter', '章节', { ...must, maxLength: 40 }),
    text('edition', '教材版本', { ...must, maxLength: 40 }),
  ]),
  records('业绩', 'achievements', '业绩成果', [
    date('on', '时间', must),
    text('name', '名称', { ...must, maxLength: 100 }),
    text('giver', '授予或组织单位', { ...must, maxLength: 100 }),
    longText('content', '主要内容', { maxLength: 500 }),
    file('proof', '证明材料'),
  ]),
  records('业绩', 'papers', '论文论著', [
    text('title', '题目', { ...must, maxLength: 100 }),
    text('journal', '刊物或出版社', { ...must, maxLength: 100 }),
    month('published', '发表年月', must),
    select('rank', '个人排名', ['独立', '第一', '第二', '第三及以后'], must),
  ]),
  records('业绩', 'projects', '项目（课题）', [
    text('name', '项目（课题）名称', { ...must, maxLength: 100 }),
    text('giver', '立项单位', { ...must, maxLength: 100 }),
    month('from', '立项年月', must),
    select('rank', '个人排名', ['主持', '第二', '第三及以后'], must),
  ]),
  records(
    '业绩',
    'recommendations',
    '同行专家推荐',
    [
      text('expert', '推荐专家姓名', { ...must, maxLength: 40 }),
      text('unit', '推荐专家单位', { ...must, maxLength: 100 }),
      text('title', '推荐专家职称', { ...must, maxLength: 40 }),
    ],
    {
      visibleWhen: { mode: 'exceptional' },
      hint: '推荐专家担任评委的，评审时自动回避。',
    }
  ),
  { id: 'materials', group: '材料', title: '申报材料', kind: 'materials', fields: [] },
  form('材料', 'summary', '工作总结', [
    longText('text', '专业技术工作总结', { ...must, maxLength: 2000 }),
  ]),
]

const kinds = { accept: ['pdf', 'jpg', 'png'], maxSizeKb: 20_480, maxFiles: 10 }

export const materials: MaterialRule[] = [
  { id: 'truth_pledge', name: '诚信承诺书', required: true, ...kinds },
  { id: 'unit_publicity', name: '单位推荐公示证明', required: true, ...kinds },
  {
    id: 'exceptional',
    name: '破格申报推荐表',
    visibleWhen: { mode: 'exceptional' },
    requiredWhen: { mode: 'exceptional' },
    ...kinds,
  },
  { id: 'present_title', name: '现任职称证书', ...kinds },
  { id: 'other', name: '其他材料', ...kinds },
]
