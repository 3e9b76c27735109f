import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { routeOfApplication } from '#approvals/queries/route_of_application'
import { rulesetById } from '#batches/queries/rulesets'
import apply from '#lifecycle/apply'
import type { RouteStep } from '#lifecycle/commands'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

export interface Assigned {
  assigned: number
  failures: { id: number; name: string; reason: string }[]
}

/** Committees that evaluate the case: its series, specialty and level. */
export const committeesFor = (
  application: Pick<Application, 'seriesCode' | 'specialtyCode' | 'level'>
) =>
  db
    .from('committees as c')
    .join('committee_specialties as s', 's.committee_id', 'c.id')
    .where('c.status', 'active')
    .where('c.series_code', application.seriesCode ?? '')
    .where('c.level', application.level ?? '')
    .where('s.specialty_code', application.specialtyCode ?? '')

/** 预分配评委会: names the committee before its own check of the material (HB-12); what is done of the way stays. */
export default async function assignCommittee(
  ctx: ActorContext,
  applicationIds: number[],
  committeeId: number
): Promise<Assigned> {
  const result: Assigned = { assigned: 0, failures: [] }
  for (const id of applicationIds) {
    const application = await Application.findOrFail(id)
    try {
      if (application.committeeId !== committeeId) await assign(ctx, application, committeeId)
      result.assigned++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      result.failures.push({ id, name: application.personName, reason: error.message })
    }
  }
  return result
}

async function assign(ctx: ActorContext, application: Application, committeeId: number) {
  if (!(await committeesFor(application).where('c.id', committeeId).first()))
    throw new Refusal('committee', '该评委会不评审此系列、专业或级别。')
  const { ruleset } = await rulesetById(application.rulesetId)
  const way = await routeOfApplication(application, ruleset, committeeId)
  if (!way.ok) throw new Refusal('route', way.message)
  const done = application.route.slice(0, application.routeStep)
  await apply(ctx, {
    applicationId: application.id,
    expectedVersion: application.version,
    command: {
      type: 'change_committee',
      committeeId,
      route: way.steps.filter((step) => !done.some((one) => isSame(one, step))),
      reason: '预分配评委会',
    },
  })
}

type Step = Pick<RouteStep, 'organizationId' | 'role'> & { task: string }
const isSame = (a: Step, b: Step) =>
  a.organizationId === b.organizationId && a.role === b.role && a.task === b.task
