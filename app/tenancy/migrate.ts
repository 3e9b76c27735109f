import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import { PLATFORM_DATABASE, mysqlConnection } from '#config/database'
import { ensureTenantConnection } from '#tenancy/connections'
import { runInTenant, type TenantInfo } from '#tenancy/context'

/**
 * On a connection of one session, which holds a lock of the database's own meanwhile: the runner's is one for the whole
 * server, and two provinces migrated at once would fail.
 */
async function migrate(name: string): Promise<number> {
  const connectionName = `${name}:migration`
  const { config } = db.manager.get(name)!
  db.manager.add(connectionName, { ...config, pool: { min: 0, max: 1 } })
  try {
    const [[{ locked }]] = await db
      .connection(connectionName)
      .rawQuery("select get_lock(concat(database(), '.migration'), 60) as locked")
    if (!locked) throw new Error(`another process migrates ${name}`)
    const runner = new MigrationRunner(db, app, {
      direction: 'up',
      connectionName,
      dryRun: false,
      disableLocks: true,
    })
    await runner.run()
    if (runner.error) throw runner.error
    return Object.values(runner.migratedFiles).filter((file) => file.status === 'completed').length
  } finally {
    await db.manager.close(connectionName, true)
  }
}

/** Returns how many migrations ran. */
export const migrateTenant = (tenant: TenantInfo) =>
  runInTenant(tenant, () => migrate(ensureTenantConnection(tenant)))

export async function migratePlatform() {
  await asServer((server) =>
    server.rawQuery(
      'create database if not exists ?? character set utf8mb4 collate utf8mb4_unicode_520_ci',
      [PLATFORM_DATABASE]
    )
  )
  return migrate('platform')
}

type Client = ReturnType<typeof db.connection>

/** Runs statements about databases and users themselves, on a connection that names no database. */
export async function asServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const name = 'server'
  db.manager.add(name, {
    client: 'mysql2',
    connection: mysqlConnection(undefined),
    pool: { min: 0, max: 1 },
  })
  try {
    return await work(db.connection(name))
  } finally {
    await db.manager.close(name, true)
  }
}
