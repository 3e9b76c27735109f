import { cp, rm } from 'node:fs/promises'
import { forgetRulesets } from '#batches/queries/rulesets'
import { closeTenantConnection } from '#tenancy/connections'
import { runInTenant, type TenantInfo } from '#tenancy/context'
import { asServer } from '#tenancy/migrate'
import Tenant from '#tenancy/models/tenant'
import { forgetTenants } from '#tenancy/resolver'
import { tenantFolder } from '#tenancy/storage'
import { forgetBrand } from '#web/brand'
import { forgetRoles } from '#web/roles'

/** A made world, copied beside: putting it back takes a tenth of the time of making it anew. */
export interface KeptWorld {
  slug: string
  /** database of the copies */
  copies: string
  /** checksum of each table as it was */
  tables: Map<string, string>
}

type Server = Parameters<Parameters<typeof asServer>[0]>[0]

const folderOf = (world: KeptWorld) => `${tenantFolder(world.slug)}.${world.copies}`

async function checksums(server: Server, database: string) {
  const [tables] = await server.rawQuery(
    "select table_name as name from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE'",
    [database]
  )
  const names: string[] = tables.map(({ name }: { name: string }) => name)
  if (names.length === 0) return new Map<string, string>()
  const [sums] = await server.rawQuery(
    `checksum table ${names.map((name) => `\`${database}\`.\`${name}\``).join(', ')}`
  )
  return new Map<string, string>(
    sums.map(({ Table, Checksum }: { Table: string; Checksum: unknown }) => [
      Table.slice(Table.indexOf('.') + 1),
      String(Checksum),
    ])
  )
}

/** Without those that the database reckons itself. */
async function ownColumns(server: Server, database: string, table: string): Promise<string> {
  const [columns] = await server.rawQuery(
    "select column_name as name from information_schema.columns where table_schema = ? and table_name = ? and is_generated = 'NEVER'",
    [database, table]
  )
  return columns.map(({ name }: { name: string }) => `\`${name}\``).join(', ')
}

export async function keepWorld(tenant: TenantInfo, name: string): Promise<KeptWorld> {
  const copies = `${tenant.database}_${name}`
  return asServer(async (server) => {
    await server.rawQuery('drop database if exists ??', [copies])
    await server.rawQuery('create database ??', [copies])
    const tables = await checksums(server, tenant.database)
    const world = { slug: tenant.slug, copies, tables }
    for (const table of tables.keys()) {
      const source = `\`${tenant.database}\`.\`${table}\``
      const [found] = await server.rawQuery(`select 1 from ${source} limit 1`)
      if (found.length === 0) continue
      await server.rawQuery(`create table \`${copies}\`.\`${table}\` as select * from ${source}`)
    }
    await cp(tenantFolder(tenant.slug), folderOf(world), { recursive: true })
    return world
  })
}

/** Answers null where the tenant has gone or its tables are others: then it has to be made anew. */
export async function putBack(world: KeptWorld): Promise<TenantInfo | null> {
  const old = await Tenant.findBy('slug', world.slug)
  if (!old) return null
  await closeTenantConnection(old)
  const done = await asServer(async (server) => {
    const now = await checksums(server, old.database)
    if ([...now.keys()].sort().join() !== [...world.tables.keys()].sort().join()) return false
    const [filled] = await server.rawQuery(
      'select table_name as name from information_schema.tables where table_schema = ?',
      [world.copies]
    )
    const copied = new Set<string>(filled.map(({ name }: { name: string }) => name))
    await server.rawQuery('set foreign_key_checks = 0')
    for (const [table, sum] of world.tables) {
      if (now.get(table) === sum) continue
      const target = `\`${old.database}\`.\`${table}\``
      await server.rawQuery(`truncate table ${target}`)
      if (!copied.has(table)) continue
      const columns = await ownColumns(server, old.database, table)
      await server.rawQuery(
        `insert into ${target} (${columns}) select ${columns} from \`${world.copies}\`.\`${table}\``
      )
    }
    return true
  })
  if (!done) return null
  const { name, province, database, dbUser, dbPasswordSealed } = old
  await old.delete()
  const tenant = await Tenant.create({
    slug: world.slug,
    ...{ name, province, database, dbUser, dbPasswordSealed },
    status: 'active',
  })
  await rm(tenantFolder(world.slug), { recursive: true, force: true })
  await cp(folderOf(world), tenantFolder(world.slug), { recursive: true })
  forgetTenants()
  forgetRulesets(world.slug)
  const info = tenant.info()
  await runInTenant(info, async () => {
    forgetRoles()
    forgetBrand()
  })
  return info
}

export async function dropWorld(world: KeptWorld) {
  await asServer((server) => server.rawQuery('drop database if exists ??', [world.copies]))
  await rm(folderOf(world), { recursive: true, force: true })
}
