// in the order of the modules (ARCHITECTURE.md): a module's abilities and routes are declared by importing it
import router from '@adonisjs/core/services/router'
import '#web/route'

const modules = [() => import('#identity/routes')]
for (const load of modules) await load()

router.get('/health', ({ response }) => response.json({ ok: true })).as('health').ability('public', { platform: true })
