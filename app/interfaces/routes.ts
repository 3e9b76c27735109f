import router from '@adonisjs/core/services/router'
import '#interfaces/abilities'

const Api = () => import('#interfaces/controllers/api_controller')
const Tokens = () => import('#interfaces/controllers/tokens_controller')
const manage = 'interfaces.manage'

// for programs: the controller asks for the token instead of a session
router
  .get('/api/openapi.json', [Api, 'description'])
  .as('api.description')
  .ability('public')
  .forReading()
router.get('/api/v1/:resource', [Api, 'list']).as('api.list').ability('public').forReading()

router.get('/interfaces', [Tokens, 'index']).as('interfaces.index').ability(manage)
router.post('/interfaces/tokens', [Tokens, 'store']).as('interfaces.store').ability(manage)
router
  .post('/interfaces/tokens/:id/revoke', [Tokens, 'revoke'])
  .as('interfaces.revoke')
  .where('id', router.matchers.number())
  .ability(manage)
