import env from '#start/env'
import { requireTenant } from '#tenancy/context'
import TenantHost from '#tenancy/models/tenant_host'

/** Address of the running tenant's portal as the public reaches it, without a slash at its end; it stands in QR codes. */
export async function publicAddress(): Promise<string> {
  const { id, slug } = requireTenant()
  const own = await TenantHost.query().where('tenantId', id).orderBy('id').first()
  if (env.get('COOKIE_SECURE')) return `https://${own?.host ?? `${slug}.${env.get('BASE_DOMAIN')}`}`
  return `http://${own?.host ?? `${slug}.${env.get('BASE_DOMAIN')}`}:${env.get('PORT')}`
}
