import { createRequire } from 'node:module'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import app from '@adonisjs/core/services/app'
import redis from '@adonisjs/redis/services/main'
import repeatJob from '#jobs/actions/repeat_job'
import { countWorkers } from '#jobs/worker'
import openProvince from '#platform/actions/open_province'
import suspendProvince from '#platform/actions/suspend_province'
import { logOperator, operatorEntries } from '#platform/operator_log'
import { failedJobs, provinceStates } from '#platform/queries/province_states'
import { provinceValidator, suspensionValidator } from '#platform/validators/operator'
import { allProvinces } from '#province/registry'
import { runInTenant } from '#tenancy/context'
import { migrateTenant } from '#tenancy/migrate'
import Tenant from '#tenancy/models/tenant'
import { systemContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** The provinces of the instance, for who runs it. */
export default class ProvincesController {
  async index({ inertia, request }: HttpContext) {
    const filters = filtersOf(request, ['tenant', 'q'])
    return page(inertia, 'operator/provinces', {
      provinces: await provinceStates(),
      plugins: allProvinces().map(({ id, name }) => ({ id, name })),
      filters,
      entries: await operatorEntries(filters, pageOf(request)),
      health: await health(),
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(provinceValidator)
    const data = await openProvince(ctx.actor!, input)
    return done(ctx, { message: `${input.name}已建立`, data })
  }

  async suspend(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(suspensionValidator)
    await suspendProvince(ctx.actor!, { slug: ctx.params.slug, reason })
    return done(ctx, { message: '已停用' })
  }

  async resume(ctx: HttpContext) {
    await suspendProvince(ctx.actor!, { slug: ctx.params.slug, reason: null })
    return done(ctx, { message: '已恢复' })
  }

  async migrate(ctx: HttpContext) {
    const tenant = await tenantOf(ctx)
    const ran = await migrateTenant(tenant.info())
    await logOperator(ctx.actor!, {
      action: '升级数据库',
      tenant: tenant.slug,
      detail: `${ran} 个迁移`,
    })
    return done(ctx, { message: ran > 0 ? `已执行 ${ran} 个迁移` : '数据库已是最新' })
  }

  async jobs(ctx: HttpContext) {
    const tenant = await tenantOf(ctx)
    return page(ctx.inertia, 'operator/jobs', {
      province: { slug: tenant.slug, name: tenant.name },
      jobs: await failedJobs(tenant.slug),
    })
  }

  async repeat(ctx: HttpContext) {
    const tenant = await tenantOf(ctx)
    await runInTenant(tenant.info(), () =>
      repeatJob(systemContext('运维'), { id: Number(ctx.params.id) })
    )
    await logOperator(ctx.actor!, {
      action: '重新执行任务',
      tenant: tenant.slug,
      detail: `任务 ${Number(ctx.params.id)}`,
    })
    return done(ctx, { message: '已重新开始执行' })
  }
}

async function tenantOf({ params }: HttpContext) {
  const tenant = await Tenant.findBy('slug', params.slug)
  if (!tenant) throw new NotFound('没有这个租户。')
  return tenant
}

const { version: VERSION } = createRequire(import.meta.url)(app.makePath('package.json')) as {
  version: string
}

async function health() {
  const [[[{ version }]], info, workers] = await Promise.all([
    db.connection('platform').rawQuery('select version() as version'),
    redis.info('server'),
    countWorkers(),
  ])
  return {
    product: VERSION,
    database: version as string,
    redis: /redis_version:(\S+)/.exec(info)?.[1] ?? '—',
    node: process.version,
    workers,
  }
}
