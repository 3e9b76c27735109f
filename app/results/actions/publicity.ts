import db from '@adonisjs/lucid/services/db'
import { conditionFacts } from '#applications/facts'
import Application from '#applications/models/application'
import { bodyOf, loadGraph } from '#approvals/queries/load_graph'
import { select } from '#approvals/resolve_route'
import { rulesetById } from '#batches/queries/rulesets'
import { addWorkDays } from '#catalogue/work_days'
import Meeting from '#evaluations/models/meeting'
import apply from '#lifecycle/apply'
import Organization from '#organizations/models/organization'
import { firstMatch } from '#province/conditions'
import type { BodySelector, Ruleset } from '#province/ruleset'
import { today, type ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal } from '#web/refusal'

/** The body a rule names, for one application: by the tree, by the way it came, or by its committee. */
export async function bodyFor(
  selector: BodySelector,
  application: Application,
  ruleset: Ruleset
): Promise<{ id: number; name: string } | null> {
  if (selector.body === 'last_reviewer') {
    const last = application.route.findLast(({ task }) => task !== 'qualify')
    return last ? { id: last.organizationId, name: last.organizationName } : null
  }
  if (selector.body === 'committee_office') {
    const committee = await db
      .from('committees')
      .where('id', application.committeeId ?? 0)
      .select('organization_id', 'office_id')
      .first()
    const id = committee?.office_id ?? committee?.organization_id
    const office = id ? await Organization.find(id) : null
    return office && bodyOf(office, ruleset)
  }
  return select(selector, await loadGraph(application.organizationId, ruleset, null))
}

/** Who publicises the result of an application (HN-24). */
export async function publisherOf(application: Application) {
  const { ruleset } = await rulesetById(application.rulesetId)
  const rule = firstMatch(ruleset.results.publishers, await conditionFacts(application, ruleset))
  return rule ? { ...(await bodyFor(rule.by, application, ruleset)), rule: rule.label } : null
}

/** Whether the actor's body may publicise it: the entitled body, no other. */
export async function mayPublicise({ actor }: ActorContext, application: Application) {
  if (actor.kind === 'system') return true
  const publisher = await publisherOf(application)
  return publisher?.id !== undefined && publisher.id === actor.organizationId
}

export interface OpenPublicityInput {
  meetingId: number
  /** single persons (HN-26); without them the whole committee (HN-25) */
  applicationIds?: number[]
  contact?: string | null
}

/**
 * Puts the passed of a meeting before the public for the working days of the rules, and those who did not pass into
 * their list (HN-25). Only the entitled body may; it sees no button otherwise, and this refuses the direct call.
 */
export async function openPublicity(ctx: ActorContext, input: OpenPublicityInput) {
  const meeting = await Meeting.find(input.meetingId)
  if (!meeting) throw new NotFound('没有这个评审会议。')
  const { ruleset } = await rulesetById(meeting.rulesetId)
  if (ruleset.results.minutesRequired && !meeting.minutesFileId)
    throw new Refusal('minutes', '评委会尚未上传会议纪要，不能公示。')
  const query = Application.query()
    .where({ meetingId: meeting.id, stage: 'reported' })
    .orderBy('id')
  if (input.applicationIds) query.whereIn('id', input.applicationIds)
  const reported = await query
  if (reported.length === 0) throw new Refusal('none', '没有可以公示的评审结果。')
  for (const each of reported)
    if (!(await mayPublicise(ctx, each))) throw new Forbidden('按规定，这些结果不由您的机构公示。')
  const startsOn = today(ctx)
  const endsOn = await addWorkDays(startsOn, ruleset.results.publicityWorkingDays)
  return db.transaction(async (trx) => {
    const [publicityId] = await trx.table('publicities').insert({
      title: `${meeting.name}评审结果公示`,
      meeting_id: meeting.id,
      organization_id: ctx.actor.organizationId,
      organization_name: ctx.actor.organizationName,
      starts_on: startsOn,
      ends_on: endsOn,
      status: 'open',
      fields: JSON.stringify(ruleset.results.publicFields),
      contact: input.contact ?? null,
      created_at: ctx.now().toFormat('yyyy-MM-dd HH:mm:ss.SSS'),
    })
    let passed = 0
    for (const { id, outcome } of reported) {
      if (outcome === 'passed') passed++
      await apply(ctx, {
        trx,
        applicationId: id,
        command:
          outcome === 'passed'
            ? { type: 'open_publicity', publicityId, startsOn, endsOn }
            : { type: 'refuse_result', reason: '评审未通过' },
      })
    }
    return {
      publicityId: publicityId as number,
      passed,
      notPassed: reported.length - passed,
      endsOn,
    }
  })
}

/** A person moves to the objection store, during the period or instead of it (HN-26, HN-29). */
export async function moveToObjection(ctx: ActorContext, applicationId: number, reason: string) {
  const application = await Application.find(applicationId)
  if (!application) throw new NotFound()
  if (!(await mayPublicise(ctx, application))) throw new Forbidden()
  return apply(ctx, { applicationId, command: { type: 'object', reason } })
}

export async function resolveObjection(
  ctx: ActorContext,
  applicationId: number,
  input: { outcome: 'passed' | 'not_passed'; reason: string }
) {
  const application = await Application.find(applicationId)
  if (!application) throw new NotFound()
  if (!(await mayPublicise(ctx, application))) throw new Forbidden()
  return apply(ctx, { applicationId, command: { type: 'resolve_objection', ...input } })
}

/** After the last day everyone still in it goes to the result store (HN-27); the public list is taken off. */
export async function closePublicity(ctx: ActorContext, publicityId: number): Promise<number> {
  const publicity = await db.from('publicities').where('id', publicityId).first()
  if (!publicity) throw new NotFound('没有这次公示。')
  if (ctx.actor.kind !== 'system' && publicity.organization_id !== ctx.actor.organizationId)
    throw new Forbidden('这次公示不由您的机构办理。')
  const day = today(ctx)
  if (day <= publicity.ends_on)
    throw new Refusal('publicity', `公示到 ${publicity.ends_on} 结束，次日起方可转入结果库。`)
  return db.transaction(async (trx) => {
    const rows = await trx
      .from('applications')
      .where({ publicity_id: publicityId, stage: 'in_publicity' })
      .select('id')
    for (const { id } of rows)
      await apply(ctx, { trx, applicationId: id, command: { type: 'close_publicity', today: day } })
    await trx
      .from('publicities')
      .where('id', publicityId)
      .update({ status: 'closed', closed_at: ctx.now().toFormat('yyyy-MM-dd HH:mm:ss.SSS') })
    return rows.length
  })
}
