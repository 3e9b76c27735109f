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
  .post('/accounts/:id/reset', [Accounts, 'reset'])
  .as('accounts.reset')
  .where('id', id)
  .ability('accounts.manage')
router
  .post('/accounts/:id/disable', [Accounts, 'disable'])
  .as('accounts.disable')
  .where('id', id)
  .ability('accounts.manage')
