import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { runInTenant, type TenantInfo } from '#tenancy/context'
import type { PrefixedRequest } from '#tenancy/prefix_server'
import { tenantByHost, tenantBySlug } from '#tenancy/resolver'
import { NotFound } from '#web/refusal'

/** Puts the tenant of the host (or of `/t/<slug>`) around the rest of the request. */
export default class TenantMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const raw = ctx.request.request as PrefixedRequest
    ctx.actor = null
    ctx.base = raw.tenantPrefix ?? ''
    ctx.tenant = await tenantByHost(ctx.request.host())
    if (raw.tenantPrefix) {
      if (ctx.tenant) throw new NotFound('没有这个页面。')
      ctx.tenant = await tenantBySlug(raw.tenantSlug!)
      if (!ctx.tenant) throw new NotFound('没有这个页面。')
      const url = ctx.request.url.bind(ctx.request)
      ctx.request.url = (withQuery?: boolean) => raw.tenantPrefix + url(withQuery)
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
