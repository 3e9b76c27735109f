import router from '@adonisjs/core/services/router'
import '#committees/register/abilities'

const Register = () => import('#committees/register/controller')
const Transfer = () => import('#committees/transfer/controller')
const id = router.matchers.number()
const manage = 'committees.register'
const read = 'committees.read'
const transfer = 'committees.transfer'

router.get('/committee-query', [Register, 'index']).as('committee_query.index').ability(read)
router
  .get('/committee-query/export', [Register, 'export'])
  .as('committee_query.export')
  .ability(read)
router
  .get('/committee-query/:id', [Register, 'show'])
  .as('committee_query.show')
  .where('id', id)
  .ability(read)

router.get('/committee-register', [Register, 'index']).as('register.index').ability(manage)
router.post('/committee-register', [Register, 'store']).as('register.store').ability(manage)
router.get('/committee-register/export', [Register, 'export']).as('register.export').ability(manage)

const of = (path: string) => `/committee-register/:id${path}`
router.get(of(''), [Register, 'show']).as('register.show').where('id', id).ability(manage)
router.post(of(''), [Register, 'update']).as('register.update').where('id', id).ability(manage)
router.post(of('/reset'), [Register, 'reset']).as('register.reset').where('id', id).ability(manage)
router
  .post(of('/cancel'), [Register, 'cancel'])
  .as('register.cancel')
  .where('id', id)
  .ability(manage)
router
  .post(of('/specialties'), [Register, 'addSpecialty'])
  .as('register.specialties.store')
  .where('id', id)
  .ability(manage)
router
  .delete(of('/specialties/:code'), [Register, 'removeSpecialty'])
  .as('register.specialties.destroy')
  .where('id', id)
  .ability(manage)
router
  .post(of('/founders'), [Register, 'addFounder'])
  .as('register.founders.store')
  .where('id', id)
  .ability(manage)
router
  .delete(of('/founders/:organization'), [Register, 'removeFounder'])
  .as('register.founders.destroy')
  .where('id', id)
  .ability(manage)
router
  .post(of('/fees'), [Register, 'setFee'])
  .as('register.fees.store')
  .where('id', id)
  .ability(manage)
router
  .delete(of('/fees/:fee'), [Register, 'removeFee'])
  .as('register.fees.destroy')
  .where('id', id)
  .ability(manage)

router.get('/committee-transfer', [Transfer, 'index']).as('transfer.index').ability(transfer)
router.post('/committee-transfer', [Transfer, 'store']).as('transfer.store').ability(transfer)
router
  .post('/committee-transfer/preview', [Transfer, 'preview'])
  .as('transfer.preview')
  .ability(transfer)
