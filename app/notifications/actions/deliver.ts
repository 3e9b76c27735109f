import db from '@adonisjs/lucid/services/db'
import { channelOf } from '#notifications/channels'
import { enqueueDelivery } from '#notifications/actions/notify'
import type { MessageChannel } from '#province/message_rules'
import { openValue } from '#tenancy/crypto'
import type { ActorContext } from '#web/actor'
import { NotFound, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/** Sends one delivery and keeps what came of it; an address that is missing is no failure. A fault is tried again. */
export async function deliver(ctx: ActorContext, deliveryId: number): Promise<void> {
  const row = await db
    .from('message_deliveries as d')
    .join('messages as m', 'm.id', 'd.message_id')
    .join('accounts as a', 'a.id', 'm.account_id')
    .leftJoin('people as p', 'p.id', 'a.person_id')
    .where('d.id', deliveryId)
    .select('d.*', 'm.title', 'm.body', 'p.id_number_index', 'p.phone_sealed', 'p.email_sealed')
    .select('p.phone_masked', 'p.email_masked')
    .firstOrFail()
  if (row.status === 'sent' || row.status === 'trial') return
  const channel = row.channel as MessageChannel
  const keep = (values: Record<string, unknown>) =>
    db
      .from('message_deliveries')
      .where('id', deliveryId)
      .update({ ...values, attempts: row.attempts + 1 })
  const to = addressOf(channel, row)
  if (!to) return void (await keep({ status: 'skipped', fault: '本人没有登记接收地址' }))
  const way = channelOf(channel)
  const shared = {
    provider: way.name,
    address_masked: channel === 'sms' ? row.phone_masked : row.email_masked,
  }
  try {
    const { title, body } = row
    const reference = await way.send({ to, title, body, key: `delivery-${deliveryId}` })
    await keep({
      ...shared,
      status: way.isTrial ? 'trial' : 'sent',
      reference: reference.slice(0, 200),
      fault: null,
      sent_at: way.isTrial ? null : stamp(ctx),
    })
  } catch (error) {
    await keep({ ...shared, status: 'failed', fault: faultOf(error) })
    throw new Error(`delivery ${deliveryId} failed`)
  }
}

/** No word of the provider's that could hold an address. */
function faultOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return `发送方未接收（${responseCode ?? code ?? '未知原因'}）`
}

function addressOf(channel: MessageChannel, row: Record<string, any>): string | null {
  const person = row.id_number_index ? Buffer.from(row.id_number_index).toString('hex') : ''
  const sealed = channel === 'sms' ? row.phone_sealed : row.email_sealed
  return sealed ? openValue(channel === 'sms' ? 'people.phone' : EMAIL, person, sealed) : null
}

export const EMAIL = 'people.email'

/** Tries a delivery again that failed, or whose person had no address then. */
export async function resend(deliveryId: number): Promise<void> {
  await db.transaction(async (trx) => {
    const row = await trx.from('message_deliveries').where('id', deliveryId).forUpdate().first()
    if (!row) throw new NotFound()
    if (row.status !== 'failed' && row.status !== 'skipped') throw new StaleRefusal()
    await trx
      .from('message_deliveries')
      .where('id', deliveryId)
      .update({ status: 'waiting', fault: null })
    await enqueueDelivery(trx, deliveryId, row.attempts)
  })
}
