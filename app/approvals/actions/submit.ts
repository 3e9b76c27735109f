import keepAchievements from '#applications/actions/keep_achievements'
import keepVersion from '#applications/actions/keep_version'
import { completeApplication } from '#applications/actions/submit_application'
import type Application from '#applications/models/application'
import indexCase from '#approvals/actions/index_case'
import { routeOfApplication } from '#approvals/queries/route_of_application'
import apply from '#lifecycle/apply'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/** Hands a complete application to the first body of its way (HB-41). */
export default async function submit(
  ctx: ActorContext,
  input: { applicationId: number; pledgeVersion: string; expectedVersion?: number }
): Promise<Application> {
  const { application, ruleset } = await completeApplication(
    ctx,
    input.applicationId,
    input.pledgeVersion
  )
  const route = await routeOfApplication(application, ruleset)
  if (!route.ok)
    throw new Refusal(
      'route',
      `${route.message}请联系${route.mendBy}处理后再提交，已填内容不会丢失。`
    )
  return apply(ctx, {
    applicationId: application.id,
    expectedVersion: input.expectedVersion,
    command: { type: 'submit', route: route.steps, pledgeVersion: input.pledgeVersion },
    alongside: async (trx, locked) => {
      await indexCase(trx, locked, ruleset)
      const at = stamp(ctx)
      await keepVersion(trx, locked, ruleset, at)
      await keepAchievements(trx, locked, ruleset, at)
    },
  })
}
