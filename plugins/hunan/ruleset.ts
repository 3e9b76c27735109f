import type { Condition } from '#province/conditions'
import {
  DEFAULT_ELIGIBILITY,
  DEFAULT_QUESTIONS,
  EXCEPTIONAL_QUESTION,
  EXCEPTIONAL_RULE,
} from '#province/default_eligibility'
import { defaultRuleset } from '#province/default_ruleset'
import { catalogue } from './catalogue.js'
import { materials, sections } from './forms/application.js'
import { hints, searches } from './desk.js'
import { paper } from './paper.js'
import { reviewModes } from './review_modes.js'

/** The five path sets of HU-36…40. */
const PATH_SETS: {
  pathSet: string
  label: string
  goal?: 'receiver'
  when?: Condition
}[] = [
  {
    pathSet: 'initial',
    label: '职称初定审核路径',
    goal: 'receiver',
    when: { acquisition: 'initial' },
  },
  {
    pathSet: 'recognition',
    label: '职称认定审核路径',
    goal: 'receiver',
    when: { acquisition: 'recognition' },
  },
  {
    pathSet: 'junior',
    label: '初评会审核路径',
    when: { level: { $in: ['junior_assistant', 'junior_technician'] } },
  },
  { pathSet: 'intermediate', label: '中评会审核路径', when: { level: 'intermediate' } },
  { pathSet: 'senior', label: '高评会审核路径' },
]

/** The rules of the hall's guides (SOURCES.md names the section behind each value). */
export const ruleset = defaultRuleset({
  accounts: {
    applicants: 'self',
    // the guide lets the account be used at once; the unit sees the person when he applies
    registrationReview: false,
    perYear: false,
    experts: 'random_per_meeting',
    activationDays: 30,
  },
  organizations: {
    kinds: [
      {
        id: 'province_office',
        label: '省职称管理部门',
        core: 'title_office',
        creates: ['agency', 'department', 'unit', 'committee_node'],
        staffRoles: ['title_officer', 'plan_reviewer', 'plan_reviewer_special'],
      },
      {
        id: 'agency',
        label: '经办机构',
        core: 'agency',
        creates: ['department', 'unit'],
        staffRoles: ['handler'],
      },
      {
        id: 'department',
        label: '主管部门',
        core: 'department',
        creates: ['unit'],
        staffRoles: ['handler'],
      },
      { id: 'unit', label: '单位', core: 'unit', creates: [], staffRoles: ['handler'] },
      {
        id: 'committee_node',
        label: '评委会',
        core: 'committee_office',
        creates: [],
        staffRoles: [],
      },
    ],
  },
  catalogue,
  application: {
    categories: [],
    acquisitions: [
      { value: 'review', label: '评审' },
      { value: 'initial', label: '初定' },
      { value: 'recognition', label: '认定' },
    ],
    modes: [
      { value: 'normal', label: '正常申报' },
      { value: 'exceptional', label: '破格申报' },
    ],
    evaluationMethods: [{ value: 'review', label: '评审' }],
    committeeChoice: 'applicant',
    precheck: [...DEFAULT_QUESTIONS, EXCEPTIONAL_QUESTION],
    sections,
    materials,
    correctionWorkingDays: 5,
    pledge: {
      version: '2026-1',
      text: '本人承诺所填信息及所提交材料真实、准确、完整；如有虚假，自愿承担取消申报资格、撤销职称、三年内不得申报等后果。',
    },
  },
  // 初定 and 认定 have conditions of their own, which the province adds
  eligibility: [...DEFAULT_ELIGIBILITY, EXCEPTIONAL_RULE].map((rule) => ({
    ...rule,
    applies: { ...rule.applies, acquisition: 'review' },
  })),
  approvals: {
    returnPolicy: 'one_level',
    hold: false,
    batch: true,
    unitPublicityWorkingDays: 5,
    searches,
    hints,
    paths: PATH_SETS.map(({ pathSet, goal, ...named }) => ({
      id: pathSet,
      ...named,
      kind: 'network' as const,
      pathSet,
      ...(goal && { goal }),
      inside: [
        {
          role: 'handler',
          task: 'unit_publicity' as const,
          label: '所在单位申报公示',
          when: { 'body.isFirst': true },
        },
        {
          role: 'handler',
          task: 'recommend' as const,
          label: '单位推荐上报',
          when: { 'body.isFirst': true },
        },
        {
          role: 'handler',
          task: 'review' as const,
          label: '上级单位审核',
          when: { 'body.isFirst': false },
        },
      ],
      // a receiving body decides by its own handler; a committee by its office
      qualify: {
        role: goal === 'receiver' ? 'handler' : 'committee_office',
        label: goal === 'receiver' ? '受理机构审核' : '资格复核',
        task: 'qualify' as const,
      },
    })),
  },
  quotas: {
    binds: false,
    categories: [
      { value: 'full', label: '正高', levels: ['senior_full'] },
      { value: 'associate', label: '副高', levels: ['senior_associate'] },
      { value: 'intermediate', label: '中级', levels: ['intermediate'] },
    ],
    kinds: [
      { value: 'regular', label: '岗位结构比例内' },
      { value: 'special', label: '特设岗位' },
    ],
  },
  plans: {
    required: true,
    kinds: [
      { id: 'normal', label: '正常', reviewerRole: 'plan_reviewer' },
      { id: 'special', label: '特殊情况', reviewerRole: 'plan_reviewer_special' },
    ],
    flows: ['online', 'offline'],
    draw: true,
  },
  reviewModes,
  results: {
    publishers: [{ by: { body: 'committee_office' }, label: '评委会公示' }],
    publicityWorkingDays: 5,
    publicFields: ['name', 'unit', 'series', 'specialty', 'title'],
    minutesRequired: false,
    objectionWorkingDays: 15,
    filing: {
      required: true,
      by: { body: 'root' },
      label: '评审结果备案',
      numberLabel: '备案文号',
    },
  },
  documents: { required: false, routes: [] },
  certificates: {
    numberPattern: '{issuer}{year}{series}{level}{seq:5}',
    poolBy: ['year', 'issuer', 'series', 'level'],
    poolSize: 1000,
    template: 'certificate',
    forms: [],
    issuedBy: { body: 'committee_office' },
    generatedBy: { body: 'root' },
    chooseFirst: 'document',
    verificationFields: ['name', 'title', 'level', 'specialty', 'number', 'issuedOn', 'issuer'],
    paper,
  },
})
