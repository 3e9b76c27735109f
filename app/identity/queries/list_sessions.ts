import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { containing } from '#web/like'
import { paged, type Page } from '#web/paging'

const minute = (at: Date) =>
  DateTime.fromJSDate(at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm')
/** without a sign of life for so long a session is over (config/session.ts) */
const IDLE_MINUTES = 35

/** Sessions that are open: of one account, or of all that fit. `own` is the reader's own. */
export async function listSessions(
  page: Page,
  filters: { accountId?: number; name?: string; login?: string; kind?: string },
  own: string
) {
  const query = db
    .from('account_sessions as s')
    .join('accounts as a', 'a.id', 's.account_id')
    .leftJoin('organizations as o', 'o.id', 'a.organization_id')
    .whereNull('s.ended_at')
    .where('s.last_seen_at', '>', DateTime.utc().minus({ minutes: IDLE_MINUTES }).toJSDate())
    .orderBy('s.id', 'desc')
    .select('s.*', 'a.name', 'a.login', 'a.kind', 'o.name as organization')
  if (filters.accountId) query.where('s.account_id', filters.accountId)
  if (filters.name) query.where('a.name', 'like', containing(filters.name))
  if (filters.login) query.where('a.login', filters.login)
  if (filters.kind) query.where('a.kind', filters.kind)
  const found = await paged<Record<string, any>>(query as never, page)
  return {
    meta: found.meta,
    data: found.data.map((row) => ({
      id: row.id as number,
      accountId: row.account_id as number,
      name: row.name as string,
      // an applicant's login is his ID number
      login: row.kind === 'applicant' ? '—' : (row.login as string),
      organization: row.organization as string | null,
      device: row.device as string,
      address: row.address as string,
      openedAt: minute(row.opened_at),
      seenAt: minute(row.last_seen_at),
      isOwn: row.code === own,
    })),
  }
}
