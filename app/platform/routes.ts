import router from '@adonisjs/core/services/router'
import '#platform/abilities'

const Health = () => import('#platform/controllers/health_controller')

router.get('/health', [Health, 'show']).as('health').ability('public', { anywhere: true })
