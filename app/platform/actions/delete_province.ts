import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { logOperator } from '#platform/operator_log'
import dropTenant from '#tenancy/actions/drop_tenant'
import type Tenant from '#tenancy/models/tenant'
import type { Actor } from '#web/actor'
import { Forbidden, NotFound, Refusal } from '#web/refusal'

const deletions = () => db.connection('platform').from('province_deletions')
const now = () => DateTime.utc().toFormat('yyyy-MM-dd HH:mm:ss.SSS')

export const openDeletion = (slug: string) =>
  deletions().where({ tenant: slug, status: 'open' }).first()

export const wasDeleted = async (slug: string) =>
  Boolean(await deletions().where({ tenant: slug, status: 'done' }).first())

/** One operator asks for a closed province to be deleted; nothing happens until another one agrees. */
export async function askForDeletion(actor: Actor, tenant: Tenant, reason: string) {
  if (tenant.status !== 'suspended')
    throw new Refusal('status', '请先停用租户，确认无人使用后再申请删除。')
  if (await openDeletion(tenant.slug)) throw new Refusal('asked', '已有待确认的删除申请。')
  await db.connection('platform').table('province_deletions').insert({
    tenant: tenant.slug,
    name: tenant.name,
    reason,
    asked_by_id: actor.accountId,
    asked_by: actor.name,
    asked_at: now(),
  })
  await logOperator(actor, { action: '申请删除租户', tenant: tenant.slug, detail: reason })
}

export async function withdrawDeletion(actor: Actor, tenant: Tenant) {
  const changed = await deletions()
    .where({ tenant: tenant.slug, status: 'open' })
    .update({ status: 'withdrawn', closed_by: actor.name, closed_at: now() })
  if (Number(changed) === 0) throw new NotFound('没有待确认的删除申请。')
  await logOperator(actor, { action: '撤回删除申请', tenant: tenant.slug })
}

/** A second operator types the province's name: database, database user, files and hosts go for good. */
export async function deleteProvince(actor: Actor, tenant: Tenant, typed: string) {
  const asked = await openDeletion(tenant.slug)
  if (!asked) throw new NotFound('没有待确认的删除申请。')
  if (Number(asked.asked_by_id) === actor.accountId)
    throw new Forbidden('删除租户须由另一名运维人员确认。')
  if (tenant.status !== 'suspended') throw new Refusal('status', '租户已恢复使用，不能删除。')
  if (typed !== tenant.slug)
    throw new Refusal('slug', '请核对租户标识', [
      { field: 'slug', message: `请准确输入 ${tenant.slug}` },
    ])
  await dropTenant(tenant.slug)
  await deletions()
    .where('id', asked.id)
    .update({ status: 'done', closed_by: actor.name, closed_at: now() })
  await logOperator(actor, {
    action: '删除租户',
    tenant: tenant.slug,
    detail: `${asked.asked_by}申请，${actor.name}确认：${asked.reason}`.slice(0, 300),
  })
}
