import router from '@adonisjs/core/services/router'

const Session = () => import('#identity/controllers/session_controller')
const Captcha = () => import('#identity/controllers/captcha_controller')
const Personas = () => import('#identity/controllers/personas_controller')

router.get('/sign-in', [Session, 'create']).as('session.create').ability('public')
router.post('/sign-in', [Session, 'store']).as('session.store').ability('public')
router.post('/sign-out', [Session, 'destroy']).as('session.destroy').ability('signed_in')
router.get('/activate', [Session, 'activation']).as('activation.show').ability('public')
router.post('/activate', [Session, 'activate']).as('activation.store').ability('public')
router.get('/password', [Session, 'password']).as('password.edit').ability('signed_in')
router.post('/password', [Session, 'changePassword']).as('password.update').ability('signed_in')
router.get('/captcha', [Captcha, 'show']).as('captcha.show').ability('public')
router.get('/personas', [Personas, 'index']).as('personas.index').ability('public')
router.post('/personas', [Personas, 'store']).as('personas.store').ability('public')
