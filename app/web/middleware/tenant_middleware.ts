import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { runInTenant, type TenantInfo } from '#tenancy/context'
import type { PrefixedRequest } from '#tenancy/prefix_server'
import { siteOfHost, siteOfSlug } from '#tenancy/resolver'
import { NotFound, Suspended } from '#web/refusal'

/** Puts the tenant of the host (or of `/t/<slug>`) around the rest of the request. */
export default class TenantMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const raw = ctx.request.request as PrefixedRequest
    ctx.actor = null
    ctx.base = raw.tenantPrefix ?? ''
    const ofHost = await siteOfHost(ctx.request.host())
    const { tenantPrefix, tenantSlug } = raw
    if (tenantPrefix && ofHost) throw new NotFound('没有这个页面。')
    const site = tenantPrefix ? await siteOfSlug(tenantSlug!) : ofHost
    ctx.tenant = site?.tenant ?? null
    // a balancer's probe asks for the instance, by whatever name
    if (site && !ctx.tenant && ctx.route?.name !== 'health') {
      if (site.closed) throw new Suspended(site.closed)
      throw new NotFound('没有这个页面。')
    }
    if (tenantPrefix) {
      const url = ctx.request.url.bind(ctx.request)
      ctx.request.url = (withQuery?: boolean) => tenantPrefix + url(withQuery)
    }
    return ctx.tenant ? runInTenant(ctx.tenant, next) : next()
  }
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    tenant: TenantInfo | null
    /** `/t/<slug>` where the tenant is named by path, otherwise empty */
    base: string
  }
}
