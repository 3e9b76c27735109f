import router from '@adonisjs/core/services/router'
import '#platform/abilities'

const Health = () => import('#platform/controllers/health_controller')
const Session = () => import('#platform/controllers/operator_session_controller')
const Factor = () => import('#platform/controllers/operator_factor_controller')
const Provinces = () => import('#platform/controllers/provinces_controller')
const Operations = () => import('#platform/controllers/operations_controller')
const Tasks = () => import('#platform/controllers/tasks_controller')
const Support = () => import('#platform/controllers/support_controller')
const here = { platform: true }

router
  .get('/health', [Health, 'show'])
  .as('health')
  .ability('public', { anywhere: true })
  .forReading()

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

router.get('/operator/sign-in/code', [Factor, 'show']).as('operator.code').ability('public', here)
router
  .post('/operator/sign-in/code', [Factor, 'store'])
  .as('operator.code.store')
  .ability('public', here)
router
  .get('/operator/security', [Factor, 'security'])
  .as('operator.security')
  .ability('operator', here)
for (const act of ['begin', 'confirm', 'renew', 'remove'] as const)
  router
    .post(`/operator/security/${act}`, [Factor, act])
    .as(`operator.security.${act}`)
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
  .post('/operator/provinces/:slug/backup', [Operations, 'backup'])
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

const of = '/operator/provinces/:slug'
const acts = [
  ['quota', 'quota'],
  ['administrators', 'openAdministrator'],
  ['proof', 'prove'],
  ['restoration', 'restore'],
  ['support', 'askSupport'],
  ['look', 'look'],
  ['deletion', 'askDeletion'],
  ['deletion/confirmation', 'delete'],
] as const
router.get(of, [Operations, 'show']).as('operator.province').ability('operator', here)
for (const [path, act] of acts)
  router
    .post(`${of}/${path}`, [Operations, act])
    .as(`operator.province.${act}`)
    .ability('operator', here)
router
  .delete(`${of}/deletion`, [Operations, 'withdrawDeletion'])
  .as('operator.province.withdraw_deletion')
  .ability('operator', here)
router
  .post(`${of}/jobs/repeat`, [Tasks, 'repeatAll'])
  .as('operator.jobs.repeat_all')
  .ability('operator', here)
router.get('/operator/tasks', [Tasks, 'index']).as('operator.tasks').ability('operator', here)
router
  .post('/operator/tasks/migration', [Tasks, 'migrate'])
  .as('operator.tasks.migrate')
  .ability('operator', here)
router
  .post('/operator/tasks/:id/repeat', [Tasks, 'repeat'])
  .as('operator.tasks.repeat')
  .where('id', router.matchers.number())
  .ability('operator', here)
router.get('/operator/queues', [Tasks, 'queues']).as('operator.queues').ability('operator', here)

router.get('/support', [Support, 'index']).as('support.index').ability('support.grant')
router
  .post('/support/:id/answer', [Support, 'answer'])
  .as('support.answer')
  .where('id', router.matchers.number())
  .ability('support.grant')
router
  .post('/support/:id/withdrawal', [Support, 'withdraw'])
  .as('support.withdraw')
  .where('id', router.matchers.number())
  .ability('support.grant')
router.post('/support/export', [Support, 'export']).as('support.export').ability('province.export')
