import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { rulesetById } from '#batches/queries/rulesets'
import { currentSeries } from '#catalogue/queries/current_series'
import type { Ruleset } from '#province/ruleset'

export interface BatchCard {
  id: number
  year: number
  name: string
  closesOn: string
}

type StartRules = Pick<
  Ruleset['application'],
  'categories' | 'acquisitions' | 'modes' | 'evaluationMethods' | 'committeeChoice'
> & { series: Ruleset['catalogue']['series']; eligibility: Ruleset['eligibility'] }

/** The batches open now with what can be chosen in each. */
export async function startOptions() {
  const rows = await db
    .from('batches')
    .where('status', 'open')
    .where('opens_at', '<=', new Date())
    .where('closes_at', '>=', new Date())
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
    const { categories, acquisitions, modes, evaluationMethods, committeeChoice } =
      ruleset.application
    byBatch.set(row.id, {
      categories,
      acquisitions,
      modes,
      evaluationMethods,
      committeeChoice,
      series,
      eligibility: ruleset.eligibility,
    })
  }
  return { batches, byBatch }
}

/** Committees an applicant may choose from; which of them has an unbroken path shows when he submits. */
export async function openCommittees(choice: StartRules['committeeChoice']) {
  if (choice !== 'applicant') return []
  const rows = await db
    .from('committees')
    .where('status', 'active')
    .orderBy('id')
    .select('id', 'name', 'level', 'series_code as series')
  return rows as { id: number; name: string; level: string; series: string }[]
}
