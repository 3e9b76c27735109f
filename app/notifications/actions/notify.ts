import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { enqueue } from '#jobs/enqueue'
import type { MessageChannel } from '#province/message_rules'
import { systemContext, type ActorContext } from '#web/actor'
import { stamp } from '#web/stamp'

export interface NewMessage {
  accountId: number
  title: string
  body: string
  /** page it is about */
  link?: string
  /** what caused it: the same cause makes one message */
  key: string
  /** further ways it takes, by the rules */
  channels?: MessageChannel[]
}

/** A message in the product itself, and by the further channels: one delivery each, with a state of its own. */
export default async function notify(ctx: Pick<ActorContext, 'now'>, message: NewMessage) {
  await db.transaction(async (trx) => {
    await trx
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
    if (!message.channels?.length) return
    const { id } = await trx.from('messages').where('key', message.key).select('id').firstOrFail()
    for (const channel of message.channels) await order(ctx, trx, Number(id), channel)
  })
}

async function order(
  ctx: Pick<ActorContext, 'now'>,
  trx: TransactionClientContract,
  messageId: number,
  channel: MessageChannel
) {
  await trx
    .insertQuery()
    .table('message_deliveries')
    .knexQuery.insert({ message_id: messageId, channel, created_at: stamp(ctx) })
    .onConflict(['message_id', 'channel'])
    .ignore()
  const { id } = await trx
    .from('message_deliveries')
    .where({ message_id: messageId, channel })
    .select('id')
    .firstOrFail()
  await enqueueDelivery(trx, Number(id), 0)
}

/** `round` counts how often a person asked for it again. */
export const enqueueDelivery = (
  trx: TransactionClientContract,
  deliveryId: number,
  round: number
) =>
  enqueue(
    systemContext(),
    {
      kind: 'notifications.deliver',
      key: `deliver:${deliveryId}:${round}`,
      label: '发送通知',
      payload: { deliveryId },
    },
    trx
  )
