import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import BaseInertiaMiddleware from '@adonisjs/inertia/inertia_middleware'
import env from '#start/env'
import { now } from '#tenancy/clock'
import { today } from '#web/actor'
import { brandOf } from '#web/brand'
import { menuOf } from '#web/menu'

/** What every page gets. On an error before the router's middleware, tenant and actor may be missing. */
export default class InertiaMiddleware extends BaseInertiaMiddleware {
  async share(ctx: HttpContext) {
    const { tenant, actor, base } = ctx as Partial<HttpContext>
    return {
      site: ctx.inertia.always({
        base: base ?? '',
        demo: env.get('DEMO', false) || app.inTest,
        // what forms offer as the day, whatever the clock of the reader says
        today: today({ now }),
      }),
      brand: ctx.inertia.always(tenant ? { ...(await brandOf(tenant)) } : null),
      actor: ctx.inertia.always(
        actor
          ? {
              name: actor.name,
              kind: actor.kind,
              organization: actor.organizationName,
              abilities: [...actor.abilities],
            }
          : null
      ),
      menu: ctx.inertia.always(actor ? await menuOf(actor) : []),
    }
  }

  async handle(ctx: HttpContext, next: NextFn) {
    await this.init(ctx)
    const output = await next()
    this.dispose(ctx)
    return output
  }
}

declare module '@adonisjs/inertia/types' {
  type MiddlewareSharedProps = InferSharedProps<InertiaMiddleware>
  export interface SharedProps extends MiddlewareSharedProps {}
}
