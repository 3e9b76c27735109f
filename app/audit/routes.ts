import router from '@adonisjs/core/services/router'
import '#audit/abilities'

const Audit = () => import('#audit/controllers/audit_controller')

router.get('/audit', [Audit, 'index']).as('audit.index').ability('audit.read')
router.get('/audit/export', [Audit, 'export']).as('audit.export').ability('audit.read')
router.post('/audit/verify', [Audit, 'verify']).as('audit.verify').ability('audit.read')
