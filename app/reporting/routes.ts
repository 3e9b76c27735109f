import router from '@adonisjs/core/services/router'
import '#reporting/abilities'

const Home = () => import('#reporting/controllers/home_controller')

router
  .get('/', [Home, 'portal'])
  .as('home.portal')
  .ability('public', { anywhere: true })
  .forReading()
router.get('/home', [Home, 'desk']).as('home.desk').ability('signed_in')

const Reports = () => import('#reporting/controllers/reports_controller')

router.get('/reports', [Reports, 'index']).as('reports.index').ability('reports.read')
router
  .get('/reports/:id/:by', [Reports, 'export'])
  .as('reports.export')
  .where('id', router.matchers.number())
  .where('by', /^(units|series|levels)$/)
  .ability('reports.read')
router
  .get('/reports/:id/state/:what', [Reports, 'exportState'])
  .as('reports.export_state')
  .where('id', router.matchers.number())
  .where('what', /^(waiting|meetings)$/)
  .ability('reports.read')
router
  .post('/reports/committees/:id/pack', [Reports, 'pack'])
  .as('reports.pack')
  .where('id', router.matchers.number())
  .ability('reports.read')
