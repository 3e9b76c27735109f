import router from '@adonisjs/core/services/router'
import '#catalogue/abilities'

const Tree = () => import('#catalogue/controllers/tree_controller')
const Receivers = () => import('#catalogue/controllers/receivers_controller')
const Issuers = () => import('#catalogue/controllers/issuers_controller')
const Calendar = () => import('#catalogue/controllers/calendar_controller')
const Blacklist = () => import('#catalogue/controllers/blacklist_controller')
const Lookup = () => import('#catalogue/controllers/lookup_controller')
const id = router.matchers.number()
const manage = 'catalogue.manage'

router.get('/lookup/bodies', [Lookup, 'bodies']).as('lookup.bodies').ability('signed_in')
router
  .get('/lookup/specialties', [Lookup, 'specialties'])
  .as('lookup.specialties')
  .ability('signed_in')

router.get('/lookup/period-end', [Lookup, 'periodEnd']).as('lookup.period_end').ability('signed_in')

router
  .get('/lookup/committees', [Lookup, 'committees'])
  .as('lookup.committees')
  .ability('signed_in')

router.get('/catalogue/specialties', [Tree, 'specialties']).as('specialties.index').ability(manage)
router
  .post('/catalogue/specialties', [Tree, 'addSpecialty'])
  .as('specialties.store')
  .ability(manage)
router
  .post('/catalogue/specialties/:id', [Tree, 'changeSpecialty'])
  .as('specialties.update')
  .where('id', id)
  .ability(manage)
router
  .delete('/catalogue/specialties/:id', [Tree, 'removeSpecialty'])
  .as('specialties.destroy')
  .where('id', id)
  .ability(manage)
router.get('/catalogue/titles', [Tree, 'titles']).as('titles.index').ability(manage)
router.post('/catalogue/titles', [Tree, 'addTitle']).as('titles.store').ability(manage)
router
  .post('/catalogue/titles/:id', [Tree, 'changeTitle'])
  .as('titles.update')
  .where('id', id)
  .ability(manage)
router
  .delete('/catalogue/titles/:id', [Tree, 'removeTitle'])
  .as('titles.destroy')
  .where('id', id)
  .ability(manage)

router.get('/catalogue/receivers', [Receivers, 'index']).as('receivers.index').ability(manage)
router
  .get('/catalogue/receivers/export', [Receivers, 'export'])
  .as('receivers.export')
  .ability(manage)
router.post('/catalogue/receivers', [Receivers, 'store']).as('receivers.store').ability(manage)
router
  .post('/catalogue/receivers/:id', [Receivers, 'update'])
  .as('receivers.update')
  .where('id', id)
  .ability(manage)
router
  .post('/catalogue/receivers/:id/cancel', [Receivers, 'cancel'])
  .as('receivers.cancel')
  .where('id', id)
  .ability(manage)

router.get('/catalogue/issuers', [Issuers, 'index']).as('issuers.index').ability(manage)
router.get('/catalogue/issuers/export', [Issuers, 'export']).as('issuers.export').ability(manage)
router.post('/catalogue/issuers', [Issuers, 'store']).as('issuers.store').ability(manage)
router
  .post('/catalogue/issuers/:id/cancel', [Issuers, 'cancel'])
  .as('issuers.cancel')
  .where('id', id)
  .ability(manage)

router.get('/catalogue/calendar', [Calendar, 'show']).as('calendar.show').ability(manage)
router.post('/catalogue/calendar/day', [Calendar, 'change']).as('calendar.change').ability(manage)
router.post('/catalogue/calendar/year', [Calendar, 'import']).as('calendar.import').ability(manage)

const watch = 'blacklist.manage'
router.get('/blacklist', [Blacklist, 'index']).as('blacklist.index').ability(watch)
router.get('/blacklist/export', [Blacklist, 'export']).as('blacklist.export').ability(watch)
router.post('/blacklist', [Blacklist, 'store']).as('blacklist.store').ability(watch)
router.post('/blacklist/people', [Blacklist, 'people']).as('blacklist.people').ability(watch)
router
  .post('/blacklist/:id', [Blacklist, 'update'])
  .as('blacklist.update')
  .where('id', id)
  .ability(watch)
router
  .post('/blacklist/:id/release', [Blacklist, 'release'])
  .as('blacklist.release')
  .where('id', id)
  .ability(watch)
