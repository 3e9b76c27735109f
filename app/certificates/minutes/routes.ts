import router from '@adonisjs/core/services/router'

const Minutes = () => import('#certificates/minutes/controller')
const id = router.matchers.number()

router
  .post('/meetings/:id/minutes', [Minutes, 'store'])
  .as('meetings.minutes.store')
  .where('id', id)
  .ability('meetings.manage')
router
  .get('/meetings/:id/minutes/file', [Minutes, 'file'])
  .as('meetings.minutes.file')
  .where('id', id)
  .ability('meetings.manage')
