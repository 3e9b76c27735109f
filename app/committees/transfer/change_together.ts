import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Application from '#applications/models/application'
import { routesOfMany } from '#approvals/queries/route_of_application'
import { rulesetById } from '#batches/queries/rulesets'
import { applyTogether, type Act } from '#lifecycle/apply'
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

/**
 * Moves cases to another committee, all in the caller's transaction; what was reviewed stays, the rest of the way follows
 * the new one (HU-77). The refusal of one refuses them all.
 */
export default async function changeTogether(
  ctx: ActorContext,
  input: { changeId: number; applicationIds: number[]; committeeId: number; reason: string },
  trx: TransactionClientContract
) {
  const { changeId, applicationIds, committeeId, reason } = input
  const applications = await Application.query({ client: trx })
    .whereIn('id', applicationIds)
    .orderBy('id')
    .forUpdate()
  // the cases and their marks in the order change together: a run that is killed and begins anew changes nothing twice
  const marked = await trx
    .from('committee_change_cases')
    .where({ change_id: changeId, status: 'waiting' })
    .whereIn('application_id', applicationIds)
    .update({ status: 'changed' })
  if (Number(marked) < applicationIds.length) throw new Refusal('done', '已经转换。')
  const mayEvaluate = await evaluates(ctx, committeeId)
  const restOf = restOfWay(committeeId)
  const acts: Act[] = []
  for (const application of applications) {
    mayEvaluate(application)
    const route = await restOf(application)
    acts.push({
      applicationId: application.id,
      command: { type: 'change_committee', committeeId, route, reason },
    })
  }
  await applyTogether(ctx, acts, trx)
}

/** The steps still ahead under the new committee. */
function restOfWay(committeeId: number) {
  const routeOf = routesOfMany(committeeId)
  return async (application: Application): Promise<RouteStep[]> => {
    if (application.stage === 'qualified') return []
    const { ruleset } = await rulesetById(application.rulesetId)
    const found = await routeOf(application, ruleset)
    if (!found.ok) throw new Refusal('route', `${found.message}应由${found.mendBy}维护。`)
    const done = application.route.slice(0, application.routeStep)
    return found.steps.filter(
      (step) =>
        !done.some(
          ({ organizationId, role, task }) =>
            organizationId === step.organizationId && role === step.role && task === step.task
        )
    )
  }
}

/** Whether the committee may evaluate a case; refuses where not. */
async function evaluates(ctx: ActorContext, committeeId: number) {
  const committee = await db
    .from('committees')
    .where({ id: committeeId, status: 'active' })
    .where('valid_until', '>=', today(ctx))
    .first()
  const rows = await db
    .from('committee_specialties')
    .where('committee_id', committeeId)
    .select('specialty_code')
  const specialties = new Set(rows.map((row) => row.specialty_code))
  return (application: Application) => {
    if (!committee) throw new Refusal('committee', '新评委会已注销或已过有效期。')
    if (committee.series_code !== application.seriesCode)
      throw new Refusal('series', '新评委会不评审该系列。')
    if ((RANK[committee.level] ?? 0) < (RANK[application.level ?? ''] ?? 0))
      throw new Refusal('level', '新评委会不能评审该等级。')
    if (!specialties.has(application.specialtyCode))
      throw new Refusal('specialty', '新评委会未维护该专业。')
  }
}
