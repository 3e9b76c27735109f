import router from '@adonisjs/core/services/router'
import { currentRuleset } from '#batches/queries/rulesets'
import { declareMenu } from '#web/menu'

const Printing = () => import('#certificates/printing/controller')
const id = router.matchers.number()
const generate = 'certificates.generate'

declareMenu({
  group: '证书文件管理',
  label: '纸质证书打印',
  path: '/paper',
  ability: generate,
  order: 58,
  when: async () => (await currentRuleset()).ruleset.certificates.paper !== undefined,
})

router.get('/paper', [Printing, 'index']).as('paper.index').ability(generate)
router.get('/paper/help', [Printing, 'help']).as('paper.help').ability(generate)
router.get('/paper/sheets', [Printing, 'sheets']).as('paper.sheets').ability(generate)
router.get('/paper/test-page', [Printing, 'testPage']).as('paper.test_page').ability(generate)
router.post('/paper/printed', [Printing, 'printed']).as('paper.printed').ability(generate)
router.post('/printers', [Printing, 'store']).as('printers.store').ability(generate)
router
  .put('/printers/:id', [Printing, 'update'])
  .as('printers.update')
  .where('id', id)
  .ability(generate)
router
  .delete('/printers/:id', [Printing, 'destroy'])
  .as('printers.destroy')
  .where('id', id)
  .ability(generate)
