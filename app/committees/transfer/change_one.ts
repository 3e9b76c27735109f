import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { routeOfApplication } from '#approvals/queries/route_of_application'
import { rulesetById } from '#batches/queries/rulesets'
import apply from '#lifecycle/apply'
import type { RouteStep } from '#lifecycle/commands'
import { today, type ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

/** Which committees may evaluate a level: the same rank or a higher one (R2). */
const RANK: Record<string, number> = {
  junior_technician: 1,
  junior_assistant: 1,
  intermediate: 2,
  senior_associate: 3,
  senior_full: 3,
}

/** Moves one case to another committee; what was reviewed stays, the rest of the way follows the new one (HU-77). */
export default async function changeOne(
  ctx: ActorContext,
  input: { changeId: number; applicationId: number; committeeId: number; reason: string }
) {
  const { changeId, applicationId, committeeId, reason } = input
  const application = await Application.findOrFail(applicationId)
  await mayEvaluate(ctx, committeeId, application)
  const { ruleset } = await rulesetById(application.rulesetId)
  let route: RouteStep[] = []
  if (application.stage !== 'qualified') {
    const found = await routeOfApplication(application, ruleset, committeeId)
    if (!found.ok) throw new Refusal('route', `${found.message}应由${found.mendBy}维护。`)
    const done = application.route.slice(0, application.routeStep)
    route = found.steps.filter(
      (step) =>
        !done.some(
          ({ organizationId, role, task }) =>
            organizationId === step.organizationId && role === step.role && task === step.task
        )
    )
  }
  await apply(ctx, {
    applicationId,
    expectedVersion: application.version,
    command: { type: 'change_committee', committeeId, route, reason },
    // the case and its mark in the order change together: a run that is killed and begins anew changes nothing twice
    alongside: async (trx) => {
      const marked = await trx
        .from('committee_change_cases')
        .where({ change_id: changeId, application_id: applicationId, status: 'waiting' })
        .update({ status: 'changed' })
      if (Number(marked) === 0) throw new Refusal('done', '已经转换。')
    },
  })
}

async function mayEvaluate(ctx: ActorContext, committeeId: number, application: Application) {
  const committee = await db
    .from('committees')
    .where({ id: committeeId, status: 'active' })
    .where('valid_until', '>=', today(ctx))
    .first()
  if (!committee) throw new Refusal('committee', '新评委会已注销或已过有效期。')
  if (committee.series_code !== application.seriesCode)
    throw new Refusal('series', '新评委会不评审该系列。')
  if ((RANK[committee.level] ?? 0) < (RANK[application.level ?? ''] ?? 0))
    throw new Refusal('level', '新评委会不能评审该等级。')
  const evaluates = await db
    .from('committee_specialties')
    .where({ committee_id: committeeId, specialty_code: application.specialtyCode })
    .first()
  if (!evaluates) throw new Refusal('specialty', '新评委会未维护该专业。')
}
