import router from '@adonisjs/core/services/router'
import '#approvals/abilities'

const Submission = () => import('#approvals/controllers/submission_controller')
const Extensions = () => import('#approvals/controllers/extensions_controller')
const Ways = () => import('#approvals/controllers/ways_controller')
const Reviews = () => import('#approvals/controllers/reviews_controller')
const Phrases = () => import('#approvals/controllers/phrases_controller')
const Cases = () => import('#approvals/controllers/cases_controller')
const Assignments = () => import('#approvals/controllers/assignments_controller')
const Templates = () => import('#approvals/controllers/report_templates_controller')
const id = router.matchers.number()

router.get('/apply/ways', [Ways, 'index']).as('applications.ways').ability('applications.own')
router
  .post('/apply/:id/submit', [Submission, 'submit'])
  .as('submission.submit')
  .ability('applications.own')
router
  .post('/apply/:id/withdraw', [Submission, 'withdraw'])
  .as('submission.withdraw')
  .ability('applications.own')
router
  .post('/apply/:id/discard', [Submission, 'discard'])
  .as('submission.discard')
  .ability('applications.own')

router
  .post('/apply/:id/take-up', [Submission, 'takeUp'])
  .as('submission.take_up')
  .ability('applications.own')

router
  .post('/reviews/:id/extend', [Extensions, 'store'])
  .as('reviews.extend')
  .where('id', id)
  .ability('approvals.review')
router.get('/reviews', [Reviews, 'index']).as('reviews.index').ability('approvals.review')
router
  .get('/qualification', [Reviews, 'qualify'])
  .as('reviews.qualify')
  .ability('approvals.qualify')
router.get('/reviews/export', [Reviews, 'export']).as('reviews.export').ability('approvals.review')
router
  .get('/reviews/:id', [Reviews, 'show'])
  .as('reviews.show')
  .where('id', id)
  .ability('approvals.review')
router
  .get('/reviews/:id/log', [Reviews, 'log'])
  .as('reviews.log')
  .where('id', id)
  .ability('approvals.review')
router
  .post('/reviews/:id', [Reviews, 'decide'])
  .as('reviews.decide')
  .where('id', id)
  .ability('approvals.review')
router
  .post('/reviews/many', [Reviews, 'decideMany'])
  .as('reviews.decideMany')
  .ability('approvals.review')
router.post('/phrases', [Phrases, 'store']).as('phrases.store').ability('approvals.review')
router
  .put('/phrases/:id', [Phrases, 'update'])
  .as('phrases.update')
  .where('id', id)
  .ability('approvals.review')
router
  .delete('/phrases/:id', [Phrases, 'destroy'])
  .as('phrases.destroy')
  .where('id', id)
  .ability('approvals.review')

router.get('/cases', [Cases, 'index']).as('cases.index').ability('approvals.follow')
router.get('/cases/export', [Cases, 'export']).as('cases.export').ability('approvals.follow')
router
  .get('/cases/:id', [Cases, 'show'])
  .as('cases.show')
  .where('id', id)
  .ability('approvals.follow')
router
  .get('/cases/:id/log', [Cases, 'log'])
  .as('cases.log')
  .where('id', id)
  .ability('approvals.follow')
router
  .post('/cases/:id/rollback', [Cases, 'rollback'])
  .as('cases.rollback')
  .where('id', id)
  .ability('approvals.rollback')
router.get('/stuck', [Cases, 'stuck']).as('cases.stuck').ability('approvals.follow')

router
  .get('/assignments', [Assignments, 'index'])
  .as('assignments.index')
  .ability('approvals.assign')
router
  .post('/assignments', [Assignments, 'store'])
  .as('assignments.store')
  .ability('approvals.assign')

router
  .get('/report-templates', [Templates, 'index'])
  .as('reportTemplates.index')
  .ability('approvals.templates')
router
  .post('/report-templates', [Templates, 'store'])
  .as('reportTemplates.store')
  .ability('approvals.templates')
router
  .put('/report-templates/:id', [Templates, 'update'])
  .as('reportTemplates.update')
  .where('id', id)
  .ability('approvals.templates')
router
  .delete('/report-templates/:id', [Templates, 'destroy'])
  .as('reportTemplates.destroy')
  .where('id', id)
  .ability('approvals.templates')
