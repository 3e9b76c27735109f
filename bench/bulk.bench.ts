import db from '@adonisjs/lucid/services/db'
import { LOGIN, benchTenant, endBenchTenant } from '#bench/work_list/seed'
import { atMost, type Ratio } from '#bench/ratio'
import { actorOfAccount } from '#identity/actor_of_account'
import Account from '#identity/models/account'
import { jobDefinition } from '#jobs/define_job'
import { orderTransfer, previewTransfer } from '#committees/transfer/actions'
import { systemContext, type ActorContext } from '#web/actor'
import { runInTenant } from '#tenancy/context'
import '#start/jobs'

const CASES = Number(process.env.BENCH_CASES ?? 10_000)
/** a fifth of what is seeded lies on the desk, a half of it in the committee */
const SHARE = 10

/** Bulk approval and change of committee, each case decided and logged by itself, against one plain UPDATE per case. */
export async function run(): Promise<Ratio[]> {
  const tenant = await benchTenant('bench-bulk', CASES * SHARE)
  try {
    return await runInTenant(tenant, async () => {
      const account = await Account.findByOrFail('login', LOGIN)
      const ctx: ActorContext = { ...systemContext(), actor: await actorOfAccount(account) }
      const ids = await prepared(ctx)
      return [
        compared('bulk approval', ids, await approval(ctx, ids), await plain(ids, 'route_step')),
        compared('committee change', ids, await transfer(ctx), await plain(ids, 'committee_id')),
      ]
    })
  } finally {
    await endBenchTenant('bench-bulk').catch(() => {})
  }
}

const compared = (name: string, ids: number[], ours: number, theirs: number) =>
  atMost(5, {
    name: `${name} of ${ids.length} cases, against one UPDATE per case`,
    unit: 'ms/case',
    ours: ours / ids.length,
    theirs: theirs / ids.length,
  })

/** The desk's cases get the way of a case of the demo that passes this desk. */
async function prepared({ actor }: ActorContext): Promise<number[]> {
  const office = actor.organizationId!
  const step = (label: string, role: string) => ({
    organizationId: office,
    organizationName: actor.organizationName,
    role,
    task: 'review',
    label,
  })
  const route = [step('经办人审核', 'handler'), step('领导审核', 'leader')]
  const rows = await db
    .from('work_items')
    .where({ organization_id: office, role: 'handler', status: 'open' })
    .orderBy('id', 'desc')
    .limit(CASES)
    .select('application_id as id')
  const ids = rows.map(({ id }) => Number(id))
  const { committee_id: committee, ...target } = await db
    .from('committee_specialties as s')
    .join('committees as c', 'c.id', 's.committee_id')
    .where('c.status', 'active')
    .select('s.committee_id', 'c.series_code', 's.specialty_code')
    .firstOrFail()
  const known = await db.from('committees').where('id', committee).firstOrFail()
  delete known.id
  const [other] = await db
    .table('committees')
    .insert({ ...known, code: 'BENCH', name: '对照评委会', status: 'inactive' })
  for (let at = 0; at < ids.length; at += 1000)
    await db
      .from('applications')
      .whereIn('id', ids.slice(at, at + 1000))
      .update({
        route: JSON.stringify(route),
        committee_id: other,
        level: 'intermediate',
        ...target,
      })
  return ids
}

const handled = async (kind: string, payload: object, ctx: ActorContext) => {
  const since = performance.now()
  await jobDefinition(kind).handle({ id: 0, payload, ctx, progress: async () => {} })
  return performance.now() - since
}

async function approval(ctx: ActorContext, ids: number[]) {
  const [orderId] = await db.table('review_orders').insert({
    account_id: ctx.actor.accountId,
    decision: 'approve',
    opinion: '同意',
    fields: '{}',
    application_ids: JSON.stringify(ids),
    created_at: '2026-11-01 00:00:00',
  })
  const took = await handled('approvals.review_many', { orderId }, ctx)
  const [{ total }] = await db
    .from('application_events')
    .where({ type: 'approve', account_id: ctx.actor.accountId })
    .count('* as total')
  if (Number(total) < ids.length) throw new Error(`${total} of ${ids.length} approved`)
  return took
}

async function transfer(ctx: ActorContext) {
  const from = await db.from('committees').where('code', 'BENCH').firstOrFail()
  const to = await db
    .from('committees')
    .where({ status: 'active', series_code: from.series_code })
    .firstOrFail()
  const input = { committeeId: to.id, filters: { committee: from.id } }
  const { count } = await previewTransfer(input)
  await orderTransfer(ctx, { ...input, expected: count, reason: '对照' })
  const change = await db.from('committee_changes').orderBy('id', 'desc').firstOrFail()
  const took = await handled('committees.transfer', { changeId: change.id }, ctx)
  const [{ total }] = await db
    .from('committee_change_cases')
    .where({ change_id: change.id, status: 'changed' })
    .count('* as total')
  if (Number(total) < count) {
    const refused = await db.from('committee_change_cases').where('status', 'refused').first()
    throw new Error(`${total} of ${count} changed: ${refused?.message}`)
  }
  return took
}

/** What the least could cost: one statement and one commit for each case. */
async function plain(ids: number[], column: string) {
  const since = performance.now()
  for (const id of ids)
    await db.rawQuery(
      `update applications set ${column} = ${column}, version = version + 1 where id = ?`,
      [id]
    )
  return performance.now() - since
}
