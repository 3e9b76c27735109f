import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import Committee from '#committees/models/committee'
import Organization from '#organizations/models/organization'
import type { Actor } from '#web/actor'
import { Forbidden, NotFound } from '#web/refusal'

type Query = DatabaseQueryBuilderContract<any>

/** Committees `c` whose daily work an actor does: of his account, or of the body that set them up or keeps their office. */
export function keptBy(query: Query, actor: Actor) {
  if (actor.kind === 'system') return query
  if (actor.committeeId !== null) return query.where('c.id', actor.committeeId)
  const own = actor.organizationId ?? 0
  return query.where((either) => either.where('c.organization_id', own).orWhere('c.office_id', own))
}

/** The body for which an actor authorises committees of its own and of lower bodies (HB-45); null where it may not. */
export async function authoriser(actor: Actor): Promise<Organization | null> {
  const own = actor.organizationId ? await Organization.find(actor.organizationId) : null
  if (!own || actor.kind !== 'staff') return null
  const { organizations } = (await currentRuleset()).ruleset
  const core = organizations.kinds.find(({ id }) => id === own.kind)?.core
  return core === 'title_office' || own.attributes.createsCommittees === true ? own : null
}

/** Narrows committees `c` (joined with their bodies `o`) to those an actor authorises, or at least keeps. */
export async function authorisedBy(query: Query, actor: Actor) {
  if (actor.kind === 'system' || actor.kind === 'tenant_admin') return query
  const body = await authoriser(actor)
  return body ? query.where('o.tree', 'like', `${body.tree}%`) : keptBy(query, actor)
}

/** A committee the actor authorises; any other answers as if it did not exist. */
export async function authorisedCommittee(actor: Actor, id: number): Promise<Committee> {
  const body = actor.kind === 'system' ? null : await authoriser(actor)
  const committee = await Committee.find(id)
  if (committee && actor.kind === 'system') return committee
  const owner = committee && body ? await Organization.find(committee.organizationId) : null
  if (!committee || !owner?.tree.startsWith(body!.tree)) throw new NotFound('没有这个评委会。')
  return committee
}

/** A committee whose pool the actor fills. */
export async function keptCommittee(actor: Actor, id: number): Promise<Committee> {
  const query = db.from('committees as c').where('c.id', id).select('c.id')
  if (!(await keptBy(query, actor).first())) throw new NotFound('没有这个评委会。')
  return Committee.findOrFail(id)
}

/** Narrows experts `e` to those an actor has to do with: of the pools of his committees, or, to review, of his own unit. */
export function expertsOf(query: Query, actor: Actor) {
  if (actor.kind === 'system') return query
  return query.where((either) => {
    either.whereExists((pools) =>
      keptBy(
        pools
          .from('committee_experts as p')
          .join('committees as c', 'c.id', 'p.committee_id')
          .whereColumn('p.expert_id', 'e.id'),
        actor
      )
    )
    if (actor.abilities.has('experts.review') && actor.organizationId)
      either.orWhere('e.organization_id', actor.organizationId)
  })
}

/** Answers the row of an expert the actor has to do with; any other answers as if he did not exist. */
export async function expertFor(actor: Actor, id: number) {
  if (!actor.can('committees.pool') && !actor.can('experts.review')) throw new Forbidden()
  const row = await expertsOf(
    db.from('experts as e').where('e.id', id).select('e.*'),
    actor
  ).first()
  if (!row) throw new NotFound('没有这位专家。')
  return row as Record<string, any>
}
