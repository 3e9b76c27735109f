import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Application from '#applications/models/application'
import { rulesetById } from '#batches/queries/rulesets'
import type { CertificateRules } from '#province/ruleset'
import { formatNumber, type NumberParts } from '#province/strategies'
import { bodyWith } from '#results/roles'
import { Refusal } from '#web/refusal'

/** What the numbers of one pool share. */
export interface Pool {
  key: string
  year: number | null
  issuerId: number | null
  series: string | null
  level: string | null
}

export interface NumberPlan {
  pool: Pool
  rules: CertificateRules
  parts: Omit<NumberParts, 'seq'>
}

/** A pool by what the rules make pools of; the rest does not tell two pools apart. */
export function poolOf(rules: Pick<CertificateRules, 'poolBy'>, facts: Omit<Pool, 'key'>): Pool {
  const by = new Set<string>(rules.poolBy)
  const pool = {
    year: by.has('year') ? facts.year : null,
    issuerId: by.has('issuer') ? facts.issuerId : null,
    series: by.has('series') ? facts.series : null,
    level: by.has('level') ? facts.level : null,
  }
  return {
    key: Object.values(pool)
      .map((part) => part ?? '')
      .join('|'),
    ...pool,
  }
}

/** How an application is numbered: its pool and the pieces of the pattern, by its rules. */
export async function planNumber(application: Application): Promise<NumberPlan> {
  const { ruleset } = await rulesetById(application.rulesetId)
  const { year } = await db
    .from('batches')
    .where('id', application.batchId)
    .select('year')
    .firstOrFail()
  const issuer = await bodyWith('issuer', application.id)
  if (!issuer) throw new Refusal('issuer', '按规则没有找到发证单位，请联系平台管理员。')
  if (!issuer.issuerCode && ruleset.certificates.numberPattern.includes('{issuer'))
    throw new Refusal('issuer', `发证单位“${issuer.name}”还没有编码，请管理员先登记。`)
  return {
    pool: poolOf(ruleset.certificates, {
      year,
      issuerId: issuer.id,
      series: application.seriesCode,
      level: application.level,
    }),
    rules: ruleset.certificates,
    parts: {
      year,
      region: (issuer.regionCode ?? '').slice(0, 6),
      issuer: issuer.issuerCode ?? '',
      series: application.seriesCode ?? '',
      level: application.level ?? '',
    },
  }
}

/** Makes sure the pool is there, outside of the transaction that takes from it: an unused pool leaves no gap. */
export const ensurePool = (
  { pool, rules }: Pick<NumberPlan, 'pool' | 'rules'>,
  range = { from: 1, to: rules.poolSize }
) =>
  db
    .insertQuery()
    .table('number_pools')
    .knexQuery.insert({
      key: pool.key,
      pattern: rules.numberPattern,
      year: pool.year,
      issuer_id: pool.issuerId,
      series_code: pool.series,
      level: pool.level,
      next: range.from,
      last: range.to,
      extend_by: rules.poolSize,
    })
    .onConflict('key')
    .ignore()

/**
 * Takes the next number of the pool. Its row stays locked until the transaction ends, so that a number is used exactly
 * when its application gets it: unique, and without gaps. An empty pool extends itself (HU-61); a number that came with
 * an imported certificate is used already (HU-69).
 */
export async function takeNumber(
  trx: TransactionClientContract,
  { pool, rules, parts }: NumberPlan
): Promise<string> {
  const row = await trx
    .from('number_pools')
    .where('key', pool.key)
    .forUpdate()
    .select('id', 'next', 'last', 'extend_by')
    .firstOrFail()
  let { next, last } = row
  let number: string
  do {
    if (next > last) last += row.extend_by
    number = formatNumber(rules.numberPattern, { ...parts, seq: next++ })
  } while (await trx.from('imported_certificates').where('number', number).first())
  await trx.from('number_pools').where('id', row.id).update({ next, last, updated_at: new Date() })
  return number
}
