import router from '@adonisjs/core/services/router'
import { currentRuleset } from '#batches/queries/rulesets'
import { documentsToExamine } from '#certificates/documents/list_documents'
import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'
import { countUpTo } from '#web/paging'
import { declareWaiting } from '#web/waiting'

const Documents = () => import('#certificates/documents/documents_controller')
const id = router.matchers.number()
const manage = 'documents.manage'
const read = 'documents.examine'

const when = async () => (await currentRuleset()).ruleset.documents.required

declareAbilities({ [manage]: '职称发文', [read]: '查看和审查职称文件' })
declareMenu(
  {
    group: '证书文件管理',
    label: '职称文件管理',
    path: '/documents',
    ability: manage,
    order: 52,
    when,
  },
  {
    group: '证书文件管理',
    label: '职称文件审查',
    path: '/documents/examination',
    ability: read,
    order: 53,
    when: async (actor) => actor.committeeId === null && (await when()),
  }
)
declareWaiting({
  ability: read,
  label: '待审查职称文件',
  path: '/documents/examination',
  order: 53,
  count: (actor) => countUpTo(documentsToExamine(actor)),
})

router.get('/documents', [Documents, 'index']).as('documents.index').ability(manage)
router
  .get('/documents/examination', [Documents, 'examination'])
  .as('documents.examination')
  .ability(read)
router.post('/documents', [Documents, 'store']).as('documents.store').ability(manage)
router.get('/documents/:id', [Documents, 'show']).as('documents.show').where('id', id).ability(read)
router
  .put('/documents/:id', [Documents, 'update'])
  .as('documents.update')
  .where('id', id)
  .ability(manage)
router
  .delete('/documents/:id', [Documents, 'destroy'])
  .as('documents.destroy')
  .where('id', id)
  .ability(manage)
router
  .get('/documents/:id/candidates', [Documents, 'candidates'])
  .as('documents.candidates')
  .where('id', id)
  .ability(manage)
router
  .post('/documents/:id/people', [Documents, 'addPeople'])
  .as('documents.people.add')
  .where('id', id)
  .ability(manage)
router
  .post('/documents/:id/people/remove', [Documents, 'removePeople'])
  .as('documents.people.remove')
  .where('id', id)
  .ability(manage)
router
  .get('/documents/:id/export', [Documents, 'export'])
  .as('documents.export')
  .where('id', id)
  .ability(read)
router
  .get('/documents/:id/attachment', [Documents, 'attachment'])
  .as('documents.attachment')
  .where('id', id)
  .ability(read)
router
  .post('/documents/:id/issue', [Documents, 'issue'])
  .as('documents.issue')
  .where('id', id)
  .ability(manage)
router
  .post('/documents/:id/reopen', [Documents, 'reopen'])
  .as('documents.reopen')
  .where('id', id)
  .ability(manage)
router
  .post('/documents/:id/report', [Documents, 'report'])
  .as('documents.report')
  .where('id', id)
  .ability(manage)
router
  .post('/documents/:id/examine', [Documents, 'examine'])
  .as('documents.examine')
  .where('id', id)
  .ability(read)
