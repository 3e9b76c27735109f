import router from '@adonisjs/core/services/router'
import '#identity/abilities'

const Session = () => import('#identity/controllers/session_controller')
const SecondFactor = () => import('#identity/controllers/second_factor_controller')
const Security = () => import('#identity/controllers/security_controller')
const Roles = () => import('#identity/controllers/roles_controller')
const Staff = () => import('#identity/controllers/staff_controller')
const Sessions = () => import('#identity/controllers/sessions_controller')
const Oidc = () => import('#identity/controllers/oidc_controller')
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
router.post('/personas/days', [Personas, 'moveDays']).as('personas.days').ability('public')

const id = router.matchers.number()
const role = /^[a-z][a-z0-9_]{0,39}$/

router.get('/sign-in/code', [SecondFactor, 'show']).as('second_factor.show').ability('public')
router.post('/sign-in/code', [SecondFactor, 'store']).as('second_factor.store').ability('public')

router.get('/sign-in/oidc', [Oidc, 'begin']).as('oidc.begin').ability('public')
router.get('/sign-in/oidc/callback', [Oidc, 'end']).as('oidc.end').ability('public')
router.post('/roles/provider', [Oidc, 'save']).as('oidc.save').ability('roles.manage')

router.get('/security', [Security, 'show']).as('security.show').ability('signed_in')
router
  .post('/security/second-factor', [Security, 'begin'])
  .as('security.begin')
  .ability('signed_in')
router
  .post('/security/second-factor/confirm', [Security, 'confirm'])
  .as('security.confirm')
  .ability('signed_in')
router
  .post('/security/second-factor/remove', [Security, 'remove'])
  .as('security.remove')
  .ability('signed_in')
router
  .post('/security/sessions/:id/end', [Security, 'endSession'])
  .as('security.sessions.end')
  .where('id', id)
  .ability('signed_in')

router.get('/roles', [Roles, 'index']).as('roles.index').ability('roles.manage')
router.post('/roles', [Roles, 'store']).as('roles.store').ability('roles.manage')
router.post('/roles/policy', [Roles, 'savePolicy']).as('roles.policy').ability('roles.manage')
router
  .post('/roles/:role', [Roles, 'update'])
  .as('roles.update')
  .where('role', role)
  .ability('roles.manage')
router
  .delete('/roles/:role', [Roles, 'destroy'])
  .as('roles.destroy')
  .where('role', role)
  .ability('roles.manage')

router.get('/staff', [Staff, 'index']).as('staff.index').ability('staff.read')
router.post('/staff', [Staff, 'store']).as('staff.store').ability('staff.manage')
router
  .post('/staff/:id/reset', [Staff, 'reset'])
  .as('staff.reset')
  .where('id', id)
  .ability('staff.manage')
router
  .post('/staff/:id/disable', [Staff, 'disable'])
  .as('staff.disable')
  .where('id', id)
  .ability('staff.manage')
router
  .post('/staff/:id/roles', [Staff, 'assign'])
  .as('staff.roles')
  .where('id', id)
  .ability('roles.manage')
router
  .post('/staff/:id/second-factor', [Staff, 'resetSecondFactor'])
  .as('staff.second_factor')
  .where('id', id)
  .ability('roles.manage')

router.get('/sessions', [Sessions, 'index']).as('sessions.index').ability('sessions.manage')
router
  .post('/sessions/:id/end', [Sessions, 'end'])
  .as('sessions.end')
  .where('id', id)
  .ability('sessions.manage')
router
  .post('/sessions/accounts/:id/end', [Sessions, 'endAll'])
  .as('sessions.end_all')
  .where('id', id)
  .ability('sessions.manage')
