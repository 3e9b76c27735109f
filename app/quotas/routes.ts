import router from '@adonisjs/core/services/router'
import '#quotas/abilities'

const Quotas = () => import('#quotas/controllers/quotas_controller')
const Reviews = () => import('#quotas/controllers/quota_reviews_controller')
const id = router.matchers.number()

router.get('/quotas', [Quotas, 'index']).as('quotas.index').ability('quotas.apply')
router.post('/quotas', [Quotas, 'store']).as('quotas.store').ability('quotas.apply')
router
  .put('/quotas/:id', [Quotas, 'update'])
  .as('quotas.update')
  .where('id', id)
  .ability('quotas.apply')

router.get('/quota-reviews', [Reviews, 'index']).as('quotas.reviews').ability('quotas.review')
router.post('/quota-reviews', [Reviews, 'store']).as('quotas.set').ability('quotas.review')
router
  .post('/quota-reviews/:id', [Reviews, 'decide'])
  .as('quotas.decide')
  .where('id', id)
  .ability('quotas.review')
router.get('/quota-list', [Reviews, 'all']).as('quotas.all').ability('quotas.read')
router.get('/quota-list/export', [Reviews, 'export']).as('quotas.export').ability('quotas.read')
