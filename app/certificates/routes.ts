import router from '@adonisjs/core/services/router'
import '#certificates/abilities'

const Generation = () => import('#certificates/controllers/generation_controller')
const Certificates = () => import('#certificates/controllers/certificates_controller')
const Verification = () => import('#certificates/controllers/verification_controller')
const Changes = () => import('#certificates/changes/controller')
const id = router.matchers.number()
const generate = 'certificates.generate'

router
  .get('/generate-certificates', [Generation, 'index'])
  .as('certificates.candidates')
  .ability(generate)
router
  .post('/generate-certificates', [Generation, 'generate'])
  .as('certificates.generate')
  .ability(generate)
router
  .get('/certificates', [Certificates, 'index'])
  .as('certificates.index')
  .ability('certificates.read')
router
  .get('/certificates/:id', [Certificates, 'show'])
  .as('certificates.show')
  .where('id', id)
  .ability('certificates.read')
router
  .get('/certificates/:id/file', [Certificates, 'file'])
  .as('certificates.file')
  .where('id', id)
  .ability('signed_in')
router
  .get('/certificates/:id/picture', [Certificates, 'picture'])
  .as('certificates.picture')
  .where('id', id)
  .ability('signed_in')
router
  .post('/certificates/:id/revoke', [Changes, 'revoke'])
  .as('certificates.revoke')
  .where('id', id)
  .ability('certificates.read')
router
  .post('/certificates/:id/reissue', [Changes, 'reissue'])
  .as('certificates.reissue')
  .where('id', id)
  .ability('certificates.read')
router
  .post('/certificates/:id/correct', [Changes, 'correct'])
  .as('certificates.correct')
  .where('id', id)
  .ability('certificates.read')
router
  .get('/certificate-changes', [Changes, 'index'])
  .as('certificates.changes')
  .ability('certificates.read')
router
  .post('/certificate-changes/:id/decide', [Changes, 'decide'])
  .as('certificates.changes.decide')
  .where('id', id)
  .ability('certificates.read')
router
  .get('/my/certificates', [Certificates, 'own'])
  .as('certificates.own')
  .ability('applications.own')

router.get('/verify', [Verification, 'create']).as('verification.create').ability('public')
router.post('/verify', [Verification, 'store']).as('verification.store').ability('public')
router.post('/verify/file', [Verification, 'file']).as('verification.file').ability('public')
router
  .get('/c/:code', [Verification, 'show'])
  .as('verification.show')
  .ability('public')
  .forReading()
