import db from '@adonisjs/lucid/services/db'
import { keptBy } from '#committees/scope'
import { kindsOf } from '#evaluations/plans/list_plans'
import type { Actor } from '#web/actor'
import { countUpTo } from '#web/paging'

/** What of meetings and plans waits for an actor, for his home page. */

export const countPreparing = (actor: Actor) =>
  countUpTo(
    keptBy(
      db
        .from('meetings as g')
        .join('committees as c', 'c.id', 'g.committee_id')
        .where('g.status', 'preparing'),
      actor
    )
  )

/** Own plans that came back, while their meeting can still be prepared. */
export const countRefusedPlans = (actor: Actor) =>
  countUpTo(
    keptBy(
      db
        .from('plans as p')
        .join('meetings as g', 'g.id', 'p.meeting_id')
        .join('committees as c', 'c.id', 'g.committee_id')
        .where({ 'p.status': 'refused', 'g.status': 'preparing' }),
      actor
    )
  )

/** A ballot to be voided or a report to be recalled, that another of the office asked for (HU-71). */
export const countAskedUndos = (actor: Actor) =>
  countUpTo(
    keptBy(
      db
        .from('meeting_undos as u')
        .join('meetings as g', 'g.id', 'u.meeting_id')
        .join('committees as c', 'c.id', 'g.committee_id')
        .where('u.status', 'asked')
        .where((other) =>
          other.whereNull('u.asked_by').orWhereNot('u.asked_by', actor.accountId ?? 0)
        ),
      actor
    )
  )

export const countSubmittedPlans = async (actor: Actor) =>
  countUpTo(
    db
      .from('plans')
      .where({ reviewer_id: actor.organizationId ?? 0, status: 'submitted' })
      .whereIn('kind', await kindsOf(actor))
      .where((other) =>
        other.whereNull('submitted_by_id').orWhereNot('submitted_by_id', actor.accountId ?? 0)
      )
  )
