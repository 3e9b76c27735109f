import db from '@adonisjs/lucid/services/db'
import type { ActorContext } from '#web/actor'
import { stamp } from '#web/stamp'

export interface NewMessage {
  accountId: number
  title: string
  body: string
  /** page it is about */
  link?: string
  /** what caused it: the same cause makes one message */
  key: string
}

/** A message in the product itself. */
export default async function notify(ctx: Pick<ActorContext, 'now'>, message: NewMessage) {
  await db
    .insertQuery()
    .table('messages')
    .knexQuery.insert({
      account_id: message.accountId,
      title: message.title,
      body: message.body.slice(0, 1000),
      link: message.link ?? null,
      key: message.key,
      created_at: stamp(ctx),
    })
    .onConflict('key')
    .ignore()
}
