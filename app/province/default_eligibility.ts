import type { Condition } from '#province/conditions'
import { choices, number, select } from '#province/fields'
import type { EligibilityRule, FieldRule, Level } from '#province/ruleset'

const YES_NO = ['是', '否'] as const
const O40 = '《职称评审管理暂行规定》'
const TO_CONFIRM = '（默认值，由省确认）'

/** Present levels as a person names them, lowest first. */
const LADDER: [string, Level | null][] = [
  ['无职称', null],
  ['员级', 'junior_technician'],
  ['助理级', 'junior_assistant'],
  ['中级', 'intermediate'],
  ['副高级', 'senior_associate'],
  ['正高级', 'senior_full'],
]

/** What is asked before anything is filled in (domain.md R12–R15, R21, R22). */
export const DEFAULT_QUESTIONS: FieldRule[] = [
  select('retired', '是否已办理退休手续', YES_NO, { required: true }),
  select('sanction', '是否正在受处分且影响期未满', YES_NO, { required: true }),
  select(
    'education',
    '最高学历',
    ['博士研究生', '硕士研究生', '大学本科', '大学专科', '中专及以下'],
    {
      required: true,
    }
  ),
  {
    ...select('presentLevel', '现职称级别', [], { required: true }),
    options: choices(LADDER.map(([label]) => label)),
  },
  number('yearsInLevel', '取得现职称满几年', {
    required: true,
    min: 0,
    max: 60,
    visibleWhen: { 'precheck.presentLevel': { $ne: '无职称' } },
  }),
  select('training', '近一年继续教育是否满 90 学时', YES_NO, { required: true }),
  select('grassroots', '是否在县级以下或对口支援医疗机构累计服务满 1 年', YES_NO, {
    required: true,
    visibleWhen: { series: '04', level: 'senior_associate' },
  }),
]

const below = (label: string) =>
  LADDER.slice(
    0,
    LADDER.findIndex(([each]) => each === label)
  ).map(([each]) => each)

/** Normally one level after the other, after some years in the level before. */
const step = (
  level: Level,
  label: string,
  from: string,
  years: number,
  shorter: { education: string[]; years: number } | null
): EligibilityRule => {
  const late = (count: number): Condition => ({ 'precheck.yearsInLevel': { $lt: count } })
  const tooEarly: Condition = shorter
    ? {
        $or: [
          { ...late(years), 'precheck.education': { $nin: [...shorter.education, null] } },
          { ...late(shorter.years), 'precheck.education': { $in: shorter.education } },
        ],
      }
    : late(years)
  return {
    id: `step_${level}`,
    label: `逐级申报${label}`,
    applies: { level, mode: 'normal' },
    when: {
      $or: [
        { 'precheck.presentLevel': { $in: below(from) } },
        { $and: [{ 'precheck.presentLevel': from }, tooEarly] },
      ],
    },
    outcome: 'warn',
    explanation: `正常申报${label}一般应已取得${from}职称并满 ${years} 年${
      shorter ? `（${shorter.education.join('、')}满 ${shorter.years} 年）` : ''
    }；不符合的，请改选其他申报方式或先咨询所在单位。`,
    source: `${O40}第十五条${TO_CONFIRM}`,
    evidence: '现职称证书',
  }
}

/** National rules as a province starts from; each says where it comes from. */
export const DEFAULT_ELIGIBILITY: EligibilityRule[] = [
  {
    id: 'in_post',
    label: '在岗专业技术人员',
    when: { 'precheck.retired': '是' },
    outcome: 'block',
    explanation: '申报人应为所在单位在岗的专业技术人员，已办理退休手续的不能申报。',
    source: `${O40}第十四条`,
  },
  {
    id: 'no_sanction',
    label: '不在处分影响期',
    when: { 'precheck.sanction': '是' },
    outcome: 'block',
    explanation:
      '受处分影响期内不能申报；影响期为警告 6 个月、记过 12 个月、记大过 18 个月、降级或撤职 24 个月。',
    source: `${O40}第十四条，《公职人员政务处分法》第八条`,
  },
  {
    id: 'upward',
    label: '申报更高级别',
    applies: { mode: 'normal' },
    when: {
      $or: LADDER.flatMap(([, level], index) =>
        level === null
          ? []
          : [{ level, 'precheck.presentLevel': { $in: LADDER.slice(index).map(([each]) => each) } }]
      ),
    },
    outcome: 'block',
    explanation: '现职称已达到或高于所申报的级别；转到其他系列或专业的，请选择转评。',
    source: `${O40}第十五条`,
  },
  step('intermediate', '中级', '助理级', 4, { education: ['硕士研究生'], years: 2 }),
  step('senior_associate', '副高级', '中级', 5, { education: ['博士研究生'], years: 2 }),
  step('senior_full', '正高级', '副高级', 5, null),
  {
    id: 'training',
    label: '继续教育',
    when: { 'precheck.training': '否' },
    outcome: 'warn',
    explanation: '专业技术人员每年参加继续教育应不少于 90 学时，其中专业科目不少于三分之二。',
    source: '《专业技术人员继续教育规定》（人社部令第25号）',
    evidence: '继续教育证书',
  },
  {
    id: 'grassroots',
    label: '基层服务',
    applies: { series: '04', level: 'senior_associate' },
    when: { 'precheck.grassroots': '否' },
    outcome: 'block',
    explanation:
      '执业医师晋升副高级职称，应有累计一年以上在县级以下或者对口支援的医疗卫生机构服务的经历。',
    source: '《医师法》第四十六条',
    evidence: '基层服务鉴定表',
  },
]

/** 转评: the level stays, series or specialty change. */
export const CONVERSION_RULE: EligibilityRule = {
  id: 'conversion',
  label: '转评同级别职称',
  applies: { mode: 'conversion' },
  when: {
    $or: LADDER.flatMap(([label, level]) =>
      level === null ? [] : [{ level, 'precheck.presentLevel': { $nin: [label, null] } }]
    ),
  },
  outcome: 'block',
  explanation: '转评应已具备同级别其他系列或专业的职称。',
  source: `${O40}第三十条${TO_CONFIRM}`,
  evidence: '现职称证书',
}

/** 破格: one of education and seniority is missing, and the conditions for it are met. */
export const EXCEPTIONAL_QUESTION: FieldRule = select(
  'exceptional',
  '是否具备政策规定的破格条件',
  YES_NO,
  { required: true, visibleWhen: { mode: 'exceptional' } }
)
export const EXCEPTIONAL_RULE: EligibilityRule = {
  id: 'exceptional',
  label: '破格条件',
  applies: { mode: 'exceptional' },
  when: { 'precheck.exceptional': '否' },
  outcome: 'block',
  explanation: '破格申报应具备政策要求中破格申报的条件。',
  source: `${O40}第十五条${TO_CONFIRM}`,
  evidence: '破格申报材料',
}
