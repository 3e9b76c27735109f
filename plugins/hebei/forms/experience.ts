import {
  date,
  file,
  form,
  longText,
  month,
  must,
  number,
  period,
  records,
  select,
  text,
  url,
  year,
} from '#province/fields'
import type { SectionRule } from '#province/ruleset'
import * as options from './options.js'

const EXPERIENCE = '专业技术工作经历'
const ACHIEVEMENTS = '业绩成果'
const WRITINGS = '论文论著'

/** F9–F14 and the achievements (HB-33…39). */
export const experience: SectionRule[] = [
  records(
    EXPERIENCE,
    'assessments',
    '任现职以来年度考核',
    [
      year('year', '考核年度', { ...must, hint: '如：2021' }),
      select('grade', '考核档次', options.ASSESSMENTS, must),
      file('sheet', '年度考核表', must),
    ],
    { minRecords: 1 }
  ),
  records(EXPERIENCE, 'workExperience', '专业技术工作经验', [
    year('year', '考核年度', { ...must, hint: '如：2021' }),
    date('until', '截止时间', must),
    longText('content', '经历内容', { ...must, maxLength: 500 }),
    longText('note', '备注', { ...must, maxLength: 500 }),
  ]),
  records(EXPERIENCE, 'specialExperience', '特殊专业技术工作经验', [
    year('year', '考核年度', must),
    select('kind', '经历类别', options.SPECIAL_EXPERIENCE, must),
    date('until', '截止时间', must),
    longText('content', '经历内容', { ...must, maxLength: 500 }),
    longText('note', '备注', { ...must, maxLength: 500 }),
  ]),
  achievement('honours', '荣誉', '荣誉名称', '授予单位'),
  achievement('awards', '获奖', '奖项名称', '颁奖单位', [
    select('rank', '个人排名', options.RANKS, must),
  ]),
  achievement('expertTitles', '专家称号', '称号名称', '授予单位'),
  records(ACHIEVEMENTS, 'projects', '项目（课题）', [
    text('name', '项目（课题）名称', { ...must, maxLength: 100 }),
    text('number', '项目编号', { maxLength: 60 }),
    select('level', '项目级别', options.AWARD_LEVELS, must),
    select('rank', '个人排名', options.RANKS, must),
    month('from', '开始时间', must),
    month('to', '结束时间'),
    longText('result', '完成情况及效益', { maxLength: 500 }),
    file('proof', '证明材料'),
  ]),
  records(ACHIEVEMENTS, 'patents', '专利', [
    text('name', '专利名称', { ...must, maxLength: 100 }),
    text('number', '专利号', { ...must, maxLength: 60 }),
    select('kind', '专利类型', ['发明专利', '实用新型', '外观设计'], must),
    select('rank', '个人排名', options.RANKS, must),
    date('grantedOn', '授权日期', must),
    file('proof', '专利证书'),
  ]),
  records(ACHIEVEMENTS, 'otherAchievements', '其他业绩', [
    text('name', '业绩名称', { ...must, maxLength: 100 }),
    date('on', '时间', must),
    longText('content', '业绩内容', { ...must, maxLength: 500 }),
    file('proof', '证明材料'),
  ]),
  records(WRITINGS, 'papers', '论文', [
    text('title', '论文名称', { ...must, maxLength: 100 }),
    text('journal', '刊物名称', { ...must, maxLength: 100 }),
    text('issn', '刊号(ISSN)', { ...must, maxLength: 36 }),
    text('sponsor', '主办单位', { ...must, maxLength: 100 }),
    month('published', '发表年月', must),
    select('rank', '个人排名', options.RANKS, must),
    number('thousandWords', '字数(千字)', { min: 0, max: 10_000, decimals: 1 }),
    select('journalRank', '刊物排名', options.JOURNAL_RANKS, must),
    url('address', '检索验证地址', { maxLength: 300 }),
    longText('note', '备注', { maxLength: 500 }),
  ]),
  records(WRITINGS, 'books', '论著', [
    text('title', '论著名称', { ...must, maxLength: 100 }),
    text('publisher', '出版社名称', { ...must, maxLength: 100 }),
    text('isbn', '书号(ISBN)', { ...must, maxLength: 36 }),
    month('published', '出版年月', must),
    select('participation', '参与程度', options.PARTICIPATION, must),
    number('thousandWords', '完成字数(千字)', { min: 0, max: 10_000, decimals: 1 }),
    longText('note', '备注', { maxLength: 500 }),
    file('workload', '工作量证明'),
    file('cover', '封面', must),
    file('backCover', '封底', must),
  ]),
  form(
    '补充信息',
    'summary',
    '一览表补充信息',
    [
      date('startedWork', '参加工作时间', must),
      text('health', '身体状况', {
        ...must,
        maxLength: 20,
        sensitive: true,
        disclosure: 'authority',
      }),
      text('administrativePost', '行政职务', {
        ...must,
        maxLength: 20,
        hint: '包括股、科、处级及其以上职务，有行政职务的必须填写，否则视为弄虚作假；没有的填“无”',
      }),
      text('presentQualification', '现专业技术职务任职资格', { ...must, maxLength: 60 }),
      text('soughtQualification', '申报评审专业技术职务任职资格', {
        ...must,
        maxLength: 60,
        prefill: 'application.titleName',
      }),
      select('introduced', '是否引进', options.YES_NO, must),
      number('points', '量化评分推荐排名-得分', { ...must, min: 0, max: 1000, decimals: 2 }),
      number('pointsRank', '量化评分推荐排名-得分排序', { ...must, min: 1, max: 9999 }),
      number('recommendedRank', '量化评分推荐排名-推荐排序', { ...must, min: 1, max: 9999 }),
      number('recommendedTotal', '量化评分推荐排名-单位共推荐', { ...must, min: 1, max: 9999 }),
      period('technicalYears', '从事专业技术工作年限', {
        hint: '年月至年月，满几年；指取得现专业资格后的情况',
      }),
      period('grassrootsYears', '获现职后基层工作年限', {
        hint: '仅教育、卫生专业申报人员填写',
        visibleWhen: { category: { $in: ['teaching', 'health'] } },
      }),
      longText('exceptionGrounds', '破格条件', {
        maxLength: 200,
        hint: '符合“破格”条件中的哪几条；属正常晋升人员不填写',
        visibleWhen: { mode: 'exceptional' },
        requiredWhen: { mode: 'exceptional' },
      }),
    ],
    { hint: '由本人按照申报相应专业资格条件填写。' }
  ),
]

function achievement(
  id: string,
  title: string,
  nameLabel: string,
  giverLabel: string,
  more: ReturnType<typeof select>[] = []
) {
  return records(ACHIEVEMENTS, id, title, [
    text('name', nameLabel, { ...must, maxLength: 100 }),
    text('giver', giverLabel, { ...must, maxLength: 100 }),
    select('level', '级别', options.AWARD_LEVELS, must),
    ...more,
    date('on', '获得时间', must),
    file('proof', '证明材料'),
  ])
}
