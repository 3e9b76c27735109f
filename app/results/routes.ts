import router from '@adonisjs/core/services/router'
import '#results/abilities'

const Results = () => import('#results/controllers/results_controller')
const Publicity = () => import('#results/controllers/publicity_controller')
const id = router.matchers.number()
const manage = 'results.manage'

router.get('/publicity', [Publicity, 'index']).as('publicity.index').ability('public')
router
  .get('/publicity/:id', [Publicity, 'show'])
  .as('publicity.show')
  .where('id', id)
  .ability('public')

router.get('/results', [Results, 'index']).as('results.index').ability(manage)
router.get('/results/:id', [Results, 'show']).as('results.show').where('id', id).ability(manage)
router
  .post('/results/:id/minutes', [Results, 'uploadMinutes'])
  .as('results.minutes')
  .where('id', id)
  .ability(manage)
router
  .post('/results/:id/publicity', [Results, 'open'])
  .as('results.publicity')
  .where('id', id)
  .ability(manage)
router
  .post('/publicities/:id/close', [Results, 'close'])
  .as('publicities.close')
  .where('id', id)
  .ability(manage)
router
  .post('/results/people/:id/object', [Results, 'object'])
  .as('results.object')
  .where('id', id)
  .ability(manage)
router
  .post('/results/people/:id/resolve', [Results, 'resolve'])
  .as('results.resolve')
  .where('id', id)
  .ability(manage)
