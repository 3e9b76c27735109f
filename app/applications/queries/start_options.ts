import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { rulesetById } from '#batches/queries/rulesets'
import { currentSeries } from '#catalogue/queries/current_series'
import type { Actor } from '#web/actor'
import { blockOn } from '#catalogue/queries/is_blacklisted'
import type { Finding } from '#province/eligibility'
import type { Ruleset } from '#province/ruleset'
import { now } from '#tenancy/clock'

export interface BatchCard {
  id: number
  year: number
  name: string
  closesOn: string
}

type StartRules = Pick<
  Ruleset['application'],
  'categories' | 'acquisitions' | 'modes' | 'evaluationMethods' | 'committeeChoice' | 'precheck'
> & { series: Ruleset['catalogue']['series']; eligibility: Ruleset['eligibility'] }

/** The batches open now with what can be chosen in each. */
export async function startOptions() {
  const rows = await db
    .from('batches')
    .where('status', 'open')
    .where('opens_at', '<=', now().toJSDate())
    .where('closes_at', '>=', now().toJSDate())
    .orderBy('id', 'desc')
    .limit(20)
  const batches: BatchCard[] = rows.map((row) => ({
    id: row.id,
    year: row.year,
    name: row.name,
    closesOn: DateTime.fromJSDate(row.closes_at).setZone('Asia/Shanghai').toISODate()!,
  }))
  const series = await currentSeries()
  const byBatch = new Map<number, StartRules>()
  for (const row of rows) {
    const { ruleset } = await rulesetById(row.ruleset_id)
    const { categories, acquisitions, modes, evaluationMethods, committeeChoice, precheck } =
      ruleset.application
    byBatch.set(row.id, {
      categories,
      acquisitions,
      modes,
      evaluationMethods,
      committeeChoice,
      precheck,
      series,
      eligibility: ruleset.eligibility,
    })
  }
  return { batches, byBatch }
}

/** What is known of the person without asking: nobody on the blacklist may apply (HU-70, R39). */
export async function standingOf(actor: Actor, batch: BatchCard): Promise<Finding[]> {
  const block = actor.personId ? await blockOn(actor.personId) : null
  const known = { isBlocking: true, evidence: null }
  return [
    {
      ...known,
      id: 'window',
      label: '申报时间',
      verdict: 'met',
      explanation: `本批次申报截止 ${batch.closesOn}。`,
      source: batch.name,
    },
    {
      ...known,
      id: 'blacklist',
      label: '诚信记录',
      verdict: block ? 'not_met' : 'met',
      explanation: block
        ? `您已被列入黑名单${block.endsOn ? `（至 ${block.endsOn}）` : ''}，期间不能申报。原因：${block.reason}`
        : '没有限制申报的失信记录。',
      source: '《职称评审监管暂行办法》第五条',
    },
  ]
}
