import { rolesWith } from '#province/default_roles'
import { defineProvince, textFile } from '#province/define_province'
import { sampleCertificate } from '#province/sample_certificate'
import { sampleForm } from './certificates/sample.js'
import { demo } from './demo/world.js'
import { regions } from './regions.js'
import { ruleset } from './ruleset.js'
import words from './words.zh-CN.json' with { type: 'json' }

export default defineProvince({
  id: 'hebei',
  name: '河北省',
  divisionCode: '130000',
  contractVersion: '1',
  portal: {
    name: '河北省专业技术人员职称评审信息系统',
    shortName: '河北职称',
    color: '#1d5c7a',
    organizer: '河北省职称改革领导小组办公室',
    phone: '',
    copyright: '河北省职称改革领导小组办公室',
    slogan: '逐级管理 全程留痕',
  },
  regions,
  ruleset,
  // the unit's handler also runs meetings and what follows them (HB-50…63), for committees of his own body
  roles: rolesWith(
    {
      handler: [
        'committees.manage',
        'committees.pool',
        'experts.review',
        'meetings.manage',
        'plans.manage',
        'plans.read',
        'results.manage',
        'certificates.generate',
        'certificates.read',
        'numbers.manage',
        'archives.make',
        'approvals.assign',
        'approvals.qualify',
      ],
      // decides on plans the handler handed in and on objections he looked into
      leader: ['plans.review', 'plans.read', 'results.manage'],
    },
    // the committee's account fills the pool, nothing else (HB-47)
    {
      committee_office: [
        'approvals.review',
        'approvals.follow',
        'approvals.templates',
        'approvals.paths',
        'meetings.manage',
        'plans.manage',
        'results.manage',
        'certificates.generate',
      ],
    }
  ),
  templates: {
    certificate: {
      label: '电子职称证书',
      source: textFile(import.meta.url, './certificates/certificate.hbs'),
      sample: sampleCertificate,
    },
    evaluation_form: {
      label: '评审表',
      source: textFile(import.meta.url, './certificates/evaluation_form.hbs'),
      sample: sampleForm,
    },
    ethics_form: {
      label: '职业道德评价表',
      source: textFile(import.meta.url, './certificates/ethics_form.hbs'),
      sample: { unit: '示例单位', name: '示例人员' },
    },
  },
  words,
  strategies: {},
  demo,
})
