import router from '@adonisjs/core/services/router'
import '#rules/abilities'

const Rules = () => import('#rules/controllers/rules_controller')
const Drafts = () => import('#rules/controllers/drafts_controller')
const Templates = () => import('#rules/controllers/templates_controller')
const Simulations = () => import('#rules/controllers/simulations_controller')
const Errata = () => import('#rules/controllers/errata_controller')
const Brand = () => import('#rules/controllers/brand_controller')
const Logo = () => import('#rules/controllers/logo_controller')
const Notices = () => import('#rules/controllers/notices_controller')
const Downloads = () => import('#rules/controllers/downloads_controller')
const id = router.matchers.number()
const configure = 'tenant.configure'

router.get('/rules', [Rules, 'index']).as('rules.index').ability(configure)
router
  .get('/rules/versions/:number/export', [Rules, 'export'])
  .as('rules.export')
  .where('number', id)
  .ability(configure)
router
  .get('/rules/versions/:number', [Rules, 'show'])
  .as('rules.show')
  .where('number', id)
  .ability(configure)
router.post('/rules/drafts', [Drafts, 'store']).as('rules.drafts.store').ability(configure)
router.post('/rules/import', [Drafts, 'import']).as('rules.import').ability(configure)
router
  .get('/rules/drafts/:id', [Drafts, 'show'])
  .as('rules.drafts.show')
  .where('id', id)
  .ability(configure)
router
  .put('/rules/drafts/:id', [Drafts, 'save'])
  .as('rules.drafts.save')
  .where('id', id)
  .ability(configure)
router
  .post('/rules/drafts/:id/name', [Drafts, 'rename'])
  .as('rules.drafts.rename')
  .where('id', id)
  .ability(configure)
router
  .get('/rules/drafts/:id/compare', [Drafts, 'compare'])
  .as('rules.drafts.compare')
  .where('id', id)
  .ability(configure)
router
  .get('/rules/drafts/:id/export', [Drafts, 'export'])
  .as('rules.drafts.export')
  .where('id', id)
  .ability(configure)
router
  .post('/rules/drafts/:id/publish', [Drafts, 'publish'])
  .as('rules.drafts.publish')
  .where('id', id)
  .ability(configure)
router
  .post('/rules/drafts/:id/discard', [Drafts, 'discard'])
  .as('rules.drafts.discard')
  .where('id', id)
  .ability(configure)

router
  .post('/rules/drafts/:id/simulations', [Simulations, 'store'])
  .as('rules.simulations.store')
  .where('id', id)
  .ability(configure)
router
  .get('/rules/simulations/:id', [Simulations, 'show'])
  .as('rules.simulations.show')
  .where('id', id)
  .ability(configure)
router
  .post('/rules/drafts/:id/preview', [Templates, 'preview'])
  .as('rules.templates.preview')
  .where('id', id)
  .ability(configure)

router.post('/rules/cases', [Templates, 'cases']).as('rules.cases').ability(configure)

router
  .post('/rules/versions/:number/errata', [Errata, 'store'])
  .as('rules.errata.store')
  .where('number', id)
  .ability(configure)
router
  .get('/rules/errata/:id', [Errata, 'show'])
  .as('rules.errata.show')
  .where('id', id)
  .ability(configure)
router
  .post('/rules/errata/:id/apply', [Errata, 'apply'])
  .as('rules.errata.apply')
  .where('id', id)
  .ability(configure)

router.get('/portal/brand', [Brand, 'edit']).as('portal.brand').ability(configure)
router.post('/portal/brand', [Brand, 'update']).as('portal.brand.update').ability(configure)
router.post('/portal/logo', [Logo, 'store']).as('portal.logo.store').ability(configure)
router.delete('/portal/logo', [Logo, 'destroy']).as('portal.logo.destroy').ability(configure)
router
  .get('/logo/:mark', [Logo, 'show'])
  .as('portal.logo')
  .where('mark', /^[0-9a-f]{16}$/)
  .ability('public')
  .forReading()
router.get('/portal/notices', [Notices, 'notices']).as('portal.notices').ability(configure)
router.get('/portal/help', [Notices, 'help']).as('portal.help').ability(configure)
router
  .post('/portal/:shelf', [Notices, 'store'])
  .as('portal.texts.store')
  .where('shelf', /^(notices|help)$/)
  .ability(configure)
router
  .post('/portal/:shelf/:id', [Notices, 'update'])
  .as('portal.texts.update')
  .where('shelf', /^(notices|help)$/)
  .where('id', id)
  .ability(configure)
router
  .post('/portal/downloads', [Downloads, 'store'])
  .as('portal.downloads.store')
  .ability(configure)
router
  .delete('/portal/downloads/:id', [Downloads, 'destroy'])
  .as('portal.downloads.destroy')
  .where('id', id)
  .ability(configure)
router.get('/help', [Downloads, 'index']).as('help.index').ability('public').forReading()
router
  .get('/downloads/:id', [Downloads, 'show'])
  .as('downloads.show')
  .where('id', id)
  .ability('public')
  .forReading()
