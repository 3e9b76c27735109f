import router from '@adonisjs/core/services/router'
import '#jobs/abilities'

const Jobs = () => import('#jobs/controllers/jobs_controller')
const id = router.matchers.number()

router.get('/jobs', [Jobs, 'index']).as('jobs.index').ability('signed_in')
router.get('/jobs/:id', [Jobs, 'show']).as('jobs.show').where('id', id).ability('signed_in')
router.get('/jobs/:id/state', [Jobs, 'state']).as('jobs.state').where('id', id).ability('signed_in')
router
  .post('/jobs/:id/repeat', [Jobs, 'repeat'])
  .as('jobs.repeat')
  .where('id', id)
  .ability('signed_in')
