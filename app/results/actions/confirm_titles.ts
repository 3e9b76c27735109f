import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import audit from '#audit/audit'
import apply from '#lifecycle/apply'
import type { Ruleset } from '#province/ruleset'
import {
  filterPeople,
  personRow,
  withPersonColumns,
  type PeopleFilters,
  type PersonRow,
} from '#results/queries/list_people'
import { settleConfirmed } from '#results/roles'
import type { Actor, ActorContext } from '#web/actor'
import { paged, type Page, type Paged } from '#web/paging'
import { NotFound, Refusal } from '#web/refusal'

/** One request's bound. */
export const MOST_CONFIRMED = 100

/** Whether the rules know ways that end at a receiving body instead of a committee (HU-32). */
export const endsAtReceivers = ({ approvals }: Ruleset) =>
  approvals.paths.some((path) => path.kind === 'network' && path.goal === 'receiver')

/** Cases whose way ended at the actor's body and that no committee reviews: to be confirmed, or confirmed. */
function confirmable(actor: Actor) {
  const own = actor.committeeId === null ? (actor.organizationId ?? 0) : 0
  return db
    .from('applications as a')
    .whereNull('a.committee_id')
    .whereIn(
      'a.id',
      db
        .from('work_items')
        .where({ organization_id: own, task: 'qualify', decision: 'approve' })
        .select('application_id')
    )
}

export async function listConfirmable(
  actor: Actor,
  isDone: boolean,
  filters: PeopleFilters,
  page: Page
): Promise<Paged<PersonRow>> {
  const query = confirmable(actor)
  if (isDone) query.whereIn('a.stage', ['passed', 'numbered', 'documented', 'certified', 'revoked'])
  else query.where('a.stage', 'qualified')
  filterPeople(query, filters)
  const found = await paged<Record<string, any>>(
    withPersonColumns(query).orderBy('a.id', 'desc') as never,
    page
  )
  return { meta: found.meta, data: found.data.map(personRow) }
}

/** The receiving body makes cases effective; numbers and certificates follow as after an evaluation (HU-52). */
export async function confirmTitles(
  ctx: ActorContext,
  input: { ids: number[]; opinion: string }
): Promise<{ confirmed: number; failures: string[] }> {
  const ids = [...new Set(input.ids)].sort((a, b) => a - b)
  const own = await confirmable(ctx.actor).whereIn('a.id', ids).select('a.id')
  if (own.length < ids.length) throw new NotFound('所选人员中有不由您的机构确认的。')
  const failures: string[] = []
  for (const applicationId of ids) {
    try {
      await apply(ctx, {
        applicationId,
        command: { type: 'confirm', opinion: input.opinion },
        alongside: (trx, application) =>
          settleConfirmed(trx, application, ctx.actor.organizationId!),
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { personName } = await Application.findOrFail(applicationId)
      failures.push(`${personName}：${error.message}`)
    }
  }
  await audit(ctx, {
    action: 'confirmation.confirmed',
    detail: { applications: ids.length - failures.length },
  })
  return { confirmed: ids.length - failures.length, failures }
}
