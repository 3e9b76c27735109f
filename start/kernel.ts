import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#web/exception_handler'))

server.use([
  () => import('#web/middleware/packed_assets_middleware'),
  () => import('@adonisjs/static/static_middleware'),
  () => import('#web/middleware/container_bindings_middleware'),
  () => import('@adonisjs/vite/vite_middleware'),
  () => import('#web/middleware/inertia_middleware'),
])

router.use([
  () => import('#web/middleware/tenant_middleware'),
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('#web/middleware/session_middleware'),
  () => import('@adonisjs/shield/shield_middleware'),
  () => import('#identity/middleware/actor_middleware'),
])
