import type { HttpContext } from '@adonisjs/core/http'
import { portalOf } from '#province/registry'
import { saveBrand, type PortalTexts } from '#rules/actions/portal'
import { brandValidator } from '#rules/validators/portal'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { done } from '#web/reply'
import { readSetting } from '#web/settings'

/** 门户设置: how the portal is called and looks. */
export default class BrandController {
  async edit(ctx: HttpContext) {
    const given = { publicityNote: '', helpNote: '', ...portalOf(ctx.tenant!) }
    const { value, version } = await readSetting<PortalTexts>('portal', given)
    return page(ctx.inertia, 'tenant_admin/portal/brand', { portal: value, version })
  }

  async update(ctx: HttpContext) {
    const { version, ...input } = await ctx.request.validateUsing(brandValidator)
    const portal = Object.fromEntries(
      Object.entries(input).map(([key, value]) => [key, value ?? ''])
    ) as unknown as PortalTexts
    await saveBrand(actorContext(ctx), portal, version)
    return done(ctx, { message: '门户设置已保存' })
  }
}
