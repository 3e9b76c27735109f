import router from '@adonisjs/core/services/router'

const BlankForms = () => import('#certificates/blank_forms/controller')

router
  .get('/apply/:id/templates/:material', [BlankForms, 'show'])
  .as('applications.templates.show')
  .where('id', router.matchers.number())
  .ability('applications.own')
