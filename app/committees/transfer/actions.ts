import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { enqueue } from '#jobs/enqueue'
import { transferable, type TransferFilter } from '#committees/transfer/query'
import { LEVEL_LABELS } from '#province/facts'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface TransferInput {
  committeeId: number
  /** chosen by hand; otherwise all that match the filters, over all pages */
  ids?: number[]
  filters?: TransferFilter
}

const narrowed = ({ ids, filters = {} }: TransferInput) => {
  const query = transferable(filters)
  if (ids) query.whereIn('a.id', ids)
  return query
}

/** How many would change, by committee and level: what the confirmation shows (HU-78). */
export async function previewTransfer(input: TransferInput) {
  const committee = await target(input.committeeId)
  const rows = await narrowed(input)
    .where((other) => other.whereNull('a.committee_id').orWhereNot('a.committee_id', committee.id))
    .groupBy('a.committee_id', 'c.name', 'a.level')
    .select('c.name as committee', 'a.level')
    .count('* as count')
  return {
    committee: committee.name as string,
    count: rows.reduce((all, row) => all + Number(row.count), 0),
    parts: rows.map((row) => ({
      committee: (row.committee as string | null) ?? '未选评委会',
      level: LEVEL_LABELS[row.level] ?? '—',
      count: Number(row.count),
    })),
  }
}

/**
 * Orders the change for the chosen or for all that match; who it concerns is fixed now, so that a page's count and the
 * job's are the same. More or fewer than the person was shown is refused. Answers the job.
 */
export async function orderTransfer(
  ctx: ActorContext,
  input: TransferInput & { expected: number; reason: string }
): Promise<number> {
  const { committee, count } = await previewTransfer(input)
  if (count !== input.expected)
    throw new Refusal(
      'changed',
      `符合条件的申报现在是 ${count} 份，与您确认的 ${input.expected} 份不同，请重新查询后再转换。`
    )
  return db.transaction(async (trx) => {
    const [changeId] = await trx.table('committee_changes').insert({
      committee_id: input.committeeId,
      reason: input.reason,
      filters: JSON.stringify(input.ids ? { chosen: input.ids.length } : (input.filters ?? {})),
      total: count,
      account_id: ctx.actor.accountId,
      actor_name: ctx.actor.name,
      created_at: stamp(ctx),
    })
    const chosen = narrowed(input)
      .where((other) =>
        other.whereNull('a.committee_id').orWhereNot('a.committee_id', input.committeeId)
      )
      .useTransaction(trx)
      .select(trx.raw('? as change_id', [changeId]), 'a.id')
      .toSQL()
    await trx.rawQuery(
      `insert into committee_change_cases (change_id, application_id) ${chosen.sql}`,
      chosen.bindings as never
    )
    const jobId = await enqueue(
      ctx,
      {
        kind: 'committees.transfer',
        key: `committees.transfer:${changeId}`,
        label: `转换评委会至“${committee.slice(0, 60)}”（${count} 份）`,
        payload: { changeId },
        total: count,
      },
      trx
    )
    await audit(
      ctx,
      {
        action: 'committee.transfer_ordered',
        objectType: 'committee',
        objectId: input.committeeId,
        detail: { count, chosen: input.ids?.length ?? null },
      },
      trx
    )
    return jobId
  })
}

async function target(id: number) {
  const committee = await db.from('committees').where({ id, status: 'active' }).first()
  if (!committee)
    throw new Refusal('committee', '请选择新评委会', [
      { field: 'committeeId', message: '没有这个评委会，或已注销' },
    ])
  return committee
}
