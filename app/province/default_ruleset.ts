import { DEFAULT_AVOIDANCE } from '#province/default_avoidance'
import { EXPERT_PROFILE } from '#province/expert_profile'
import { DEFAULT_ELIGIBILITY, DEFAULT_QUESTIONS } from '#province/default_eligibility'
import { DEFAULT_MESSAGES } from '#province/message_rules'
import { DEFAULT_PAPER } from '#province/paper'
import type { Ruleset } from '#province/ruleset'

type Overrides = { [Part in keyof Ruleset]?: Partial<Ruleset[Part]> }

/**
 * The national defaults (domain.md §1) with what a province says differently. Parts are merged field by field;
 * lists are taken whole.
 */
export function defaultRuleset(overrides: Overrides = {}): Ruleset {
  // a copy: who changes his ruleset changes nobody else's
  const defaults = structuredClone(DEFAULTS)
  const ruleset: Record<string, unknown> = { ...defaults }
  for (const [part, value] of Object.entries(overrides))
    ruleset[part] =
      Array.isArray(value) || typeof value !== 'object'
        ? value
        : { ...(defaults[part as keyof Ruleset] as object), ...value }
  return ruleset as unknown as Ruleset
}

const DEFAULTS: Ruleset = {
  schema: 1,
  accounts: {
    applicants: 'unit',
    registrationReview: true,
    perYear: true,
    experts: 'own',
    activationDays: 30,
  },
  organizations: {
    kinds: [
      {
        id: 'title_office',
        label: '职改办',
        core: 'title_office',
        creates: ['department', 'unit'],
        staffRoles: ['handler', 'leader', 'title_officer', 'plan_reviewer'],
      },
      {
        id: 'department',
        label: '主管部门',
        core: 'department',
        creates: ['unit'],
        staffRoles: ['handler', 'leader'],
      },
      {
        id: 'unit',
        label: '用人单位',
        core: 'unit',
        creates: ['unit'],
        staffRoles: ['handler', 'leader'],
      },
    ],
  },
  catalogue: { series: [] },
  application: {
    categories: [],
    acquisitions: [{ value: 'review', label: '评审' }],
    modes: [{ value: 'normal', label: '正常申报' }],
    evaluationMethods: [{ value: 'review', label: '评审' }],
    committeeChoice: 'by_catalogue',
    precheck: DEFAULT_QUESTIONS,
    sections: [],
    materials: [],
    pledge: {
      version: '1',
      text: '本人承诺所填信息及所提交材料真实、准确、完整，如有虚假，自愿承担相应后果。',
    },
    correctionWorkingDays: 5,
  },
  eligibility: DEFAULT_ELIGIBILITY,
  approvals: {
    returnPolicy: 'to_applicant',
    hold: true,
    batch: true,
    unitPublicityWorkingDays: 5,
    searches: [],
    reviewFields: [],
    hints: [],
    paths: [
      {
        id: 'chain',
        label: '逐级审核',
        kind: 'hierarchy',
        inside: [{ role: 'handler', task: 'review', label: '审核' }],
      },
    ],
  },
  quotas: { binds: false, categories: [], kinds: [] },
  committees: {
    sizes: [
      {
        when: {
          'committee.level': { $in: ['senior_full', 'senior_associate'] },
          'committee.scope': 'series',
        },
        min: 25,
        odd: true,
        source: '职称评审管理暂行规定第九条',
      },
      {
        when: { 'committee.level': { $in: ['senior_full', 'senior_associate'] } },
        min: 11,
        odd: true,
        source: '职称评审管理暂行规定第九条',
      },
      { min: 7, odd: true, source: '默认值，由省确认' },
    ],
    validityYears: 3,
    termYears: 3,
    profile: EXPERT_PROFILE,
    creditYears: 3,
    avoidance: DEFAULT_AVOIDANCE,
  },
  plans: {
    required: true,
    kinds: [{ id: 'normal', label: '正常', reviewerRole: 'plan_reviewer' }],
    flows: ['online'],
    draw: false,
  },
  reviewModes: [
    {
      id: 'vote',
      label: '投票评审',
      stages: [
        {
          id: 'roll',
          scope: 'plenary',
          primitive: 'roll',
          label: '参会评委确认',
          who: 'chair',
          per: 'scope',
          gates: [],
          columns: ['name', 'unit', 'title'],
        },
        {
          id: 'open_voting',
          scope: 'plenary',
          primitive: 'open_voting',
          label: '开启投票',
          who: 'chair',
          per: 'scope',
          gates: ['roll_fixed'],
          columns: ['voted', 'notVoted'],
        },
        {
          id: 'vote',
          scope: 'plenary',
          primitive: 'vote',
          label: '投票',
          who: 'member',
          per: 'case',
          gates: ['switch_open'],
          ballot: 'secret',
          columns: ['number', 'name', 'unit', 'title', 'vote'],
        },
        {
          id: 'report',
          scope: 'plenary',
          primitive: 'report',
          label: '上报评审结果',
          who: 'chair',
          per: 'scope',
          gates: ['previous_done'],
          columns: ['number', 'name', 'yes', 'no', 'abstain', 'outcome', 'remark'],
        },
      ],
    },
  ],
  voting: {
    quorum: { numerator: 2, denominator: 3 },
    threshold: { numerator: 2, denominator: 3 },
    base: 'attending',
    abstention: true,
    voidNeedsSecond: false,
  },
  results: {
    publishers: [{ by: { body: 'committee_office' }, label: '评委会组建单位公示' }],
    publicityWorkingDays: 5,
    publicFields: ['name', 'unit', 'series', 'specialty', 'title'],
    minutesRequired: false,
    objectionWorkingDays: 15,
    filing: { required: false, by: { body: 'root' }, label: '备案', numberLabel: '备案文号' },
  },
  documents: { required: false, routes: [] },
  certificates: {
    numberPattern: '{year}{series}{level}{seq:5}',
    poolBy: ['year', 'series', 'level'],
    poolSize: 1000,
    template: 'certificate',
    forms: [],
    issuedBy: { body: 'committee_office' },
    generatedBy: { body: 'committee_office' },
    chooseFirst: 'meeting',
    verificationFields: ['name', 'title', 'level', 'specialty', 'number', 'issuedOn', 'issuer'],
    reportLabel: '证书报送人社部',
    changesNeedSecond: true,
    paper: DEFAULT_PAPER,
  },
  messages: DEFAULT_MESSAGES,
  retention: [
    { what: 'logs', keepYears: 1, source: '网络安全法第二十一条：不少于六个月' },
    { what: 'applications', keepYears: 30, source: '默认值，由省确认' },
  ],
}
