import Application from '#applications/models/application'
import { rulesetById } from '#batches/queries/rulesets'
import { addWorkDays } from '#catalogue/work_days'
import apply from '#lifecycle/apply'
import type { Command } from '#lifecycle/commands'
import { today, type ActorContext } from '#web/actor'
import { Forbidden } from '#web/refusal'

export type ReviewInput =
  | { decision: 'approve'; opinion: string }
  | { decision: 'return'; opinion: string }
  | { decision: 'hold'; opinion: string }
  | { decision: 'resume'; opinion: string }
  | { decision: 'unit_publicity'; startsOn: string; place: string; outcome: string }

/** The act of a body on a case that waits at it. Only who holds the open work item may decide. */
export default async function review(
  ctx: ActorContext,
  applicationId: number,
  input: ReviewInput,
  expectedVersion?: number
): Promise<Application> {
  return apply(ctx, {
    applicationId,
    expectedVersion,
    command: await commandOf(ctx, applicationId, input),
    alongside: async (trx, application) => {
      const item = await trx
        .from('work_items')
        .where('application_id', application.id)
        .whereIn('status', ['open', 'held'])
        .select('organization_id', 'role')
        .first()
      // whether the case is still at an office at all is for `decide` to say
      if (item && !holdsItem(ctx, item)) throw new Forbidden('该申报现在不由您的机构或岗位处理。')
    },
  })
}

export const holdsItem = (
  { actor }: ActorContext,
  item: { organization_id: number | null; role: string | null }
) =>
  actor.kind === 'system' ||
  (item.organization_id === actor.organizationId &&
    item.role !== null &&
    actor.roles.includes(item.role))

async function commandOf(
  ctx: ActorContext,
  applicationId: number,
  input: ReviewInput
): Promise<Command> {
  switch (input.decision) {
    case 'approve':
    case 'hold':
    case 'resume':
      return { type: input.decision, opinion: input.opinion }
    case 'return': {
      const { ruleset } = await rulesOf(applicationId)
      const dueOn = await addWorkDays(today(ctx), ruleset.application.correctionWorkingDays)
      return { type: 'return', opinion: input.opinion, dueOn }
    }
    case 'unit_publicity': {
      const { ruleset } = await rulesOf(applicationId)
      const { startsOn, place, outcome } = input
      const endsOn = await addWorkDays(startsOn, ruleset.approvals.unitPublicityWorkingDays)
      return { type: 'record_unit_publicity', startsOn, endsOn, place, outcome }
    }
  }
}

async function rulesOf(applicationId: number) {
  const application = await Application.findOrFail(applicationId)
  return rulesetById(application.rulesetId)
}
