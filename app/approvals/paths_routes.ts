import router from '@adonisjs/core/services/router'
import '#approvals/abilities'

const Paths = () => import('#approvals/controllers/paths_controller')
const Links = () => import('#approvals/controllers/links_controller')
const id = router.matchers.number()

router.get('/paths', [Paths, 'show']).as('paths.show').ability('approvals.paths')

const own = 'approvals.links'
router.get('/path-links', [Links, 'own']).as('paths.links.index').ability(own)
router.post('/path-links', [Links, 'propose']).as('paths.links.store').ability(own)
router
  .post('/path-links/:id/confirm', [Links, 'confirm'])
  .as('paths.links.confirm')
  .where('id', id)
  .ability(own)
router
  .post('/path-links/:id/refuse', [Links, 'refuse'])
  .as('paths.links.refuse')
  .where('id', id)
  .ability(own)
router
  .post('/path-links/:id/cancel', [Links, 'cancel'])
  .as('paths.links.cancel')
  .where('id', id)
  .ability(own)

const network = 'approvals.network'
router.get('/path-network', [Links, 'network']).as('paths.network.index').ability(network)
router.get('/path-network/export', [Links, 'export']).as('paths.network.export').ability(network)
router.post('/path-network', [Links, 'store']).as('paths.network.store').ability(network)
router
  .post('/path-network/:id', [Links, 'update'])
  .as('paths.network.update')
  .where('id', id)
  .ability(network)
router
  .post('/path-network/:id/cancel', [Links, 'remove'])
  .as('paths.network.cancel')
  .where('id', id)
  .ability(network)
