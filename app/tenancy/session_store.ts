import { configProvider } from '@adonisjs/core'
import { MessageBuilder } from '@adonisjs/core/helpers'
import string from '@adonisjs/core/helpers/string'
import type { HttpContext } from '@adonisjs/core/http'
import type { RedisConnection } from '@adonisjs/redis'
import type { SessionData, SessionStoreContract } from '@adonisjs/session/types'

export const SESSION_COOKIE = 'sid'

/** A session without requests ends after this time. */
export const SESSION_MINUTES = 30

/** Sessions live under `sess:<tenant>:<id>`: a cookie replayed on another province's host finds nothing. */
class TenantSessionStore implements SessionStoreContract {
  #seconds: number

  constructor(
    private redis: RedisConnection,
    private ctx: HttpContext,
    age: string | number
  ) {
    this.#seconds = string.seconds.parse(age)
  }

  #key(id: string) {
    return `sess:${this.ctx.tenant?.slug ?? '@platform'}:${id}`
  }

  async read(id: string): Promise<SessionData | null> {
    const stored = await this.redis.get(this.#key(id))
    return stored ? (new MessageBuilder().verify<SessionData>(stored, id) ?? null) : null
  }

  async write(id: string, values: SessionData) {
    await this.redis.setex(
      this.#key(id),
      this.#seconds,
      new MessageBuilder().build(values, undefined, id)
    )
  }

  async destroy(id: string) {
    await this.redis.del(this.#key(id))
  }

  async touch(id: string) {
    await this.redis.expire(this.#key(id), this.#seconds)
  }
}

export const tenantSessionStore = () =>
  configProvider.create(async (app) => {
    const redis = (await app.container.make('redis')).connection('main')
    return (ctx: HttpContext, config: { age: string | number }) =>
      new TenantSessionStore(redis as RedisConnection, ctx, config.age)
  })
