import router from '@adonisjs/core/services/router'
import '#batches/abilities'

const Batches = () => import('#batches/controllers/batches_controller')
const id = router.matchers.number()
const manage = 'batches.manage'

router.get('/batches', [Batches, 'index']).as('batches.index').ability(manage)
router.post('/batches', [Batches, 'store']).as('batches.store').ability(manage)
router
  .post('/batches/:id', [Batches, 'update'])
  .as('batches.update')
  .where('id', id)
  .ability(manage)
router
  .post('/batches/:id/toggle', [Batches, 'toggle'])
  .as('batches.toggle')
  .where('id', id)
  .ability(manage)
