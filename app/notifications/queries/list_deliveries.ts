import db from '@adonisjs/lucid/services/db'
import { shanghai } from '#web/day'
import { startingWith } from '#web/like'
import { paged, type Page } from '#web/paging'

export const DELIVERY_FILTERS = ['name', 'channel', 'status'] as const
type Filters = Partial<Record<(typeof DELIVERY_FILTERS)[number], string>>

/** What went out by e-mail and SMS, newest first. */
export async function listDeliveries(filters: Filters, page: Page) {
  const query = db
    .from('message_deliveries as d')
    .join('messages as m', 'm.id', 'd.message_id')
    .join('accounts as t', 't.id', 'm.account_id')
    .orderBy('d.id', 'desc')
  if (filters.name) query.where('t.name', 'like', startingWith(filters.name))
  if (filters.channel) query.where('d.channel', filters.channel)
  if (filters.status) query.where('d.status', filters.status)
  const found = await paged<Record<string, any>>(
    query.select('d.*', 'm.title', 't.name as recipient') as never,
    page
  )
  return {
    meta: found.meta,
    data: found.data.map((row) => ({
      id: Number(row.id),
      title: row.title as string,
      recipient: row.recipient as string,
      channel: row.channel as string,
      status: row.status as string,
      address: row.address_masked as string | null,
      provider: row.provider as string | null,
      fault: row.fault as string | null,
      attempts: Number(row.attempts),
      at: shanghai(row.sent_at ?? row.created_at),
    })),
  }
}
