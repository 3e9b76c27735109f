import { defineConfig } from '@adonisjs/lucid'
import env from '#start/env'

const prefix = env.get('DB_PREFIX')
export const PLATFORM_DATABASE = `${prefix}platform`
export const tenantDatabase = (slug: string) => `${prefix}t_${slug.replaceAll('-', '_')}`
export const tenantUser = (slug: string) => `${prefix}${slug.replaceAll('-', '_')}`.slice(0, 32)

export interface Login {
  user: string
  password: string
}

/** mysql2 settings of one database; times are UTC, DATE columns are `YYYY-MM-DD` strings. */
export function mysqlConnection(database: string | undefined, login: Login = appLogin()) {
  const socket = env.get('DB_SOCKET')
  return {
    ...(socket
      ? { socketPath: socket }
      : { host: env.get('DB_HOST', '127.0.0.1'), port: env.get('DB_PORT', 3306) }),
    ...login,
    database,
    timezone: 'Z',
    charset: 'utf8mb4',
    supportBigNumbers: true,
    dateStrings: ['DATE' as const],
  }
}

export const appLogin = (): Login => ({
  user: env.get('DB_USER'),
  password: env.get('DB_PASSWORD').release(),
})

export const TENANT_POOL = { min: 0, max: env.get('DB_POOL', 10), idleTimeoutMillis: 10_000 }

export default defineConfig({
  connection: 'platform',
  connections: {
    platform: {
      client: 'mysql2',
      connection: mysqlConnection(PLATFORM_DATABASE),
      pool: { min: 0, max: 5 },
      migrations: { naturalSort: true, paths: ['database/platform'] },
    },
  },
})
