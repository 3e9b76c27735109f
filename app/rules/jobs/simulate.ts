import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { rulesetById } from '#batches/queries/rulesets'
import { defineJob } from '#jobs/define_job'
import { changesBetween, outcomesUnder } from '#rules/outcomes'
import { draftById } from '#rules/queries/drafts'
import { stamp } from '#web/stamp'

/** Plays the newest applications under the published rules and under a draft, and keeps where they differ. */
defineJob<{ simulationId: number }>({
  kind: 'rules.simulate',
  async handle({ ctx, payload: { simulationId }, progress }) {
    const simulation = await db.from('ruleset_simulations').where('id', simulationId).firstOrFail()
    const draft = await draftById(simulation.draft_id)
    const current = await rulesetById(simulation.ruleset_id)
    const published = { document: current.ruleset, templates: current.templates }
    const cases = await Application.query()
      .whereNotIn('stage', ['draft', 'discarded'])
      .orderBy('id', 'desc')
      .limit(simulation.sample)
    await progress(0, { total: Math.max(1, cases.length) })
    await db.from('ruleset_simulation_cases').where('simulation_id', simulationId).delete()
    const counts: Record<string, number> = {}
    let changed = 0
    for (const [index, application] of cases.entries()) {
      const changes = changesBetween(
        await outcomesUnder(application, published),
        await outcomesUnder(application, draft)
      )
      if (changes.length > 0) {
        changed++
        for (const { aspect } of changes) counts[aspect] = (counts[aspect] ?? 0) + 1
        await db.table('ruleset_simulation_cases').insert({
          simulation_id: simulationId,
          application_id: application.id,
          aspect: changes[0].aspect,
          changes: JSON.stringify(changes),
        })
      }
      if (index % 20 === 19) await progress(index + 1)
    }
    await db
      .from('ruleset_simulations')
      .where('id', simulationId)
      .update({
        cases: cases.length,
        changed,
        counts: JSON.stringify(counts),
        finished_at: stamp(ctx),
      })
    await progress(Math.max(1, cases.length))
    return {
      message: `试算 ${cases.length} 件申报，其中 ${changed} 件的结果会不同`,
      to: `/rules/simulations/${simulationId}`,
    }
  },
})
