import openAccount from '#identity/actions/open_account'
import { provision } from '#platform/set_up'
import { logOperator } from '#platform/operator_log'
import { allProvinces, provinceOf } from '#province/registry'
import createTenant from '#tenancy/actions/create_tenant'
import { runInTenant } from '#tenancy/context'
import Tenant from '#tenancy/models/tenant'
import TenantHost from '#tenancy/models/tenant_host'
import { forgetTenants } from '#tenancy/resolver'
import { systemContext, type Actor } from '#web/actor'
import { Refusal } from '#web/refusal'

export interface OpenProvinceInput {
  slug: string
  name: string
  province: string
  host?: string | null
  adminLogin: string
  adminName: string
}

/**
 * A province from its plugin: database, database user, storage, migrations, rules, catalogue, calendar and the account
 * of its administrator. Answers the administrator's one-time secret, shown once.
 */
export default async function openProvince(actor: Actor, input: OpenProvinceInput) {
  if (!allProvinces().some(({ id }) => id === input.province))
    throw new Refusal('province', '请选择省级插件', [
      { field: 'province', message: '没有这个省级插件' },
    ])
  if (await Tenant.findBy('slug', input.slug))
    throw new Refusal('slug', '请更换标识', [{ field: 'slug', message: '该标识已被使用' }])
  if (input.host && (await TenantHost.findBy('host', input.host)))
    throw new Refusal('host', '请更换域名', [{ field: 'host', message: '该域名已被使用' }])
  const tenant = await createTenant({
    slug: input.slug,
    name: input.name,
    province: input.province,
    hosts: input.host ? [input.host] : [],
    status: 'suspended',
  })
  await provision(tenant.info())
  const { secret } = await runInTenant(tenant.info(), () =>
    openAccount(systemContext('运维'), {
      login: input.adminLogin,
      kind: 'tenant_admin',
      name: input.adminName,
      roles: [adminRole(input.province)],
    })
  )
  await tenant.merge({ status: 'active' }).save()
  forgetTenants()
  await logOperator(actor, { action: '建立租户', tenant: input.slug, detail: input.name })
  return { slug: tenant.slug, login: input.adminLogin, secret }
}

const adminRole = (province: string) =>
  provinceOf(province).roles.find(({ kind }) => kind === 'tenant_admin')!.id
