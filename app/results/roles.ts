import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { conditionFacts } from '#applications/facts'
import Application from '#applications/models/application'
import { bodyOf, loadGraph } from '#approvals/queries/load_graph'
import { select, type Graph } from '#approvals/resolve_route'
import { rulesetById } from '#batches/queries/rulesets'
import Organization from '#organizations/models/organization'
import { firstMatch } from '#province/conditions'
import type { BodySelector, Ruleset } from '#province/ruleset'
import type { Actor } from '#web/actor'

/**
 * What a body has to do with a result: it publicises it, keeps its committee, files it, stands on its certificate, numbers
 * it; who publicises, keeps or numbers it watches it.
 */
export type ResultRole = 'publisher' | 'keeper' | 'filer' | 'issuer' | 'generator' | 'watcher'
const WATCHING: readonly ResultRole[] = ['publisher', 'keeper', 'generator']

const CHUNK = 500

/**
 * Finds the bodies of results that came in since the last look, by the rules of each application, and keeps them: the
 * lists of a body go by them. Safe to run at any time and twice.
 */
export async function settleRoles(): Promise<void> {
  for (;;) {
    const waiting = await Application.query()
      .where('stage', 'reported')
      .whereNotExists(
        db
          .from('result_roles as r')
          .whereColumn('r.application_id', 'applications.id')
          .where('r.role', 'keeper') as never
      )
      .orderBy('id')
      .limit(CHUNK)
    if (waiting.length === 0) return
    const around = new Surroundings()
    const rows = []
    for (const each of waiting) rows.push(...(await rolesOf(each, around)))
    await db
      .insertQuery()
      .table('result_roles')
      .knexQuery.insert(rows)
      .onConflict(['organization_id', 'role', 'application_id'])
      .ignore()
    if (waiting.length < CHUNK) return
  }
}

async function rolesOf(application: Application, around: Surroundings) {
  const { ruleset } = await rulesetById(application.rulesetId)
  const { results, certificates } = ruleset
  const committee = await around.committee(application.committeeId ?? 0)
  const found: { role: ResultRole; id: number; rule: string | null }[] = []
  const add = (role: ResultRole, id: number | null | undefined, rule: string | null = null) => {
    if (!id) return
    found.push({ role, id, rule })
    if (WATCHING.includes(role)) found.push({ role: 'watcher', id, rule: null })
  }
  const publisher = firstMatch(results.publishers, await conditionFacts(application, ruleset))
  const body = (selector: BodySelector) => bodyFor(selector, application, ruleset, around)
  if (publisher) add('publisher', await body(publisher.by), publisher.label)
  add('keeper', committee?.organization_id)
  add('keeper', committee?.office_id)
  if (results.filing.required) add('filer', await body(results.filing.by), results.filing.label)
  add('issuer', await body(certificates.issuedBy))
  add('generator', await body(certificates.generatedBy))
  return found.map(({ role, id, rule }) => ({
    organization_id: id,
    role,
    application_id: application.id,
    meeting_id: application.meetingId,
    rule,
  }))
}

/** The same for what the body at the end of the way confirmed, without committee and publicity: where the rules name nobody, it is that body. */
export async function settleConfirmed(
  trx: TransactionClientContract,
  application: Application,
  bodyId: number
) {
  const { ruleset } = await rulesetById(application.rulesetId)
  const { certificates } = ruleset
  const around = new Surroundings()
  const body = async (selector: BodySelector) =>
    (await bodyFor(selector, application, ruleset, around)) ?? bodyId
  const roles: [ResultRole, number][] = [
    ['keeper', bodyId],
    ['issuer', await body(certificates.issuedBy)],
    ['generator', await body(certificates.generatedBy)],
  ]
  for (const [role, id] of [...roles]) if (WATCHING.includes(role)) roles.push(['watcher', id])
  await trx
    .insertQuery()
    .table('result_roles')
    .knexQuery.insert(
      roles.map(([role, id]) => ({
        organization_id: id,
        role,
        application_id: application.id,
        meeting_id: null,
        rule: null,
      }))
    )
    .onConflict(['organization_id', 'role', 'application_id'])
    .ignore()
}

/** Bodies around units and committees, each read once. */
class Surroundings {
  #graphs = new Map<number, Graph>()
  #committees = new Map<number, { organization_id: number; office_id: number | null } | null>()

  async graph(unitId: number, ruleset: Ruleset) {
    const known = this.#graphs.get(unitId) ?? (await loadGraph(unitId, ruleset, null))
    this.#graphs.set(unitId, known)
    return known
  }

  async committee(id: number) {
    if (!this.#committees.has(id))
      this.#committees.set(
        id,
        await db.from('committees').where('id', id).select('organization_id', 'office_id').first()
      )
    return this.#committees.get(id)
  }
}

/** The body a rule names, for one application: by the tree, by the way it came, or by its committee. */
async function bodyFor(
  selector: BodySelector,
  application: Application,
  ruleset: Ruleset,
  around: Surroundings
): Promise<number | null> {
  if (selector.body === 'last_reviewer')
    return application.route.findLast(({ task }) => task !== 'qualify')?.organizationId ?? null
  if (selector.body === 'committee_office') {
    const committee = await around.committee(application.committeeId ?? 0)
    return committee?.office_id ?? committee?.organization_id ?? null
  }
  const graph = await around.graph(application.organizationId, ruleset)
  return select(selector, graph)?.id ?? null
}

/** The body a rule names, seen from a body instead of an applicant's unit. */
export async function bodySeenFrom(selector: BodySelector, from: Organization, ruleset: Ruleset) {
  if (selector.body === 'last_reviewer' || selector.body === 'committee_office')
    return bodyOf(from, ruleset)
  return select(selector, await loadGraph(from.id, ruleset, null))
}

/** Narrows a query over applications `a` to those in which the actor has a role; a committee's account to its own. */
export function concerning(
  query: ReturnType<typeof db.from>,
  actor: Actor,
  role: ResultRole = 'watcher'
) {
  if (actor.kind === 'system') return query
  if (actor.committeeId !== null) query.where('a.committee_id', actor.committeeId)
  if (actor.committeeId !== null && (role === 'keeper' || role === 'watcher')) return query
  return query.join('result_roles as own', (join) =>
    join
      .on('own.application_id', 'a.id')
      .andOnVal('own.organization_id', actor.organizationId ?? 0)
      .andOnVal('own.role', role)
  )
}

/** Whether the actor has a role in an application's result. */
export async function hasRole(
  actor: Actor,
  applicationId: number,
  role: ResultRole
): Promise<boolean> {
  return (await withRole(actor, [applicationId], role)).has(applicationId)
}

/** Those of the applications in which the actor has a role. */
export async function withRole(
  actor: Actor,
  applicationIds: number[],
  role: ResultRole
): Promise<Set<number>> {
  if (applicationIds.length === 0) return new Set()
  const query = db.from('applications as a').whereIn('a.id', applicationIds).select('a.id')
  const rows = await concerning(query, actor, role)
  return new Set(rows.map(({ id }) => Number(id)))
}

/** The body with a role in an application's result. */
export async function bodyWith(role: ResultRole, applicationId: number) {
  const row = await db
    .from('result_roles')
    .where({ application_id: applicationId, role })
    .select('organization_id')
    .first()
  return row ? Organization.find(row.organization_id) : null
}
