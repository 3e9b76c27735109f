import { readdir } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { listBackups } from '#tenancy/backups'
import { runInTenant } from '#tenancy/context'
import Tenant from '#tenancy/models/tenant'

const JOB_STATES = ['queued', 'sent', 'running', 'failed']

/** Provinces with what an operator watches: size, jobs, backups. Counts only, never a person's data. */
export async function provinceStates() {
  const tenants = await Tenant.query().preload('hosts').orderBy('id')
  // the newest comes first, so that it is the last to be put into the map
  const backups = new Map((await listBackups()).reverse().map(({ slug, at }) => [slug, at]))
  const wanted = (await readdir(app.makePath('database/tenant'))).filter((name) =>
    /^\d.*\.[jt]s$/.test(name)
  ).length
  return Promise.all(
    tenants.map(async (tenant) => {
      const counts = await countsOf(tenant).catch(() => null)
      return {
        slug: tenant.slug,
        name: tenant.name,
        province: tenant.province,
        status: tenant.status,
        suspendedReason: tenant.suspendedReason,
        hosts: tenant.hosts.map(({ host }) => host),
        reachable: counts !== null,
        /** migrations its database still lacks */
        behind: counts === null ? 0 : Math.max(0, wanted - counts.migrations),
        quotaMb: tenant.storageQuotaMb,
        applications: counts?.applications ?? 0,
        storedBytes: counts?.storedBytes ?? 0,
        jobs: counts?.jobs ?? {},
        lastBackup: backups.get(tenant.slug) ?? null,
      }
    })
  )
}
export type ProvinceState = Awaited<ReturnType<typeof provinceStates>>[number]

const countsOf = (tenant: Tenant) =>
  runInTenant(tenant.info(), async () => {
    const [applications, files, migrations, jobs] = await Promise.all([
      db.from('applications').count('* as count').first(),
      db.from('files').sum('size as bytes').first(),
      db.from('adonis_schema').count('* as count').first(),
      db
        .from('jobs')
        .whereIn('status', JOB_STATES)
        .groupBy('status')
        .select('status')
        .count('* as count'),
    ])
    return {
      applications: Number(applications.count),
      storedBytes: Number(files.bytes ?? 0),
      migrations: Number(migrations.count),
      jobs: Object.fromEntries(
        jobs.map(({ status, count }) => [status as string, Number(count)])
      ) as Record<string, number>,
    }
  })

/** Jobs that wait for somebody, without what they are about. */
export async function failedJobs(slug: string) {
  const tenant = await Tenant.findByOrFail('slug', slug)
  return runInTenant(tenant.info(), async () => {
    const rows = await db.from('jobs').where('status', 'failed').orderBy('id', 'desc').limit(100)
    return rows.map((row) => ({
      id: Number(row.id),
      kind: row.kind as string,
      label: row.label as string,
      error: row.error as string | null,
      attempts: row.attempts as number,
      at: DateTime.fromJSDate(row.finished_at)
        .setZone('Asia/Shanghai')
        .toFormat('yyyy-MM-dd HH:mm'),
    }))
  })
}
