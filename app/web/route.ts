import type { HttpContext } from '@adonisjs/core/http'
import { Route } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Forbidden, NotFound, SignedOut } from '#web/refusal'

/** `public`: anyone · `signed_in`: any account · otherwise a declared ability. */
const abilityOfRoute = new WeakMap<Route, string>()

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
    requiredAbility(): string | undefined
  }
}

Route.macro('ability', function (this: Route, name, options = {}) {
  abilityOfRoute.set(this, name)
  return this.use(async (ctx: HttpContext, next: NextFn) => {
    const wrongHost = options.platform ? ctx.tenant !== null : ctx.tenant === null
    if (wrongHost && !options.anywhere) throw new NotFound('没有这个页面。')
    if (name !== 'public') {
      if (!ctx.actor) throw new SignedOut()
      if (name !== 'signed_in' && !ctx.actor.abilities.has(name)) throw new Forbidden()
    }
    return next()
  })
})

Route.macro('requiredAbility', function (this: Route) {
  return abilityOfRoute.get(this)
})
