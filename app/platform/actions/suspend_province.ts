import { logOperator } from '#platform/operator_log'
import Tenant from '#tenancy/models/tenant'
import { forgetTenants } from '#tenancy/resolver'
import type { Actor } from '#web/actor'
import { NotFound } from '#web/refusal'

/** Closes a province to everyone, or opens it again; its data stay as they are. */
export default async function suspendProvince(
  actor: Actor,
  input: { slug: string; reason: string | null }
) {
  const tenant = await Tenant.findBy('slug', input.slug)
  if (!tenant) throw new NotFound('没有这个租户。')
  await tenant
    .merge({ status: input.reason ? 'suspended' : 'active', suspendedReason: input.reason })
    .save()
  forgetTenants()
  await logOperator(actor, {
    action: input.reason ? '停用租户' : '恢复租户',
    tenant: input.slug,
    detail: input.reason ?? undefined,
  })
}
