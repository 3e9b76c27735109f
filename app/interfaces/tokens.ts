import { createHash, randomBytes } from 'node:crypto'
import limiter from '@adonisjs/limiter/services/main'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import audit from '#audit/audit'
import { SCOPES, type Scope } from '#interfaces/resources'
import { requireTenant } from '#tenancy/context'
import type { ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal, SignedOut } from '#web/refusal'
import { stamp } from '#web/stamp'

const A_MINUTE = 600
const PREFIX = 'zc_'
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

class TooMany extends Refusal {
  override readonly status = 429
}

/** A token for a system of the province; answered once, kept as a hash only. */
export async function addToken(
  ctx: ActorContext,
  input: { name: string; scopes: string[]; days: number }
): Promise<string> {
  const token = PREFIX + randomBytes(32).toString('base64url')
  await db.transaction(async (trx) => {
    const [id] = await trx.table('api_tokens').insert({
      name: input.name,
      hash: hashOf(token),
      hint: token.slice(-4),
      scopes: JSON.stringify(input.scopes),
      created_by: ctx.actor.name,
      created_at: stamp(ctx),
      ends_at: stamp({ now: () => ctx.now().plus({ days: input.days }) }),
    })
    await audit(
      ctx,
      {
        action: 'token.added',
        objectType: 'token',
        objectId: id,
        detail: { scopes: input.scopes },
      },
      trx
    )
  })
  return token
}

export async function revokeToken(ctx: ActorContext, id: number) {
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('api_tokens')
      .where('id', id)
      .whereNull('revoked_at')
      .update({ revoked_at: stamp(ctx), revoked_by: ctx.actor.name })
    if (Number(changed) === 0) throw new NotFound('没有这个令牌，或已作废。')
    await audit(ctx, { action: 'token.revoked', objectType: 'token', objectId: id }, trx)
  })
}

/** The scopes of the token in a request's header; refuses one that is unknown, over, revoked, too narrow or too busy. */
export async function scopesOf(header: string | undefined, wanted: Scope): Promise<Set<string>> {
  const [, token] = /^Bearer (zc_[\w-]{43})$/.exec(header ?? '') ?? []
  if (!token) throw new SignedOut('请在 Authorization 中给出令牌。')
  const row = await db.from('api_tokens').where('hash', hashOf(token)).first()
  const now = DateTime.utc()
  if (!row || row.revoked_at !== null || row.ends_at <= now.toJSDate())
    throw new SignedOut('令牌无效、已到期或已作废。')
  await refuseHaste(row.id)
  if (!row.used_at || now.toMillis() - row.used_at.getTime() > 60_000)
    await db
      .from('api_tokens')
      .where('id', row.id)
      .update({ used_at: stamp({ now: () => now }) })
  const scopes = new Set<string>(
    typeof row.scopes === 'string' ? JSON.parse(row.scopes) : row.scopes
  )
  if (!scopes.has(wanted))
    throw new Forbidden(`这个令牌没有“${SCOPES[wanted]}”权限，请在“数据接口”中另发一个。`)
  return scopes
}

async function refuseHaste(id: number) {
  const calls = limiter.use({ requests: A_MINUTE, duration: '1 min' })
  const key = `api:${requireTenant().slug}:${id}`
  if ((await calls.attempt(key, () => true)) === undefined)
    throw new TooMany('too_many', `每分钟最多 ${A_MINUTE} 次，请稍后再试。`)
}
