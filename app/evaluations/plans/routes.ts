import router from '@adonisjs/core/services/router'

const Plans = () => import('#evaluations/controllers/plans_controller')
const Draws = () => import('#evaluations/controllers/draws_controller')
const Notices = () => import('#evaluations/controllers/notices_controller')
const id = router.matchers.number()
const manage = 'plans.manage'
const draws = 'draws.manage'

router.get('/plans', [Plans, 'index']).as('plans.index').ability(manage)
router.post('/plans', [Plans, 'store']).as('plans.store').ability(manage)
// its writers, its reviewers and who may look it up; the controller asks which
router.get('/plans/:id', [Plans, 'show']).as('plans.show').where('id', id).ability('signed_in')
router.post('/plans/:id', [Plans, 'save']).as('plans.save').where('id', id).ability(manage)
router.post('/plans/:id/file', [Plans, 'attach']).as('plans.file').where('id', id).ability(manage)
router
  .delete('/plans/:id/file', [Plans, 'detach'])
  .as('plans.file.delete')
  .where('id', id)
  .ability(manage)
router
  .post('/plans/:id/submit', [Plans, 'submit'])
  .as('plans.submit')
  .where('id', id)
  .ability(manage)
router
  .post('/plans/:id/withdraw', [Plans, 'withdraw'])
  .as('plans.withdraw')
  .where('id', id)
  .ability(manage)
router.get('/plan-reviews', [Plans, 'reviews']).as('plans.reviews').ability('plans.review')
router
  .post('/plan-reviews/:id', [Plans, 'decide'])
  .as('plans.decide')
  .where('id', id)
  .ability('plans.review')
router.get('/plan-query', [Plans, 'query']).as('plans.query').ability('plans.read')
router
  .post('/meetings/:id/sheet/submit', [Plans, 'submitSheet'])
  .as('meetings.sheet.submit')
  .where('id', id)
  .ability('meetings.manage')

router.get('/draws', [Draws, 'index']).as('draws.index').ability(draws)
router.get('/draws/:id', [Draws, 'show']).as('draws.show').where('id', id).ability(draws)
router
  .post('/draws/:id/commit', [Draws, 'commit'])
  .as('draws.commit')
  .where('id', id)
  .ability(draws)
router.post('/draws/:id/draw', [Draws, 'draw']).as('draws.draw').where('id', id).ability(draws)
router
  .post('/draws/:id/answer', [Draws, 'answer'])
  .as('draws.answer')
  .where('id', id)
  .ability(draws)
router
  .post('/draws/:id/reveal', [Draws, 'reveal'])
  .as('draws.reveal')
  .where('id', id)
  .ability(draws)
router
  .post('/draws/:id/replay', [Draws, 'replay'])
  .as('draws.replay')
  .where('id', id)
  .ability(draws)

router.get('/interviews', [Notices, 'index']).as('interviews.index').ability(draws)
router
  .get('/interviews/:id', [Notices, 'show'])
  .as('interviews.show')
  .where('id', id)
  .ability(draws)
router
  .post('/interviews/:id/send', [Notices, 'send'])
  .as('interviews.send')
  .where('id', id)
  .ability(draws)
