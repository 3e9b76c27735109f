import { randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { actorWith } from '#identity/actor_of_account'
import type Account from '#identity/models/account'
import { deviceOf } from '#identity/device'
import { signInPolicy } from '#identity/sign_in_policy'
import type { Actor } from '#web/actor'
import { keptPerTenant } from '#web/kept'

export interface SessionOfAccount {
  id: number
  epoch: number
  /** seconds; a session ends for good after the hours of the policy */
  since: number
  /** its row in `account_sessions`, by which it can be ended */
  code: string
}
const policy = keptPerTenant(async () => (await signInPolicy()).value)
/** how often a session says that it is alive */
const SEEN_EVERY_MS = 5 * 60_000

const now = () => DateTime.utc().toFormat('yyyy-MM-dd HH:mm:ss.SSS')

/** Opens the session of an account under a new session id (ASVS 7.2.4). */
export async function openSession(ctx: HttpContext, account: Account) {
  const code = randomBytes(16).toString('hex')
  ctx.session.regenerate()
  ctx.session.forget('waiting')
  ctx.session.put('account', {
    id: account.id,
    epoch: account.sessionEpoch,
    since: Math.floor(Date.now() / 1000),
    code,
  } satisfies SessionOfAccount)
  await db.table('account_sessions').insert({
    account_id: account.id,
    code,
    device: deviceOf(ctx.request.header('user-agent')),
    address: ctx.request.ip(),
    opened_at: now(),
    last_seen_at: now(),
  })
}

/**
 * Who acts in a session that is still good; changed rights, a new password or an administrator may have ended it. Asked at
 * every request, so in one statement that is written out.
 */
export async function actorOfSession(session: SessionOfAccount): Promise<Actor | null> {
  const [rows] = await db.rawQuery(
    `select a.id, a.kind, a.name, a.status, a.session_epoch, a.person_id, a.organization_id, a.committee_id, a.expert_id,
       o.name as organization, r.role, s.ended_at, s.last_seen_at
     from accounts a
       left join account_sessions s on s.code = ? and s.account_id = a.id
       left join organizations o on o.id = a.organization_id
       left join account_roles r on r.account_id = a.id
     where a.id = ?`,
    [session.code, session.id]
  )
  const account: AccountRow | undefined = rows[0]
  if (!account || account.status !== 'active') return null
  const { ended_at: endedAt, last_seen_at: seenAt } = account
  const { sessionHours } = await policy.get()
  const isOver = Date.now() / 1000 - session.since > sessionHours * 3600
  if (isOver || account.session_epoch !== session.epoch || endedAt || !seenAt) return null
  if (Date.now() - new Date(seenAt).getTime() > SEEN_EVERY_MS)
    await db.from('account_sessions').where('code', session.code).update({ last_seen_at: now() })
  return actorWith(
    {
      id: account.id,
      name: account.name,
      kind: account.kind,
      personId: account.person_id,
      organizationId: account.organization_id,
      organizationName: account.organization,
      committeeId: account.committee_id,
      expertId: account.expert_id,
    },
    rows.flatMap(({ role }: AccountRow) => role ?? [])
  )
}

interface AccountRow {
  id: number
  kind: Account['kind']
  name: string
  status: string
  session_epoch: number
  person_id: number | null
  organization_id: number | null
  committee_id: number | null
  expert_id: number | null
  organization: string | null
  role: string | null
  ended_at: Date | null
  last_seen_at: Date | null
}

export async function endSession(
  where: { id: number } | { code: string },
  endedBy: string,
  client: TransactionClientContract | typeof db = db
) {
  await client
    .from('account_sessions')
    .where(where)
    .whereNull('ended_at')
    .update({ ended_at: now(), ended_by: endedBy })
}
