import type { HttpContext } from '@adonisjs/core/http'
import { Route } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Forbidden, NotFound, SignedOut } from '#web/refusal'

/** Route name → `public` (anyone), `signed_in` (any account) or a declared ability. */
const abilities = new Map<string, string>()

export const abilityOfRoute = (name: string | undefined) => abilities.get(name ?? '')

/** Names of the routes for reading. */
const forReading = new Set<string>()

export const isForReading = (name: string | undefined) => forReading.has(name ?? '')

interface Where {
  /** on the instance's own host instead of a province's */
  platform?: boolean
  /** on both */
  anywhere?: boolean
}

declare module '@adonisjs/core/http' {
  interface Route {
    /** Who may use the route; every route has one (a test proves it). */
    ability(name: string, options?: Where): this
    /** A page without form or act of its own: who has no session is given none. */
    forReading(): this
  }
}

Route.macro('ability', function (this: Route, name, options = {}) {
  const route = this.getName()
  if (!route) throw new Error('name the route before its ability')
  abilities.set(route, name)
  return this.use(async (ctx: HttpContext, next: NextFn) => {
    const wrongHost = options.platform ? ctx.tenant !== null : ctx.tenant === null
    if (wrongHost && !options.anywhere) throw new NotFound('没有这个页面。')
    if (name !== 'public') {
      if (!ctx.actor) throw new SignedOut()
      if (name !== 'signed_in' && !ctx.actor.can(name)) throw new Forbidden()
    }
    return next()
  })
})

Route.macro('forReading', function (this: Route) {
  forReading.add(this.getName()!)
  return this
})
