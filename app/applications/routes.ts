import router from '@adonisjs/core/services/router'
import '#applications/abilities'

const Applications = () => import('#applications/controllers/applications_controller')
const Attachments = () => import('#applications/controllers/attachments_controller')
const Achievements = () => import('#applications/controllers/achievements_controller')
const own = 'applications.own'

router.get('/apply', [Applications, 'index']).as('applications.index').ability(own)
router.get('/apply/new', [Applications, 'create']).as('applications.create').ability(own)
router.get('/apply/guide', [Applications, 'guide']).as('applications.guide').ability(own)
router.post('/apply', [Applications, 'store']).as('applications.store').ability(own)
router
  .get('/apply/:id', [Applications, 'show'])
  .as('applications.show')
  .where('id', router.matchers.number())
  .ability(own)
router
  .get('/apply/:id/submitted', [Applications, 'submitted'])
  .as('applications.submitted')
  .where('id', router.matchers.number())
  .ability(own)
router
  .get('/apply/:id/problems', [Applications, 'problems'])
  .as('applications.problems')
  .ability(own)
router
  .get('/apply/:id/sections/:section', [Applications, 'section'])
  .as('applications.sections.show')
  .ability(own)
router
  .put('/apply/:id/sections/:section', [Applications, 'saveSection'])
  .as('applications.sections.save')
  .ability(own)
router.post('/apply/:id/files', [Attachments, 'upload']).as('applications.files.store').ability(own)
router
  .post('/apply/:id/materials/:material', [Attachments, 'addMaterial'])
  .as('applications.materials.store')
  .ability(own)
router
  .delete('/apply/:id/materials/:material/:file', [Attachments, 'removeMaterial'])
  .as('applications.materials.destroy')
  .ability(own)
router
  .get('/apply/:id/achievements/:section', [Achievements, 'pick'])
  .as('applications.achievements.pick')
  .ability(own)
router
  .post('/apply/:id/achievements/:section', [Achievements, 'carryOver'])
  .as('applications.achievements.carryOver')
  .ability(own)
router.get('/achievements', [Achievements, 'index']).as('achievements.index').ability(own)
router
  .delete('/achievements/:id', [Achievements, 'destroy'])
  .as('achievements.destroy')
  .where('id', router.matchers.number())
  .ability(own)
