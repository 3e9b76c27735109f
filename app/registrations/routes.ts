import router from '@adonisjs/core/services/router'
import '#registrations/abilities'

const Register = () => import('#registrations/controllers/register_controller')
const Reviews = () => import('#registrations/controllers/registration_reviews_controller')
const id = router.matchers.number()

router.get('/register', [Register, 'person']).as('register.person').ability('public')
router.post('/register', [Register, 'storePerson']).as('register.person.store').ability('public')
router.get('/register/unit', [Register, 'unit']).as('register.unit').ability('public')
router.post('/register/unit', [Register, 'storeUnit']).as('register.unit.store').ability('public')
router.get('/register/bodies', [Register, 'bodies']).as('register.bodies').ability('public')

router
  .get('/registrations', [Reviews, 'index'])
  .as('registrations.index')
  .ability('accounts.manage')
router
  .post('/registrations/:id', [Reviews, 'decide'])
  .as('registrations.decide')
  .where('id', id)
  .ability('accounts.manage')
router
  .get('/registrations/:id/files/:file', [Reviews, 'file'])
  .as('registrations.file')
  .where('id', id)
  .where('file', id)
  .ability('accounts.manage')
