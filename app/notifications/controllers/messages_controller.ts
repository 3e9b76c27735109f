import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { page } from '#web/page'
import { pageOf, paged } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

const stamp = () => DateTime.utc().toFormat('yyyy-MM-dd HH:mm:ss.SSS')

/** What the product has told a person. */
export default class MessagesController {
  async index({ inertia, actor, request }: HttpContext) {
    const { data, meta } = await paged(
      db.from('messages').where('account_id', actor!.accountId!).orderBy('id', 'desc'),
      pageOf(request)
    )
    const person = actor!.personId
      ? await db
          .from('people')
          .where('id', actor!.personId)
          .select('phone_masked', 'email_masked')
          .first()
      : null
    return page(inertia, 'shared/messages', {
      addresses: person
        ? {
            phone: person.phone_masked as string | null,
            email: person.email_masked as string | null,
          }
        : null,
      messages: {
        meta,
        data: data.map((row) => ({
          id: Number(row.id),
          title: row.title as string,
          body: row.body as string,
          link: row.link as string | null,
          at: DateTime.fromJSDate(row.created_at)
            .setZone('Asia/Shanghai')
            .toFormat('yyyy-MM-dd HH:mm'),
          isRead: row.read_at !== null,
        })),
      },
    })
  }

  async unread({ response, actor }: HttpContext) {
    const row = await db
      .from('messages')
      .where('account_id', actor!.accountId!)
      .whereNull('read_at')
      .count('* as count')
      .first()
    return response.json({ unread: Number(row.count) })
  }

  /** Reads one message and goes on to what it is about. */
  async open({ response, actor, params }: HttpContext) {
    const message = await db
      .from('messages')
      .where({ account_id: actor!.accountId, id: Number(params.id) })
      .first()
    if (!message) throw new NotFound('没有这条消息。')
    if (!message.read_at)
      await db.from('messages').where('id', message.id).update({ read_at: stamp() })
    return response.redirect().toPath(message.link ?? '/messages')
  }

  async readAll(ctx: HttpContext) {
    const read = await db
      .from('messages')
      .where('account_id', ctx.actor!.accountId!)
      .whereNull('read_at')
      .update({ read_at: stamp() })
    return done(ctx, { message: `已将 ${Number(read)} 条消息标为已读` })
  }
}
