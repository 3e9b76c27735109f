import {
  date,
  email,
  form,
  longText,
  month,
  must,
  number,
  period,
  readOnly,
  records,
  select,
  text,
} from '#province/fields'
import type { SectionRule } from '#province/ruleset'

const short = { maxLength: 100 }
const ABOUT = '基本情况'
const LIFE = '学习与工作'
const ACHIEVEMENTS = '业绩成果'

/** The profile an expert completes before he is reviewed (HB-64); plain fields only, without conditions or files. */
export const EXPERT_PROFILE: SectionRule[] = [
  form(ABOUT, 'basics', '个人基础信息', [
    readOnly('name', '姓名', { prefill: 'person.name' }),
    readOnly('idNumber', '证件号码', { prefill: 'person.idNumberMasked' }),
    readOnly('sex', '性别', { prefill: 'person.sex' }),
    readOnly('birthDate', '出生日期', { prefill: 'person.birthDate' }),
    select('nation', '民族', 'nations', must),
    text('politics', '政治面貌', { maxLength: 20 }),
    select('education', '最高学历', ['研究生', '大学本科', '大学专科', '其他'], must),
    select('degree', '最高学位', ['博士', '硕士', '学士', '无'], must),
    email('email', '电子邮箱', short),
    text('address', '通讯地址', short),
  ]),
  form(ABOUT, 'work', '工作信息', [
    text('post', '现任岗位', { ...must, maxLength: 60 }),
    text('administrativePost', '行政职务', { maxLength: 60, hint: '没有的填“无”' }),
    select('unitNature', '单位性质', ['机关', '事业单位', '国有企业', '民营企业', '其他'], must),
    month('titleSince', '现职称取得时间', must),
    number('years', '从事专业技术工作年限', { ...must, min: 0, max: 70 }),
    text('officePhone', '办公电话', { maxLength: 20 }),
  ]),
  form(ABOUT, 'others', '其他信息', [
    longText('research', '研究方向与专业特长', { ...must, maxLength: 500 }),
    longText('partTime', '社会兼职', { maxLength: 500 }),
    longText('avoidance', '需要回避的单位或人员', {
      maxLength: 500,
      hint: '与您有亲属、师生、合作或其他可能影响公正关系的单位和人员',
    }),
  ]),
  records(
    LIFE,
    'studies',
    '学习经历',
    [
      period('time', '起止年月', must),
      text('school', '毕业学校', { ...must, ...short }),
      text('major', '所学专业', { ...must, ...short }),
      text('degree', '学历学位', { maxLength: 40 }),
    ],
    { minRecords: 1 }
  ),
  records(
    LIFE,
    'posts',
    '工作履历',
    [
      period('time', '起止年月', must),
      text('unit', '工作单位', { ...must, ...short }),
      text('post', '岗位或职务', { ...must, maxLength: 60 }),
    ],
    { minRecords: 1 }
  ),
  records(ACHIEVEMENTS, 'honours', '荣誉', [
    text('name', '荣誉名称', { ...must, ...short }),
    text('giver', '授予单位', { ...must, ...short }),
    date('on', '授予日期', must),
  ]),
  records(ACHIEVEMENTS, 'awards', '奖励', [
    text('name', '奖励名称', { ...must, ...short }),
    text('grade', '等级与名次', { maxLength: 60 }),
    text('giver', '授予单位', { ...must, ...short }),
    date('on', '获奖日期', must),
  ]),
  records(ACHIEVEMENTS, 'expertTitles', '专家称号', [
    text('name', '称号', { ...must, ...short }),
    text('giver', '授予单位', { ...must, ...short }),
    date('on', '授予日期', must),
  ]),
  records(ACHIEVEMENTS, 'papers', '论文', [
    text('name', '论文题目', { ...must, maxLength: 200 }),
    text('journal', '刊物名称', { ...must, ...short }),
    month('on', '发表时间', must),
    text('rank', '本人排名', { maxLength: 20 }),
  ]),
  records(ACHIEVEMENTS, 'books', '论著', [
    text('name', '论著名称', { ...must, maxLength: 200 }),
    text('publisher', '出版单位', { ...must, ...short }),
    month('on', '出版时间', must),
    text('role', '本人承担部分', { maxLength: 100 }),
  ]),
]
