import router from '@adonisjs/core/services/router'

const Files = () => import('#files/controllers/files_controller')

router
  .get('/files/:id', [Files, 'show'])
  .as('files.show')
  .where('id', router.matchers.number())
  .ability('signed_in')
