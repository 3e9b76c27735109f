import { rolesWith } from '#province/default_roles'
import { defineProvince, textFile } from '#province/define_province'
import { sampleCertificate } from '#province/sample_certificate'
import { demo } from './demo/world.js'
import { regions } from './regions.js'
import { ruleset } from './ruleset.js'
import words from './words.zh-CN.json' with { type: 'json' }

export default defineProvince({
  id: 'henan',
  name: '河南省',
  divisionCode: '410000',
  contractVersion: '1',
  portal: {
    name: '河南省职称管理服务平台',
    shortName: '河南职称',
    color: '#9c2f24',
    organizer: '河南省职称改革领导小组办公室',
    phone: '',
    copyright: '河南省职称改革领导小组办公室',
    slogan: '公开 公平 公正',
  },
  regions,
  ruleset,
  // its manuals know no plans, and experts have an account for one meeting only
  roles: rolesWith(
    { title_officer: ['approvals.assign'] },
    {
      expert: ['experts.own'],
      title_officer: ['plans.manage', 'plans.read'],
      committee_office: ['plans.manage'],
      tenant_admin: ['plans.read'],
    }
  ),
  templates: {
    certificate: {
      label: '电子职称证书',
      source: textFile(import.meta.url, './certificates/certificate.hbs'),
      sample: sampleCertificate,
    },
  },
  words,
  strategies: {},
  demo,
})
