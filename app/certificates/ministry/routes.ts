import router from '@adonisjs/core/services/router'
import { reportLabel } from '#certificates/ministry/controller'
import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

const Ministry = () => import('#certificates/ministry/controller')
const report = 'certificates.report'

declareAbilities({ [report]: '证书报送' })
declareMenu({
  group: '证书文件管理',
  label: async () => (await reportLabel()) ?? '',
  path: '/ministry-reports',
  ability: report,
  order: 59,
  when: async () => (await reportLabel()) !== null,
})

router.get('/ministry-reports', [Ministry, 'index']).as('ministry.index').ability(report)
router.post('/ministry-reports', [Ministry, 'store']).as('ministry.store').ability(report)
