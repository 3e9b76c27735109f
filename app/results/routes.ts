import router from '@adonisjs/core/services/router'
import '#results/abilities'

const Results = () => import('#results/controllers/results_controller')
const People = () => import('#results/controllers/people_controller')
const Objections = () => import('#results/controllers/objections_controller')
const Filings = () => import('#results/controllers/filings_controller')
const Recognitions = () => import('#results/controllers/recognitions_controller')
const Confirmations = () => import('#results/controllers/confirmations_controller')
const Publicity = () => import('#results/controllers/publicity_controller')
const id = router.matchers.number()
const manage = 'results.manage'

router.get('/publicity', [Publicity, 'index']).as('publicity.index').ability('public').forReading()
router
  .get('/publicity/answers', [Publicity, 'answerForm'])
  .as('publicity.answers')
  .ability('public')
router.post('/publicity/answers', [Publicity, 'answer']).as('publicity.answer').ability('public')
router
  .post('/publicity/answers/files', [Publicity, 'leadFile'])
  .as('publicity.lead.file')
  .ability('public')
router
  .get('/publicity/:id', [Publicity, 'show'])
  .as('publicity.show')
  .where('id', id)
  .ability('public')
router
  .post('/publicity/:id/leads', [Publicity, 'lead'])
  .as('publicity.lead')
  .where('id', id)
  .ability('public')

router.get('/results', [Results, 'index']).as('results.index').ability(manage)
router.get('/results/:id', [Results, 'show']).as('results.show').where('id', id).ability(manage)
router
  .get('/results/:id/exports/:list', [Results, 'export'])
  .as('results.export')
  .where('id', id)
  .ability(manage)
router
  .get('/results/:id/minutes', [Results, 'minutes'])
  .as('results.minutes.show')
  .where('id', id)
  .ability(manage)
router
  .post('/results/:id/minutes', [Results, 'uploadMinutes'])
  .as('results.minutes')
  .where('id', id)
  .ability(manage)
router
  .post('/results/:id/publicity', [Results, 'open'])
  .as('results.publicity')
  .where('id', id)
  .ability(manage)
router
  .post('/results/:id/close', [Results, 'closeMeeting'])
  .as('results.close')
  .where('id', id)
  .ability(manage)
router.get('/publicities', [Results, 'publicities']).as('publicities.index').ability(manage)
router
  .post('/publicities/:id/close', [Results, 'close'])
  .as('publicities.close')
  .where('id', id)
  .ability(manage)

router.get('/results/people', [People, 'index']).as('results.people').ability(manage)
router.get('/results/people/export', [People, 'export']).as('results.people.export').ability(manage)
router.post('/results/people/close', [People, 'close']).as('results.people.close').ability(manage)
router
  .post('/results/people/:id/object', [People, 'object'])
  .as('results.object')
  .where('id', id)
  .ability(manage)

router.get('/objections', [Objections, 'index']).as('objections.index').ability(manage)
router
  .get('/objections/:id', [Objections, 'show'])
  .as('objections.show')
  .where('id', id)
  .ability(manage)
router
  .post('/objections/:id/accept', [Objections, 'accept'])
  .as('objections.accept')
  .where('id', id)
  .ability(manage)
router
  .post('/objections/:id/dismiss', [Objections, 'dismiss'])
  .as('objections.dismiss')
  .where('id', id)
  .ability(manage)
router
  .post('/objections/:id/check', [Objections, 'check'])
  .as('objections.check')
  .where('id', id)
  .ability(manage)
router
  .post('/objections/:id/decide', [Objections, 'decide'])
  .as('objections.decide')
  .where('id', id)
  .ability(manage)

router
  .post('/objections/:id/files', [Objections, 'addFile'])
  .as('objections.files.store')
  .where('id', id)
  .ability(manage)
router
  .get('/objections/:id/files/:fileId', [Objections, 'file'])
  .as('objections.files.show')
  .where('id', id)
  .where('fileId', id)
  .ability(manage)
router
  .delete('/objections/:id/files/:fileId', [Objections, 'removeFile'])
  .as('objections.files.destroy')
  .where('id', id)
  .where('fileId', id)
  .ability(manage)

router.get('/filings', [Filings, 'index']).as('filings.index').ability(manage)
router.post('/filings', [Filings, 'store']).as('filings.store').ability(manage)
router.get('/filings/:id', [Filings, 'show']).as('filings.show').where('id', id).ability(manage)
router
  .post('/filings/:id/decide', [Filings, 'decide'])
  .as('filings.decide')
  .where('id', id)
  .ability(manage)
router
  .get('/filings/:id/attachment', [Filings, 'attachment'])
  .as('filings.attachment')
  .where('id', id)
  .ability(manage)
router
  .get('/filings/:id/export', [Filings, 'export'])
  .as('filings.export')
  .where('id', id)
  .ability(manage)

router
  .get('/confirmations', [Confirmations, 'index'])
  .as('confirmations.index')
  .ability('confirmations.manage')
router
  .post('/confirmations', [Confirmations, 'store'])
  .as('confirmations.store')
  .ability('confirmations.manage')

router.get('/recognitions', [Recognitions, 'index']).as('recognitions.index').ability(manage)
router
  .get('/recognitions/export', [Recognitions, 'export'])
  .as('recognitions.export')
  .ability(manage)
router.post('/recognitions', [Recognitions, 'store']).as('recognitions.store').ability(manage)
router
  .post('/recognitions/:id/withdraw', [Recognitions, 'withdraw'])
  .as('recognitions.withdraw')
  .where('id', id)
  .ability(manage)
