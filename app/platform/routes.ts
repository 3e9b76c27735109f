import router from '@adonisjs/core/services/router'
import '#platform/abilities'

const Health = () => import('#platform/controllers/health_controller')
const Session = () => import('#platform/controllers/operator_session_controller')
const Provinces = () => import('#platform/controllers/provinces_controller')
const here = { platform: true }

router.get('/health', [Health, 'show']).as('health').ability('public', { anywhere: true })

router.get('/operator/sign-in', [Session, 'create']).as('operator.sign_in').ability('public', here)
router.post('/operator/sign-in', [Session, 'store']).as('operator.open').ability('public', here)
router
  .post('/operator/activate', [Session, 'activate'])
  .as('operator.activate')
  .ability('public', here)
router
  .post('/operator/persona', [Session, 'persona'])
  .as('operator.persona')
  .ability('public', here)
router
  .post('/operator/sign-out', [Session, 'destroy'])
  .as('operator.close')
  .ability('operator', here)

router.get('/operator', [Provinces, 'index']).as('operator.provinces').ability('operator', here)
router
  .post('/operator/provinces', [Provinces, 'store'])
  .as('operator.provinces.store')
  .ability('operator', here)
router
  .post('/operator/provinces/:slug/suspension', [Provinces, 'suspend'])
  .as('operator.provinces.suspend')
  .ability('operator', here)
router
  .delete('/operator/provinces/:slug/suspension', [Provinces, 'resume'])
  .as('operator.provinces.resume')
  .ability('operator', here)
router
  .post('/operator/provinces/:slug/backup', [Provinces, 'backup'])
  .as('operator.provinces.backup')
  .ability('operator', here)
router
  .post('/operator/provinces/:slug/migration', [Provinces, 'migrate'])
  .as('operator.provinces.migrate')
  .ability('operator', here)
router
  .get('/operator/provinces/:slug/jobs', [Provinces, 'jobs'])
  .as('operator.jobs')
  .ability('operator', here)
router
  .post('/operator/provinces/:slug/jobs/:id/repeat', [Provinces, 'repeat'])
  .as('operator.jobs.repeat')
  .where('id', router.matchers.number())
  .ability('operator', here)
