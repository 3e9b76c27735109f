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
} from '#province/fields'
import type { SectionRule } from '#province/ruleset'
import * as options from './options.js'

const BASICS = '基础信息'
const HISTORY = '学习资历'

/** F2, F3, F1 again (read-only) and F4–F8 with the certificates and offices beside them (HB-23…32). */
export const basics: SectionRule[] = [
  form(BASICS, 'person', '个人基本信息', [
    readOnly('name', '姓名', { prefill: 'person.name', disclosure: 'public' }),
    select('idType', '证件类型', options.ID_TYPES, must),
    readOnly('idNumber', '证件号码', { prefill: 'person.idNumberMasked' }),
    select('sex', '性别', options.SEX, { ...must, prefill: 'person.sex' }),
    select('nation', '民族', 'nations', must),
    date('birthDate', '出生日期', { ...must, prefill: 'person.birthDate' }),
    select('politics', '政治面貌', options.POLITICS, {
      ...must,
      sensitive: true,
      disclosure: 'authority',
    }),
    phone('mobile', '手机号码', { ...must, sensitive: true, disclosure: 'authority' }),
    text('workPhone', '现工作单位联系电话', { maxLength: 12 }),
    longText('summary', '工作总结摘要', { ...must, maxLength: 400 }),
    file('summaryFile', '工作总结附件', must),
    file('insuranceProof', '社保缴费证明'),
    text('insuranceUnit', '社保缴费单位', { maxLength: 100 }),
    number('insuranceMonths', '社保缴费月份数', { min: 0, max: 720 }),
    date('insuredFrom', '本次参保日期'),
    text('insuranceState', '参保状态', { maxLength: 20 }),
    {
      id: 'photo',
      label: '照片',
      type: 'image',
      maxSizeKb: 500,
      hint: '支持任何图片格式，大小不要超过 500 KB',
    },
  ]),
  form(BASICS, 'present', '申报人现状', [
    text('archivePlace', '现档案存放单位', {
      ...must,
      maxLength: 50,
      hint: '若无档案存放单位可以填“无”',
    }),
    select('unitType', '现工作单位类型', options.UNIT_TYPES, must),
    text('personnelPhone', '现工作单位人事部门电话', { ...must, maxLength: 12 }),
    number('yearsInField', '现从事专业年限', { ...must, min: 0, max: 60 }),
    select('field', '现从事专业', 'specialties', must),
    select('hasTitle', '是否有职称', options.YES_NO, must),
    ...currentTitle({ visibleWhen: { 'form.present.hasTitle': '是' } }),
    date('titleSince', '现职称取得时间', {
      visibleWhen: { 'form.present.hasTitle': '是' },
      requiredWhen: { 'form.present.hasTitle': '是' },
    }),
    select('schoolLocation', '中小学教师系列工作单位所在地类别', options.SCHOOL_LOCATIONS, {
      visibleWhen: { series: '22' },
    }),
  ]),
  {
    id: 'materials',
    group: BASICS,
    title: '申报基础材料',
    kind: 'materials',
    fields: [],
    hint: '标注“是”的为必须上传材料；医德医风考核表为卫生医护类职称必须上传材料。',
  },
  form('申报信息', 'target', '申报信息', [
    readOnly('unit', '申报单位', { prefill: 'organization.name', disclosure: 'public' }),
    readOnly('category', '申报类别', { prefill: 'application.categoryLabel' }),
    readOnly('series', '申报系列', { prefill: 'application.seriesName', disclosure: 'public' }),
    readOnly('specialty', '申报专业', {
      prefill: 'application.specialtyName',
      disclosure: 'public',
    }),
    readOnly('title', '申报职称', { prefill: 'application.titleName', disclosure: 'public' }),
    readOnly('level', '申报职称等级', { prefill: 'application.levelLabel' }),
    readOnly('mode', '申报方式', { prefill: 'application.modeLabel' }),
    readOnly('evaluationMethod', '评审方式', { prefill: 'application.evaluationMethodLabel' }),
  ]),
  records(
    HISTORY,
    'education',
    '学习经历',
    [
      month('from', '开始时间', must),
      month('to', '结束时间', must),
      text('school', '毕业院校', { ...must, maxLength: 200 }),
      text('major', '所学专业', { ...must, maxLength: 100 }),
      select('schooling', '学制', options.SCHOOLING, must),
      select('education', '学历', options.EDUCATION, must),
      select('degree', '学位', options.DEGREES, must),
      select('years', '学习年限', options.STUDY_YEARS, must),
      select('isFirst', '是否第一学历', options.YES_NO, must),
      select('isHighest', '是否最高学历', options.YES_NO, must),
      file('diploma', '学历证书', must),
      file('degreeCertificate', '学位证书'),
      file('chsi', '学信网证明'),
    ],
    { minRecords: 1 }
  ),
  records(
    HISTORY,
    'work',
    '工作经历',
    [
      month('from', '开始日期', must),
      month('to', '结束日期', must),
      text('unit', '工作单位', { ...must, maxLength: 100 }),
      text('post', '专业技术职务', { ...must, maxLength: 100 }),
      text('witness', '证明人', { ...must, maxLength: 36 }),
      longText('duties', '工作经历', { ...must, maxLength: 1000 }),
    ],
    { minRecords: 1 }
  ),
  records(HISTORY, 'titleCertificate', '现专业技术职务任职资格证书', [
    ...currentTitle(must),
    text('approvalNumber', '批文号', { maxLength: 36 }),
    text('controlNumber', '管理号', { maxLength: 36 }),
    date('obtainedOn', '取得时间', must),
    file('certificate', '证书', must),
  ]),
  records(
    HISTORY,
    'examInsteadOfReview',
    '以考代评专业考试合格证书',
    [
      text('category', '对应类别', { ...must, maxLength: 40 }),
      text('series', '对应系列', { ...must, maxLength: 60 }),
      text('specialty', '对应专业', { ...must, maxLength: 60 }),
      text('title', '对应职称', { ...must, maxLength: 60 }),
      select('level', '对应等级', options.LEVELS, must),
      text('approvalNumber', '批文号', { maxLength: 36 }),
      text('controlNumber', '管理号', { maxLength: 36 }),
      date('obtainedOn', '取得时间', must),
      file('certificate', '证书', must),
    ],
    { hint: '有以考代评合格证书的申报人填写' }
  ),
  records(
    HISTORY,
    'examAndReview',
    '考评结合专业考试合格证书（成绩单）',
    [
      text('category', '类别', { ...must, maxLength: 40 }),
      text('series', '系列', { ...must, maxLength: 60 }),
      text('specialty', '专业', { ...must, maxLength: 60 }),
      text('title', '对应职称', { ...must, maxLength: 60 }),
      select('level', '对应待晋升职称等级', options.LEVELS, must),
      text('approvalNumber', '批文号', { maxLength: 36 }),
      text('controlNumber', '管理号', { maxLength: 36 }),
      date('obtainedOn', '证书取得时间', must),
      date('examYear', '考试年度', must),
      text('score', '考试成绩', { maxLength: 20 }),
      date('validUntil', '成绩有效期', must),
      file('certificate', '证书'),
      file('scoreSheet', '成绩单'),
    ],
    { hint: '考评结合专业申报人员填写' }
  ),
  records(HISTORY, 'otherCertificates', '其他证书', [
    text('name', '证书名称', { ...must, maxLength: 100 }),
    text('number', '证书编号', { maxLength: 60 }),
    text('issuer', '发证单位', { ...must, maxLength: 100 }),
    date('obtainedOn', '取得时间', must),
    file('certificate', '证书', must),
  ]),
  records(HISTORY, 'societies', '学术团体和社会兼职', [
    text('name', '团体名称', { ...must, maxLength: 100 }),
    text('post', '担任职务', { ...must, maxLength: 60 }),
    month('from', '开始时间', must),
    month('to', '结束时间'),
    file('proof', '证明材料'),
  ]),
]

/** The five selects of the present title (F3, F6). */
function currentTitle(more: object) {
  return [
    select('titleCategory', '现职称类别', options.TITLE_CATEGORIES, more),
    select('titleSeries', '现职称系列', 'present_series', more),
    text('titleSpecialty', '现职称专业', { maxLength: 60, ...more }),
    select('titleName', '现职称名称', 'present_titles', more),
    select('titleLevel', '现职称等级', options.LEVELS, more),
  ]
}
