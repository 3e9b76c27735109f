import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import StockSessionMiddleware from '@adonisjs/session/session_middleware'
import { SESSION_COOKIE } from '#tenancy/session_store'
import { isForReading } from '#web/route'

/** Whoever comes without a session to a page for reading is given none: no cookie, and nothing is kept of the visit. */
export default class SessionMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (isForReading(ctx.route?.name) && !ctx.request.cookiesList()[SESSION_COOKIE]) return next()
    const stock = await ctx.containerResolver.make(StockSessionMiddleware)
    return stock.handle(ctx, next)
  }
}
