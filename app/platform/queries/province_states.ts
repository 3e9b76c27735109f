import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import env from '#start/env'
import { runInTenant } from '#tenancy/context'
import Tenant from '#tenancy/models/tenant'

const JOB_STATES = ['queued', 'sent', 'running', 'failed']

/** Provinces with what an operator watches: size, jobs, backups. Counts only, never a person's data. */
export async function provinceStates() {
  const tenants = await Tenant.query().preload('hosts').orderBy('id')
  const backups = await backupsByTenant()
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
    const [applications, files, jobs] = await Promise.all([
      db.from('applications').count('* as count').first(),
      db.from('files').sum('size as bytes').first(),
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
      jobs: Object.fromEntries(
        jobs.map(({ status, count }) => [status as string, Number(count)])
      ) as Record<string, number>,
    }
  })

async function backupsByTenant(): Promise<Map<string, string>> {
  const folder = env.get('BACKUP_DIR')
  const files = await readdir(folder).catch(() => [])
  const latest = new Map<string, string>()
  for (const file of files.filter((name) => name.endsWith('.tar.gz')).sort()) {
    const { mtime } = await stat(join(folder, file))
    latest.set(
      file.replace(/-[^-]+\.tar\.gz$/, ''),
      DateTime.fromJSDate(mtime).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm')
    )
  }
  return latest
}

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
