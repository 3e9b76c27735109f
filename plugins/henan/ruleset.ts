import {
  CONVERSION_RULE,
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

const SENIOR = { $in: ['senior_full', 'senior_associate'] }

/** The two manuals start after the application; what comes before follows the national defaults (SOURCES.md). */
export const ruleset = defaultRuleset({
  accounts: {
    applicants: 'unit',
    perYear: true,
    experts: 'random_per_meeting',
    activationDays: 30,
  },
  organizations: {
    kinds: [
      {
        id: 'provincial_title_office',
        label: '省职改办',
        core: 'title_office',
        creates: ['city_title_office', 'provincial_department', 'unit'],
        staffRoles: ['title_officer'],
      },
      {
        id: 'city_title_office',
        label: '市职改办',
        core: 'title_office',
        creates: ['department', 'unit'],
        staffRoles: ['title_officer'],
      },
      {
        id: 'provincial_department',
        label: '省直主管部门',
        core: 'department',
        creates: ['unit'],
        staffRoles: ['handler', 'title_officer'],
      },
      {
        id: 'department',
        label: '主管部门',
        core: 'department',
        creates: ['unit'],
        staffRoles: ['handler'],
      },
      { id: 'unit', label: '推荐单位', core: 'unit', creates: ['unit'], staffRoles: ['handler'] },
    ],
  },
  catalogue,
  application: {
    categories: [],
    acquisitions: [{ value: 'review', label: '评审' }],
    modes: [
      { value: 'normal', label: '正常', description: '符合申报所需的学历资历条件。' },
      {
        value: 'exceptional',
        label: '破格',
        description: '学历或资历有一项不符合，且符合破格条件。',
      },
      { value: 'conversion', label: '转评', description: '具备同级别其他系列或专业职称。' },
    ],
    evaluationMethods: [{ value: 'review', label: '评审' }],
    committeeChoice: 'by_catalogue',
    precheck: [...DEFAULT_QUESTIONS, EXCEPTIONAL_QUESTION],
    sections,
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
    paths: [
      {
        id: 'departments',
        label: '逐级审核至职改办',
        kind: 'hierarchy',
        until: { 'body.core': 'title_office' },
        inside: [
          {
            role: 'handler',
            task: 'recommend',
            label: '单位推荐',
            when: { 'body.isFirst': true },
          },
          {
            role: 'title_officer',
            task: 'review',
            label: '职改办审核',
            when: { 'body.core': 'title_office' },
          },
          {
            role: 'handler',
            task: 'review',
            label: '主管部门审核',
            when: { 'body.core': 'department' },
          },
        ],
      },
    ],
  },
  plans: {
    required: false,
    kinds: [{ id: 'normal', label: '正常', reviewerRole: 'plan_reviewer' }],
    flows: ['online'],
    draw: false,
  },
  reviewModes,
  results: {
    // HN-24; rows are tried from above
    publishers: [
      {
        when: { 'level': SENIOR, 'organization.attributes.autonomous': true },
        by: { body: 'root' },
        label: '自主评审高级：省职改办公示',
      },
      {
        when: { level: 'senior_associate', series: { $in: ['04', '22'] } },
        by: { body: 'nearest', kind: 'city_title_office' },
        label: '副高级卫生、中小学系列：下放地市公示',
      },
      { when: { level: SENIOR }, by: { body: 'root' }, label: '高级评委会：省职改办公示' },
      { by: { body: 'last_reviewer' }, label: '中级评委会：最后一级审核部门公示' },
    ],
    publicityWorkingDays: 5,
    publicFields: ['name', 'unit', 'series', 'specialty', 'title'],
    minutesRequired: true,
    objectionWorkingDays: 15,
    // HN-31: the province's and the cities' title offices, directly administered counties, and the department and
    // enterprises that have the right by name
    recognition: {
      when: {
        $or: [{ 'body.core': 'title_office' }, { 'body.attributes.recognizesEngineers': true }],
      },
      label: '注册类工程师考核认定结果管理',
    },
    filing: { required: false, by: { body: 'root' }, label: '备案', numberLabel: '备案文号' },
  },
  documents: {
    required: true,
    // HN-38
    routes: [
      {
        when: { 'organization.attributes.autonomous': true },
        bodies: [{ body: 'supervisor' }, { body: 'root' }],
        label: '自主评审单位：主管部门 → 省职改办',
      },
      {
        when: { 'organization.attributes.cityUniversity': true },
        bodies: [
          { body: 'supervisor' },
          { body: 'nearest', kind: 'city_title_office' },
          { body: 'root' },
        ],
        label: '地市高校：主管部门 → 市职改办 → 省职改办',
      },
      {
        when: { 'document.level': { $in: ['junior_assistant', 'junior_technician'] } },
        bodies: [{ body: 'nearest', kind: 'city_title_office' }],
        label: '初级：省直主管部门、市职改办或直管县',
      },
      { bodies: [{ body: 'root' }], label: '中高级：省职改办' },
    ],
  },
  certificates: {
    numberPattern: '{issuer}{year}{series}{level}{seq:5}',
    poolBy: ['year', 'issuer', 'series', 'level'],
    poolSize: 500,
    template: 'certificate',
    forms: [],
    issuedBy: { body: 'last_reviewer' },
    generatedBy: { body: 'last_reviewer' },
    chooseFirst: 'level',
    verificationFields: ['name', 'title', 'level', 'specialty', 'number', 'issuedOn', 'issuer'],
    paper,
  },
})
