import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { SCOPES } from '#interfaces/resources'
import { addToken, revokeToken } from '#interfaces/tokens'
import { tokenValidator } from '#interfaces/validators/token'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, paged, pageOf } from '#web/paging'
import { done } from '#web/reply'

const minute = (at: Date | null) =>
  at && DateTime.fromJSDate(at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm')

/** Who may read the province's data by program. */
export default class TokensController {
  async index(ctx: HttpContext) {
    const filters = filtersOf(ctx.request, ['name'])
    const query = db.from('api_tokens').orderBy('id', 'desc')
    if (filters.name) query.where('name', 'like', `%${filters.name.replace(/[\\%_]/g, '\\$&')}%`)
    const found = await paged<Record<string, any>>(query as never, pageOf(ctx.request))
    const now = new Date()
    return page(ctx.inertia, 'tenant_admin/interfaces/index', {
      filters,
      scopes: { ...SCOPES },
      tokens: {
        meta: found.meta,
        data: found.data.map((row) => ({
          id: row.id as number,
          name: row.name as string,
          hint: row.hint as string,
          scopes: (typeof row.scopes === 'string'
            ? JSON.parse(row.scopes)
            : row.scopes) as string[],
          by: row.created_by as string,
          endsAt: minute(row.ends_at)!,
          usedAt: minute(row.used_at),
          state: (row.revoked_at ? 'revoked' : row.ends_at <= now ? 'over' : 'valid') as
            'revoked' | 'over' | 'valid',
        })),
      },
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(tokenValidator)
    const token = await addToken(actorContext(ctx), input)
    return done(ctx, { message: '令牌已发放', data: { token } })
  }

  async revoke(ctx: HttpContext) {
    await revokeToken(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '令牌已作废，立即失效' })
  }
}
