import router from '@adonisjs/core/services/router'
import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

const Archives = () => import('#certificates/archives/controller')
const make = 'archives.make'

declareAbilities({ [make]: '归档打包' })
declareMenu({ group: '评后管理', label: '归档打包', path: '/archives', ability: make, order: 47 })

router.get('/archives', [Archives, 'index']).as('archives.index').ability(make)
router.post('/archives', [Archives, 'store']).as('archives.store').ability(make)
router
  .get('/archives/:id/file', [Archives, 'file'])
  .as('archives.file')
  .where('id', router.matchers.number())
  .ability(make)
