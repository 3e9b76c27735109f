import { defineConfig } from '@adonisjs/redis'
import env from '#start/env'

const socket = env.get('REDIS_SOCKET')
/** Also used by the queue, which opens connections of its own. */
export const redisOptions = {
  ...(socket
    ? { path: socket }
    : { host: env.get('REDIS_HOST', '127.0.0.1'), port: env.get('REDIS_PORT', 6379) }),
  db: env.get('REDIS_DB', 0),
}

const redisConfig = defineConfig({
  connection: 'main',
  connections: { main: { ...redisOptions, keyPrefix: '' } },
})
export default redisConfig

declare module '@adonisjs/redis/types' {
  export interface RedisConnections extends InferConnections<typeof redisConfig> {}
}
