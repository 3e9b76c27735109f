import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Application from '#applications/models/application'
import { bodyOf } from '#approvals/queries/load_graph'
import { rulesetById } from '#batches/queries/rulesets'
import { addWorkDays } from '#catalogue/work_days'
import apply, { applyTogether, type Act } from '#lifecycle/apply'
import type { Command, CorrectionItem } from '#lifecycle/commands'
import Organization from '#organizations/models/organization'
import takePost from '#quotas/actions/take_post'
import { holds } from '#province/conditions'
import type { ReviewField, Ruleset } from '#province/ruleset'
import { today, type ActorContext } from '#web/actor'
import { Forbidden, Refusal } from '#web/refusal'

export type ReviewInput =
  | { decision: 'approve'; opinion: string; fields?: Record<string, string> }
  | { decision: 'return'; opinion: string; items?: CorrectionItem[] }
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
  const application = await Application.findOrFail(applicationId)
  const { ruleset } = await rulesetById(application.rulesetId)
  return apply(ctx, {
    applicationId,
    expectedVersion,
    command: await commandOf(ctx, application, ruleset, input),
    alongside: async (trx, locked) => {
      await mayDecide(ctx, trx, [locked.id])
      await takePostFor(trx, locked, input)
    },
  })
}

/** One decision for many cases, all in the caller's transaction; the refusal of one refuses them all. */
export async function reviewTogether(
  ctx: ActorContext,
  applicationIds: number[],
  input: ReviewInput,
  trx: TransactionClientContract
) {
  const locked = await Application.query({ client: trx })
    .whereIn('id', applicationIds)
    .orderBy('id')
    .forUpdate()
  await mayDecide(ctx, trx, applicationIds)
  const acts: Act[] = []
  for (const application of locked) {
    const { ruleset } = await rulesetById(application.rulesetId)
    const command = await commandOf(ctx, application, ruleset, input)
    acts.push({ applicationId: application.id, command })
  }
  await applyTogether(ctx, acts, trx, (application) => takePostFor(trx, application, input))
}

async function mayDecide(ctx: ActorContext, trx: TransactionClientContract, ids: number[]) {
  const items = await trx
    .from('work_items')
    .whereIn('application_id', ids)
    .whereIn('status', ['open', 'held'])
    .select('organization_id', 'role')
  // whether a case is still at an office at all is for `decide` to say
  if (!items.every((item) => holdsItem(ctx, item)))
    throw new Forbidden('该申报现在不由您的机构或岗位处理。')
}

/** Where posts bind, who is recommended takes one of the unit. */
async function takePostFor(
  trx: TransactionClientContract,
  application: Application,
  { decision }: ReviewInput
) {
  const { task } = application.route[application.routeStep] ?? {}
  if (decision !== 'approve' || task !== 'recommend') return
  await takePost(trx, application, (await rulesetById(application.rulesetId)).ruleset)
}

export const holdsItem = (
  { actor }: Pick<ActorContext, 'actor'>,
  item: { organization_id: number | null; role: string | null }
) =>
  actor.kind === 'system' ||
  (item.organization_id === actor.organizationId &&
    item.role !== null &&
    actor.roles.includes(item.role))

async function commandOf(
  ctx: ActorContext,
  application: Application,
  ruleset: Ruleset,
  input: ReviewInput
): Promise<Command> {
  switch (input.decision) {
    case 'approve': {
      const fields = await sharedFields(application, ruleset, input.fields ?? {})
      return { type: 'approve', opinion: input.opinion, ...(fields && { fields }) }
    }
    case 'hold':
    case 'resume':
      return { type: input.decision, opinion: input.opinion }
    case 'return': {
      const dueOn = await addWorkDays(today(ctx), ruleset.application.correctionWorkingDays)
      const items = knownItems(ruleset, input.items ?? [])
      return { type: 'return', opinion: input.opinion, dueOn, items }
    }
    case 'unit_publicity': {
      const { startsOn, place, outcome } = input
      const endsOn = await addWorkDays(startsOn, ruleset.approvals.unitPublicityWorkingDays)
      return { type: 'record_unit_publicity', startsOn, endsOn, place, outcome }
    }
  }
}

/** The further fields this body is asked for at the step where the case lies. */
export async function reviewFieldsOf(
  application: Pick<Application, 'route' | 'routeStep' | 'organizationId'>,
  ruleset: Ruleset
): Promise<ReviewField[]> {
  const step = application.route[application.routeStep]
  const asked = ruleset.approvals.reviewFields
  if (!step || asked.length === 0) return []
  const body = bodyOf(await Organization.findOrFail(step.organizationId), ruleset)
  const isFirst = step.organizationId === application.organizationId
  return asked.filter(({ when }) => holds(when, { body: { ...body.facts, isFirst } }))
}

/** Kept under their labels, as they are read in the log. */
async function sharedFields(
  application: Application,
  ruleset: Ruleset,
  given: Record<string, string>
) {
  if (Object.keys(given).length === 0) return null
  const asked = await reviewFieldsOf(application, ruleset)
  const filled = asked.flatMap(({ id, label, maxLength }) =>
    given[id]?.trim() ? [[label, given[id].trim().slice(0, maxLength)]] : []
  )
  return filled.length > 0 ? (Object.fromEntries(filled) as Record<string, string>) : null
}

/** Marks name sections, fields and materials of the rules the case goes by (R19); the log says them in words. */
function knownItems({ application }: Ruleset, items: CorrectionItem[]): CorrectionItem[] {
  return items.map((item) => {
    const section = application.sections.find(({ id }) => id === item.section)
    const label =
      section?.kind === 'materials'
        ? application.materials.find(({ id }) => id === item.field)?.name
        : section?.fields.find(({ id }) => id === item.field)?.label
    if (!section || (item.field !== undefined && !label))
      throw new Refusal('items', '标记的位置不在申报表中，请刷新后重新标记。')
    return { ...item, place: label ? `${section.title} · ${label}` : section.title }
  })
}
