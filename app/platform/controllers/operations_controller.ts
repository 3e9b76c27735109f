import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { administratorsOf, openAdministrator } from '#platform/actions/administrators'
import {
  askForDeletion,
  deleteProvince,
  openDeletion,
  withdrawDeletion,
} from '#platform/actions/delete_province'
import { logOperator } from '#platform/operator_log'
import { provinceStates } from '#platform/queries/province_states'
import { askForSupport, grantCard, grantsOf, withConsent } from '#platform/support/grants'
import { lookAtCase } from '#platform/support/look'
import { startTask, taskCard } from '#platform/tasks/define_task'
import { administratorValidator } from '#platform/validators/operator'
import {
  backupFileValidator,
  caseCodeValidator,
  deletionConfirmValidator,
  deletionValidator,
  quotaValidator,
  restoreValidator,
  supportRequestValidator,
} from '#platform/validators/support'
import { backupPath, listBackups } from '#tenancy/backups'
import { runInTenant } from '#tenancy/context'
import Tenant from '#tenancy/models/tenant'
import { forgetTenants } from '#tenancy/resolver'
import { page } from '#web/page'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'

/** One province, for who runs the instance: room, backups, consent, deletion. */
export default class OperationsController {
  async show(ctx: HttpContext) {
    const tenant = await tenantOf(ctx)
    const [state] = (await provinceStates()).filter(({ slug }) => slug === tenant.slug)
    const tasks = await db
      .connection('platform')
      .from('operator_tasks')
      .where('tenant', tenant.slug)
      .orderBy('id', 'desc')
      .limit(10)
    const grants = await runInTenant(tenant.info(), () => grantsOf(ctx.actor!.accountId!).limit(5))
    const deletion = await openDeletion(tenant.slug)
    return page(ctx.inertia, 'operator/province', {
      province: state,
      quotaMb: tenant.storageQuotaMb,
      administrators: await administratorsOf(tenant),
      backups: (await listBackups()).filter(({ slug }) => slug === tenant.slug).slice(0, 20),
      tasks: tasks.map(taskCard),
      grants: grants.map((row) => grantCard(row)),
      deletion: deletion && {
        reason: deletion.reason as string,
        by: deletion.asked_by as string,
        isOwn: Number(deletion.asked_by_id) === ctx.actor!.accountId,
      },
    })
  }

  async openAdministrator(ctx: HttpContext) {
    const tenant = await tenantOf(ctx)
    const input = await ctx.request.validateUsing(administratorValidator)
    const data = await openAdministrator(ctx.actor!, tenant, input)
    return done(ctx, { message: '账号已开设', data })
  }

  async quota(ctx: HttpContext) {
    const tenant = await tenantOf(ctx)
    const { megabytes } = await ctx.request.validateUsing(quotaValidator)
    await tenant.merge({ storageQuotaMb: megabytes }).save()
    forgetTenants()
    const detail = megabytes === null ? '不限' : `${megabytes} MB`
    await logOperator(ctx.actor!, { action: '设置存储配额', tenant: tenant.slug, detail })
    return done(ctx, { message: '存储配额已保存' })
  }

  async backup(ctx: HttpContext) {
    const tenant = await tenantOf(ctx)
    await startTask(ctx.actor!, {
      kind: 'backup',
      label: `备份${tenant.name}并检查恢复副本`,
      tenant: tenant.slug,
      payload: { slug: tenant.slug },
    })
    await logOperator(ctx.actor!, { action: '备份租户', tenant: tenant.slug })
    return done(ctx, { message: '备份已排队，完成后自动恢复到副本检查' })
  }

  async prove(ctx: HttpContext) {
    const tenant = await tenantOf(ctx)
    const { file } = await ctx.request.validateUsing(backupFileValidator)
    await startTask(ctx.actor!, {
      kind: 'prove',
      label: `检查备份 ${known(tenant, file)}`,
      tenant: tenant.slug,
      payload: { slug: tenant.slug, file },
    })
    return done(ctx, { message: '检查已排队' })
  }

  /** Only of a closed province, and only by who types its name. */
  async restore(ctx: HttpContext) {
    const tenant = await tenantOf(ctx)
    const { file, slug } = await ctx.request.validateUsing(restoreValidator)
    if (slug !== tenant.slug)
      throw new Refusal('slug', '请核对租户标识', [
        { field: 'slug', message: `请准确输入 ${tenant.slug}` },
      ])
    if (tenant.status !== 'suspended') throw new Refusal('status', '请先停用租户，再恢复数据。')
    await startTask(ctx.actor!, {
      kind: 'restore',
      label: `恢复${tenant.name}到 ${known(tenant, file)}`,
      tenant: tenant.slug,
      payload: { slug: tenant.slug, file },
    })
    await logOperator(ctx.actor!, { action: '要求恢复数据', tenant: tenant.slug, detail: file })
    return done(ctx, { message: '恢复已排队，检查通过后执行' })
  }

  async askSupport(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(supportRequestValidator)
    await askForSupport(ctx.actor!, await tenantOf(ctx), reason)
    return done(ctx, { message: '申请已送达省平台，等待授权' })
  }

  async look(ctx: HttpContext) {
    const { code } = await ctx.request.validateUsing(caseCodeValidator)
    const tenant = await tenantOf(ctx)
    const data = await withConsent(ctx.actor!, tenant, `申报 ${code}`, () => lookAtCase(code))
    return done(ctx, { message: '', data })
  }

  async askDeletion(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(deletionValidator)
    await askForDeletion(ctx.actor!, await tenantOf(ctx), reason)
    return done(ctx, { message: '删除申请已提出，须由另一名运维人员确认' })
  }

  async withdrawDeletion(ctx: HttpContext) {
    await withdrawDeletion(ctx.actor!, await tenantOf(ctx))
    return done(ctx, { message: '删除申请已撤回' })
  }

  async delete(ctx: HttpContext) {
    const { slug } = await ctx.request.validateUsing(deletionConfirmValidator)
    await deleteProvince(ctx.actor!, await tenantOf(ctx), slug)
    return done(ctx, { message: '租户已删除', to: '/operator' })
  }
}

async function tenantOf({ params }: HttpContext) {
  const tenant = await Tenant.findBy('slug', params.slug)
  if (!tenant) throw new NotFound('没有这个租户。')
  return tenant
}

function known(tenant: Tenant, file: string): string {
  if (!backupPath(tenant.slug, file)) throw new NotFound('没有这个备份。')
  return file
}
