import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { currentRuleset } from '#batches/queries/rulesets'
import { ensurePool, poolOf } from '#certificates/numbers/take_number'
import Organization from '#organizations/models/organization'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface RangeInput {
  year?: number | null
  issuerId?: number | null
  series?: string | null
  level?: string | null
  from: number
  to: number
}

const LABELS = { year: '年度', issuer: '发证单位', series: '系列', level: '级别' } as const

/**
 * Fills a pool by hand (HU-61): a new one from any number on, an existing one from its end on, so that no number is
 * left out.
 */
export async function addRange(ctx: ActorContext, input: RangeInput) {
  const { ruleset } = await currentRuleset()
  const rules = ruleset.certificates
  const pool = poolOf(rules, {
    year: input.year ?? null,
    issuerId: input.issuerId ?? null,
    series: input.series ?? null,
    level: input.level ?? null,
  })
  const given = { year: pool.year, issuer: pool.issuerId, series: pool.series, level: pool.level }
  const errors = rules.poolBy
    .filter((part) => given[part] === null)
    .map((part) => ({
      field: part === 'issuer' ? 'issuerId' : part,
      message: `请选择${LABELS[part]}`,
    }))
  if (input.to < input.from) errors.push({ field: 'to', message: '结束序号不能小于开始序号' })
  if (errors.length > 0) throw new Refusal('range', '请更正标出的内容。', errors)
  if (pool.issuerId !== null && !(await mayIssueFor(ctx, pool.issuerId)))
    throw new Refusal('issuer', '请重新选择发证单位', [
      { field: 'issuerId', message: '只能为本机构及下级有编码的发证单位建立编号库' },
    ])
  await ensurePool({ pool, rules }, { from: input.from, to: input.from - 1 })
  await db.transaction(async (trx) => {
    const row = await trx.from('number_pools').where('key', pool.key).forUpdate().firstOrFail()
    const isNew = row.next > row.last && row.updated_at === null && row.next === input.from
    if (!isNew && input.from !== row.last + 1)
      throw new Refusal('range', '序号必须相连。', [
        { field: 'from', message: `该编号库已有到 ${row.last} 的序号，请从 ${row.last + 1} 开始` },
      ])
    await trx
      .from('number_pools')
      .where('id', row.id)
      .update({ last: input.to, updated_at: stamp(ctx) })
    await audit(
      ctx,
      {
        action: 'numbers.added',
        objectType: 'number_pool',
        detail: { key: pool.key, from: input.from, to: input.to },
      },
      trx
    )
  })
}

/** Issuers below a body, and it itself, as far as they have a code. */
export function issuersOf(own: Organization) {
  return db
    .from('organizations')
    .where('tree', 'like', `${own.tree}%`)
    .where('status', 'active')
    .whereNotNull('issuer_code')
}

async function mayIssueFor({ actor }: ActorContext, issuerId: number): Promise<boolean> {
  if (actor.kind === 'system') return true
  const own = actor.organizationId && (await Organization.find(actor.organizationId))
  return own ? (await issuersOf(own).where('id', issuerId).first()) !== null : false
}
