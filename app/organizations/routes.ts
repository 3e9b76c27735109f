import router from '@adonisjs/core/services/router'
import '#organizations/abilities'

const Organizations = () => import('#organizations/controllers/organizations_controller')
const Accounts = () => import('#organizations/controllers/accounts_controller')
const id = router.matchers.number()

router
  .get('/organizations', [Organizations, 'index'])
  .as('organizations.index')
  .ability('organizations.manage')
router
  .post('/organizations', [Organizations, 'store'])
  .as('organizations.store')
  .ability('organizations.manage')
router
  .get('/organizations/lower', [Organizations, 'lower'])
  .as('organizations.lower')
  .ability('organizations.manage')
router
  .get('/organizations/export', [Organizations, 'export'])
  .as('organizations.export')
  .ability('organizations.manage')
router
  .get('/organizations/:id', [Organizations, 'show'])
  .as('organizations.show')
  .where('id', id)
  .ability('organizations.manage')
router
  .put('/organizations/:id', [Organizations, 'update'])
  .as('organizations.update')
  .where('id', id)
  .ability('organizations.manage')
router
  .post('/organizations/:id/cancel', [Organizations, 'cancel'])
  .as('organizations.cancel')
  .where('id', id)
  .ability('organizations.manage')
router
  .post('/organizations/:id/administrators/:account/reset', [Organizations, 'resetAdministrator'])
  .as('organizations.resetAdministrator')
  .where('id', id)
  .where('account', id)
  .ability('organizations.manage')
router.get('/accounts/staff', [Accounts, 'staff']).as('accounts.staff').ability('accounts.manage')
router
  .post('/accounts/staff', [Accounts, 'storeStaff'])
  .as('accounts.staff.store')
  .ability('accounts.manage')
router
  .get('/accounts/applicants', [Accounts, 'applicants'])
  .as('accounts.applicants')
  .ability('accounts.manage')
router
  .post('/accounts/applicants', [Accounts, 'storeApplicant'])
  .as('accounts.applicants.store')
  .ability('accounts.manage')
router
  .post('/accounts/applicants/many', [Accounts, 'storeApplicants'])
  .as('accounts.applicants.many')
  .ability('accounts.manage')
router
  .get('/accounts/export', [Accounts, 'export'])
  .as('accounts.export')
  .ability('accounts.manage')
router
  .post('/accounts/:id/reset', [Accounts, 'reset'])
  .as('accounts.reset')
  .where('id', id)
  .ability('accounts.manage')
router
  .post('/accounts/:id/disable', [Accounts, 'disable'])
  .as('accounts.disable')
  .where('id', id)
  .ability('accounts.manage')
