import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import { countWorkers } from '#jobs/worker'

/** For load balancers and the start script: 503 without database or Redis; workers are counted, not required. */
export default class HealthController {
  async show({ response }: HttpContext) {
    const [database, cache, workers] = await Promise.all([
      works(() => db.connection('platform').rawQuery('select 1')),
      works(() => redis.ping()),
      countWorkers().catch(() => 0),
    ])
    const ok = database && cache
    return response.status(ok ? 200 : 503).json({ ok, database, redis: cache, workers })
  }
}

const works = (ask: () => PromiseLike<unknown>) =>
  Promise.resolve(ask()).then(
    () => true,
    () => false
  )
