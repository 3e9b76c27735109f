import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Actor } from '#web/actor'
import { countUpTo, paged, type Page } from '#web/paging'

export const REGISTRATION_TABS = ['open', 'accepted', 'refused'] as const
export type RegistrationTab = (typeof REGISTRATION_TABS)[number]

/** The body it was addressed to decides; the tenant's administrators, who belong to no body, decide all. */
export const mayDecide = (actor: Actor, row: { organization_id: number }) =>
  actor.kind === 'tenant_admin' || Number(row.organization_id) === actor.organizationId

const addressedTo = (query: ReturnType<typeof db.from>, actor: Actor) =>
  actor.kind === 'tenant_admin'
    ? query
    : query.where('r.organization_id', actor.organizationId ?? 0)

/** How many wait for the actor's decision. */
export const countOpen = (actor: Actor) =>
  countUpTo(addressedTo(db.from('registrations as r').where('r.status', 'open'), actor))

export async function listRegistrations(
  actor: Actor,
  tab: RegistrationTab,
  filters: { name?: string; kind?: string },
  page: Page
) {
  const query = db
    .from('registrations as r')
    .join('organizations as o', 'o.id', 'r.organization_id')
    .where('r.status', tab)
    .orderBy('r.id', 'desc')
    .select('r.*', 'o.name as body')
  addressedTo(query, actor)
  if (filters.kind) query.where('r.kind', filters.kind)
  if (filters.name) query.where('r.name', 'like', `${filters.name.replace(/[\\%_]/g, '\\$&')}%`)
  const found = await paged<Record<string, unknown>>(query as never, page)
  return { meta: found.meta, data: found.data.map(shown) }
}

function shown(row: Record<string, unknown>) {
  const { files = [], ...content } = (
    typeof row.content === 'string' ? JSON.parse(row.content) : row.content
  ) as Record<string, unknown> & { files?: number[] }
  const time = (value: unknown) =>
    value
      ? DateTime.fromJSDate(value as Date)
          .setZone('Asia/Shanghai')
          .toFormat('yyyy-MM-dd HH:mm')
      : null
  return {
    id: Number(row.id),
    kind: row.kind as 'person' | 'unit',
    name: row.name as string,
    body: row.body as string,
    phone: row.phone_masked as string | null,
    content: content as Record<string, string | boolean>,
    files,
    opinion: row.opinion as string | null,
    at: time(row.created_at)!,
    decidedAt: time(row.decided_at),
  }
}
export type RegistrationRow = ReturnType<typeof shown>
