import router from '@adonisjs/core/services/router'
import '#committees/abilities'

const Committees = () => import('#committees/controllers/committees_controller')
const Pool = () => import('#committees/controllers/pool_controller')
const Reviews = () => import('#committees/controllers/expert_reviews_controller')
const Profile = () => import('#committees/controllers/profile_controller')
const id = router.matchers.number()
const manage = 'committees.manage'
const pool = 'committees.pool'
const own = 'experts.own'

router.get('/committees', [Committees, 'index']).as('committees.index').ability(manage)
router.post('/committees', [Committees, 'store']).as('committees.store').ability(manage)
router
  .post('/committees/:id', [Committees, 'update'])
  .as('committees.update')
  .where('id', id)
  .ability(manage)
router
  .post('/committees/:id/reset', [Committees, 'reset'])
  .as('committees.reset')
  .where('id', id)
  .ability(manage)

router.get('/experts', [Pool, 'index']).as('experts.index').ability(pool)
router.post('/experts', [Pool, 'store']).as('experts.store').ability(pool)
router.post('/experts/slips', [Pool, 'slips']).as('experts.slips').ability(pool)
// who fills the pool and who reviews read an expert; the controller asks which
router.get('/experts/:id', [Pool, 'show']).as('experts.show').where('id', id).ability('signed_in')
router.post('/experts/:id/reset', [Pool, 'reset']).as('experts.reset').where('id', id).ability(pool)
router
  .post('/experts/:id/remove', [Pool, 'remove'])
  .as('experts.remove')
  .where('id', id)
  .ability(pool)
router
  .post('/experts/:id/credit', [Pool, 'recordCredit'])
  .as('experts.credit')
  .where('id', id)
  .ability('experts.review')
router
  .post('/experts/:id/release', [Pool, 'releaseCredit'])
  .as('experts.release')
  .where('id', id)
  .ability('experts.review')

router
  .get('/expert-reviews', [Reviews, 'index'])
  .as('expert_reviews.index')
  .ability('experts.review')
router
  .post('/expert-reviews', [Reviews, 'decide'])
  .as('expert_reviews.decide')
  .ability('experts.review')

router.get('/expert-profile', [Profile, 'show']).as('profile.show').ability(own)
router.get('/expert-profile/problems', [Profile, 'problems']).as('profile.problems').ability(own)
router
  .get('/expert-profile/sections/:section', [Profile, 'section'])
  .as('profile.section.show')
  .ability(own)
router
  .put('/expert-profile/sections/:section', [Profile, 'saveSection'])
  .as('profile.section')
  .ability(own)
router.post('/expert-profile/submit', [Profile, 'submit']).as('profile.submit').ability(own)
router.post('/expert-profile/reopen', [Profile, 'reopen']).as('profile.reopen').ability(own)
