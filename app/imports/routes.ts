import router from '@adonisjs/core/services/router'

const Imports = () => import('#imports/controllers/imports_controller')
const id = router.matchers.number()
const kind = /^[a-z_]+$/
// which abilities an import asks for is said by its definition; the controller asks
const anyone = 'signed_in'

router
  .get('/imports/new/:kind', [Imports, 'create'])
  .as('imports.create')
  .where('kind', kind)
  .ability(anyone)
router
  .get('/imports/new/:kind/template', [Imports, 'template'])
  .as('imports.template')
  .where('kind', kind)
  .ability(anyone)
router
  .post('/imports/new/:kind', [Imports, 'store'])
  .as('imports.store')
  .where('kind', kind)
  .ability(anyone)
router.get('/imports/:id', [Imports, 'show']).as('imports.show').where('id', id).ability(anyone)
router
  .get('/imports/:id/returned', [Imports, 'returned'])
  .as('imports.returned')
  .where('id', id)
  .ability(anyone)
router
  .post('/imports/:id/commit', [Imports, 'commit'])
  .as('imports.commit')
  .where('id', id)
  .ability(anyone)
