import router from '@adonisjs/core/services/router'
import { numbersQuery } from '#certificates/numbers/list_numbers'
import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'
import { countUpTo } from '#web/paging'
import { declareWaiting } from '#web/waiting'

const Numbers = () => import('#certificates/numbers/numbers_controller')
const manage = 'numbers.manage'

declareAbilities({ [manage]: '证书编号' })
declareMenu(
  { group: '证书文件管理', label: '证书编号管理', path: '/numbers', ability: manage, order: 50 },
  { group: '证书文件管理', label: '证书编号库', path: '/numbers/pools', ability: manage, order: 51 }
)
declareWaiting({
  ability: manage,
  label: '待生成证书编号',
  path: '/numbers',
  order: 50,
  count: (actor) => countUpTo(numbersQuery(actor, 'waiting', {})),
})

router.get('/numbers', [Numbers, 'index']).as('numbers.index').ability(manage)
router.post('/numbers', [Numbers, 'assign']).as('numbers.assign').ability(manage)
router.get('/numbers/export', [Numbers, 'export']).as('numbers.export').ability(manage)
router.get('/numbers/pools', [Numbers, 'pools']).as('numbers.pools').ability(manage)
router.post('/numbers/pools', [Numbers, 'addRange']).as('numbers.pools.add').ability(manage)
router.get('/numbers/issuers', [Numbers, 'issuers']).as('numbers.issuers').ability(manage)
