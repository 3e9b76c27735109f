import type { HttpContext } from '@adonisjs/core/http'
import { sayIn } from '#web/brand'

/** The answer of a command: what happened, where to go next, what the page may need. */
export interface Done {
  message: string
  to?: string
  data?: unknown
}

export async function done(ctx: HttpContext, answer: Done) {
  const say = await sayIn(ctx.tenant)
  return ctx.response.json({ ...answer, message: say(answer.message) })
}
