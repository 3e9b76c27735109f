import router from '@adonisjs/core/services/router'
import '#reporting/abilities'

const Home = () => import('#reporting/controllers/home_controller')

router.get('/', [Home, 'portal']).as('home.portal').ability('public', { anywhere: true })
router.get('/home', [Home, 'desk']).as('home.desk').ability('signed_in')
