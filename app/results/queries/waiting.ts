import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import { meetingsToFile } from '#results/queries/list_filings'
import { meetingsToPublicise } from '#results/queries/list_meetings'
import { openObjections } from '#results/queries/list_objections'
import { duePublicities } from '#results/queries/list_publicities'
import { settleRoles } from '#results/roles'
import { now } from '#tenancy/clock'
import { today, type Actor } from '#web/actor'
import { countUpTo } from '#web/paging'

/** What of results waits for an actor, for his home page: the lists it leads to count the same rows. */

export async function countToPublicise(actor: Actor) {
  await settleRoles()
  return countUpTo(meetingsToPublicise(actor))
}

export const countDuePublicities = (actor: Actor) =>
  countUpTo(duePublicities(actor, today({ now })))

export const countOpenObjections = (actor: Actor) => countUpTo(openObjections(actor))

export const countMeetingsToFile = async (actor: Actor) =>
  (await filed()) ? (await meetingsToFile(actor)).length : 0

export const countFilings = async (actor: Actor) =>
  (await filed()) && actor.committeeId === null
    ? countUpTo(
        db.from('filings').where({ reviewer_id: actor.organizationId ?? 0, status: 'applied' })
      )
    : 0

const filed = async () => (await currentRuleset()).ruleset.results.filing.required
