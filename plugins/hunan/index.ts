import { rolesWith } from '#province/default_roles'
import { defineProvince, textFile } from '#province/define_province'
import { sampleCertificate } from '#province/sample_certificate'
import { demo } from './demo/world.js'
import { regions } from './regions.js'
import { ruleset } from './ruleset.js'
import words from './words.zh-CN.json' with { type: 'json' }

export default defineProvince({
  id: 'hunan',
  name: '湖南省',
  divisionCode: '430000',
  contractVersion: '1',
  portal: {
    name: '湖南省职称申报评审服务',
    shortName: '湖南职称',
    color: '#2f6b3c',
    organizer: '湖南省职称管理部门',
    phone: '',
    copyright: '湖南省职称管理部门',
    slogan: '一网通办 阳光评审',
  },
  regions,
  ruleset,
  // experts have an account for one meeting only
  roles: rolesWith(
    {
      handler: ['quotas.apply', 'quotas.review', 'certificates.read'],
      committee_office: ['draws.manage', 'approvals.qualify'],
      title_officer: ['quotas.review', 'quotas.read'],
    },
    // the province reviews plans, it writes none
    { expert: ['experts.own'], title_officer: ['plans.manage'] }
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
