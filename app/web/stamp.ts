import type { ActorContext } from '#web/actor'

/** The time of the act as the database keeps it (UTC, milliseconds). */
export const stamp = (ctx: Pick<ActorContext, 'now'>) =>
  ctx.now().toUTC().toFormat('yyyy-MM-dd HH:mm:ss.SSS')
