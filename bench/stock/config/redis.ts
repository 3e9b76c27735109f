import { defineConfig } from '@adonisjs/redis'

const { REDIS_SOCKET, REDIS_HOST, REDIS_PORT, REDIS_DB } = process.env

export default defineConfig({
  connection: 'main',
  connections: {
    main: {
      ...(REDIS_SOCKET
        ? { path: REDIS_SOCKET }
        : { host: REDIS_HOST ?? '127.0.0.1', port: Number(REDIS_PORT ?? 6379) }),
      db: Number(REDIS_DB ?? 0),
      keyPrefix: 'stock:',
    },
  },
})
