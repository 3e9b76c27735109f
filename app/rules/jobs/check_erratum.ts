import { isDeepStrictEqual } from 'node:util'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { routeOfApplication } from '#approvals/queries/route_of_application'
import { rulesetById } from '#batches/queries/rulesets'
import { defineJob } from '#jobs/define_job'
import { AT_OFFICES, EDITABLE, type Stage } from '#lifecycle/stages'
import type { Ruleset } from '#province/ruleset'
import { changesBetween, outcomesUnder } from '#rules/outcomes'

/**
 * Goes through the cases of a batch: drafts and returned ones go along, those at offices where the way stays the same,
 * qualified ones until a meeting has them. What was decided stays under the rules it was decided by (design P3).
 */
defineJob<{ erratumId: number }>({
  kind: 'rules.check_erratum',
  async handle({ payload: { erratumId }, progress }) {
    const erratum = await db.from('ruleset_errata').where('id', erratumId).firstOrFail()
    const before = await rulesetById(erratum.from_id)
    const after = await rulesetById(erratum.to_id)
    const cases = await Application.query()
      .where({ batchId: erratum.batch_id, rulesetId: erratum.from_id })
      .orderBy('id')
      .select('id')
    await progress(0, { total: Math.max(1, cases.length) })
    await db.from('ruleset_erratum_cases').where('erratum_id', erratumId).delete()
    let moving = 0
    let changed = 0
    for (const [index, { id }] of cases.entries()) {
      const application = await Application.findOrFail(id)
      const { moves, reason } = await verdict(application, after.ruleset)
      const changes = moves
        ? changesBetween(
            await outcomesUnder(application, { ...before, document: before.ruleset }),
            await outcomesUnder(application, { ...after, document: after.ruleset })
          )
        : []
      if (moves) moving++
      if (changes.length > 0) changed++
      await db.table('ruleset_erratum_cases').insert({
        erratum_id: erratumId,
        application_id: id,
        verdict: moves ? 'moves' : 'stays',
        reason,
        seen_version: application.version,
        changes: JSON.stringify(changes),
      })
      if (index % 20 === 19) await progress(index + 1)
    }
    await db
      .from('ruleset_errata')
      .where({ id: erratumId, status: 'checking' })
      .update({ status: 'checked', cases: cases.length, moving, changed })
    await progress(Math.max(1, cases.length))
    return {
      message: `预演 ${cases.length} 件：${moving} 件可改用新规则，其中 ${changed} 件的结果会不同`,
      to: `/rules/errata/${erratumId}`,
    }
  },
})

async function verdict(application: Application, rules: Ruleset) {
  const stage = application.stage as Stage
  if (EDITABLE.includes(stage)) return { moves: true, reason: '尚未提交，按新规则填报和检查' }
  if (AT_OFFICES.includes(stage)) {
    const route = await routeOfApplication(application, rules)
    const same = route.ok && isDeepStrictEqual(waysOf(route.steps), waysOf(application.route))
    return same
      ? { moves: true, reason: '审核路径不变' }
      : { moves: false, reason: '审核路径不同，已在审核，按原规则办完' }
  }
  if (stage === 'qualified' && !application.meetingId)
    return { moves: true, reason: '资格审核已通过，尚未进入评审' }
  return { moves: false, reason: '已进入评审或已有结果，按原规则办完' }
}

const waysOf = (steps: { organizationId: number; role: string; task: string }[]) =>
  steps.map(({ organizationId, role, task }) => [Number(organizationId), role, task])
