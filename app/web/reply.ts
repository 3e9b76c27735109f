import type { HttpContext } from '@adonisjs/core/http'

/** The answer of a command: what happened, where to go next, what the page may need. */
export interface Done {
  message: string
  to?: string
  data?: unknown
}

export const done = (ctx: HttpContext, answer: Done) => ctx.response.json(answer)
