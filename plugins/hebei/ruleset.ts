import { choices } from '#province/fields'
import {
  CONVERSION_RULE,
  DEFAULT_ELIGIBILITY,
  DEFAULT_QUESTIONS,
  EXCEPTIONAL_QUESTION,
  EXCEPTIONAL_RULE,
} from '#province/default_eligibility'
import { defaultRuleset } from '#province/default_ruleset'
import { basics } from './forms/basics.js'
import { experience } from './forms/experience.js'
import { materials } from './forms/materials.js'
import { hints, searches } from './desk.js'
import { reviewModes } from './review_modes.js'
import { catalogue } from './catalogue.js'

/** The rules of the operation manual of July 2022 (SOURCES.md names the section behind each value). */
export const ruleset = defaultRuleset({
  voting: { voidNeedsSecond: true },
  accounts: { applicants: 'unit', perYear: true, experts: 'own', activationDays: 30 },
  organizations: {
    codeLength: 4,
    kinds: [
      {
        id: 'authority',
        label: '职称业务主管部门',
        core: 'title_office',
        creates: ['supervisor', 'unit'],
        staffRoles: ['handler', 'leader'],
      },
      {
        id: 'supervisor',
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
  catalogue,
  application: {
    categories: [
      { value: 'teaching', label: '教学类' },
      { value: 'health', label: '卫生类' },
      { value: 'engineering', label: '工程类' },
      { value: 'general', label: '综合类' },
    ],
    acquisitions: choices(['评审']),
    modes: [
      { value: 'normal', label: '正常申报', description: '申报人符合申报所需的学历资历条件。' },
      {
        value: 'civil_servant_transfer',
        label: '机关分流人员申报',
        description:
          '由公务员或参照公务员管理的事业单位工作人员身份，经上级任命，转至其他单位从事专业技术工作。',
      },
      { value: 'one_step', label: '一步到位', description: '申报人符合申报一步到位的条件。' },
      { value: 'green_channel', label: '绿色通道', description: '申报人符合申报绿色通道的条件。' },
      {
        value: 'exceptional',
        label: '破格申报',
        description: '符合学历或资历条件之一，另一项不符合，且具备政策要求中破格申报的条件。',
      },
      {
        value: 'conversion',
        label: '转评',
        description: '具备同级别其他系列或专业职称，需要转评另一系列或专业职称。',
      },
      {
        value: 'high_talent',
        label: '高技能人才申报',
        description:
          '企业引进和培养的海内外高层次人才、急需紧缺人才、优秀青年人才，无论是否取得过职称，均可根据具体业绩水平直接申报相应层级职称。',
      },
    ],
    evaluationMethods: [
      { value: 'review', label: '评审' },
      { value: 'social_review', label: '社会化评审' },
      { value: 'entrusted', label: '委托评审' },
    ],
    committeeChoice: 'by_catalogue',
    precheck: [...DEFAULT_QUESTIONS, EXCEPTIONAL_QUESTION],
    sections: [...basics, ...experience],
    materials,
    correctionWorkingDays: 5,
    pledge: {
      version: '2026-1',
      text: '本人承诺所填信息及所提交材料真实、准确、完整；如有虚假，自愿承担取消申报资格、撤销职称、三年内不得申报等后果。',
    },
  },
  eligibility: [...DEFAULT_ELIGIBILITY, CONVERSION_RULE, EXCEPTIONAL_RULE],
  approvals: {
    returnPolicy: 'to_applicant',
    hold: true,
    batch: true,
    unitPublicityWorkingDays: 5,
    searches,
    hints,
    // HB-16: filled once for all who share them
    reviewFields: [
      {
        id: 'recommendation',
        label: '推荐和公示情况',
        maxLength: 500,
        when: { 'body.core': 'unit' },
      },
      { id: 'panel', label: '推荐小组意见', maxLength: 500, when: { 'body.core': 'unit' } },
    ],
    paths: [
      {
        id: 'chain',
        label: '逐级审核',
        kind: 'hierarchy',
        inside: [
          { role: 'handler', task: 'review', label: '经办人审核' },
          { role: 'leader', task: 'review', label: '领导审核' },
        ],
        qualify: { role: 'handler', label: '评委会审查申报材料', task: 'qualify' },
      },
    ],
  },
  plans: {
    required: true,
    kinds: [{ id: 'normal', label: '评审方案', reviewerRole: 'leader' }],
    flows: ['online'],
    draw: false,
  },
  reviewModes,
  results: {
    publishers: [{ by: { body: 'committee_office' }, label: '评委会组建单位公示' }],
    publicityWorkingDays: 5,
    publicFields: ['name', 'unit', 'series', 'specialty', 'title'],
    minutesRequired: false,
    objectionWorkingDays: 15,
    filing: {
      required: true,
      by: { body: 'root' },
      label: '评审结果上报',
      numberLabel: '上报文号',
    },
  },
  documents: { required: false, routes: [] },
  certificates: {
    numberPattern: '{year}13{series}{level}{seq:5}',
    poolBy: ['year', 'series', 'level'],
    poolSize: 500,
    template: 'certificate',
    forms: [
      {
        template: 'evaluation_form',
        label: '评审表',
        fields: {
          nation: 'person.nation',
          presentTitle: 'present.titleName',
          summary: 'person.summary',
        },
        lists: ['education', 'work', 'assessments', 'papers', 'honours'],
      },
    ],
    issuedBy: { body: 'committee_office' },
    generatedBy: { body: 'committee_office' },
    chooseFirst: 'meeting',
    verificationFields: ['name', 'title', 'level', 'specialty', 'number', 'issuedOn', 'issuer'],
  },
})
