import { defineConfig } from '@adonisjs/lucid'

const { STOCK_DATABASE, STOCK_USER, STOCK_PASSWORD, DB_SOCKET, DB_HOST, DB_PORT } = process.env

export default defineConfig({
  connection: 'mysql',
  connections: {
    mysql: {
      client: 'mysql2',
      connection: {
        ...(DB_SOCKET
          ? { socketPath: DB_SOCKET }
          : { host: DB_HOST, port: Number(DB_PORT ?? 3306) }),
        user: STOCK_USER,
        password: STOCK_PASSWORD,
        database: STOCK_DATABASE,
      },
      pool: { min: 0, max: 10 },
    },
  },
})
