import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { addText, changeText, SHELVES, type Shelf } from '#rules/actions/portal'
import { publishedDownloads } from '#rules/queries/public_texts'
import { minute } from '#rules/queries/drafts'
import { textValidator } from '#rules/validators/portal'
import { actorContext } from '#web/actor'
import { containing } from '#web/like'
import { page } from '#web/page'
import { filtersOf, paged, pageOf } from '#web/paging'
import { done } from '#web/reply'

/** Texts for the public: notices and help. */
export default class NoticesController {
  async notices(ctx: HttpContext) {
    return page(ctx.inertia, 'tenant_admin/portal/texts', {
      shelf: 'notices',
      downloads: [],
      ...(await texts(ctx, 'notices')),
    })
  }

  async help(ctx: HttpContext) {
    return page(ctx.inertia, 'tenant_admin/portal/texts', {
      shelf: 'help',
      downloads: await publishedDownloads(),
      ...(await texts(ctx, 'help')),
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(textValidator)
    await addText(actorContext(ctx), ctx.params.shelf as Shelf, input)
    return done(ctx, { message: input.status === 'published' ? '已发布' : '已保存' })
  }

  async update(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(textValidator)
    await changeText(actorContext(ctx), ctx.params.shelf as Shelf, Number(ctx.params.id), input)
    return done(ctx, { message: '已保存' })
  }
}

async function texts({ request }: HttpContext, shelf: Shelf) {
  const filters = filtersOf(request, ['title', 'status'])
  const query = db.from(SHELVES[shelf].table).orderBy('pinned', 'desc').orderBy('id', 'desc')
  if (filters.title) query.where('title', 'like', containing(filters.title))
  if (filters.status) query.where('status', filters.status)
  const found = await paged<Record<string, any>>(query as never, pageOf(request))
  return {
    filters,
    texts: {
      meta: found.meta,
      data: found.data.map((row) => ({
        id: row.id as number,
        title: row.title as string,
        body: row.body as string,
        status: row.status as string,
        pinned: Boolean(row.pinned),
        version: row.version as number,
        on: minute(row.published_at),
        by: row.updated_by as string | null,
      })),
    },
  }
}
