import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Application from '#applications/models/application'
import { conditionFacts } from '#applications/facts'
import { marksOf, termsOf } from '#approvals/desk_values'
import type { Ruleset } from '#province/ruleset'

/** Writes what the desks find and compare a case by; taken anew at each submission. */
export default async function indexCase(
  trx: TransactionClientContract,
  application: Application,
  ruleset: Ruleset
) {
  const facts = await conditionFacts(application, ruleset)
  const id = application.id
  const terms = termsOf(ruleset.approvals.searches, facts)
  const marks = marksOf(ruleset.approvals.hints, facts)
  for (const table of ['application_terms', 'application_marks'])
    await trx.from(table).where('application_id', id).delete()
  if (terms.length > 0)
    await trx
      .table('application_terms')
      .multiInsert(terms.map((term) => ({ application_id: id, ...term })))
  if (marks.length > 0)
    await trx
      .table('application_marks')
      .multiInsert(marks.map((mark) => ({ application_id: id, ...mark })))
}
