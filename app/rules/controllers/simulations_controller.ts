import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { startSimulation } from '#rules/actions/simulate'
import { ASPECTS, type Change } from '#rules/outcomes'
import { draftById, minute } from '#rules/queries/drafts'
import { sampleValidator } from '#rules/validators/rules'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, paged, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** What a draft would change for real applications. */
export default class SimulationsController {
  async store(ctx: HttpContext) {
    const { sample } = await ctx.request.validateUsing(sampleValidator)
    const job = await startSimulation(actorContext(ctx), Number(ctx.params.id), sample)
    return done(ctx, { message: '已开始试算', to: `/jobs/${job}` })
  }

  async show(ctx: HttpContext) {
    const id = Number(ctx.params.id)
    const simulation = await db.from('ruleset_simulations').where('id', id).first()
    if (!simulation) throw new NotFound('没有这次试算。')
    const draft = await draftById(simulation.draft_id)
    const filters = filtersOf(ctx.request, ['aspect'])
    const query = db
      .from('ruleset_simulation_cases as s')
      .join('applications as a', 'a.id', 's.application_id')
      .join('organizations as o', 'o.id', 'a.organization_id')
      .where('s.simulation_id', id)
      .orderBy('s.id')
      .select('s.id', 's.changes', 'a.code', 'a.title_name', 'o.name as unit')
    // an application differs in several aspects, and is found by each
    if (filters.aspect && filters.aspect in ASPECTS)
      query.whereRaw("json_search(s.changes, 'one', ?, null, '$[*].aspect') is not null", [
        filters.aspect,
      ])
    const found = await paged<Record<string, any>>(query as never, pageOf(ctx.request))
    return page(ctx.inertia, 'tenant_admin/rules/simulation', {
      id,
      draft: {
        id: draft.id,
        name: draft.name,
        changedSince: draft.version !== simulation.draft_version,
      },
      at: minute(simulation.created_at),
      by: simulation.created_by as string,
      total: simulation.cases as number,
      changed: simulation.changed as number,
      counts: parsed(simulation.counts) as Record<string, number>,
      aspects: ASPECTS,
      filters,
      cases: {
        meta: found.meta,
        data: found.data.map((row) => ({
          id: row.id as number,
          code: row.code as string,
          title: (row.title_name ?? '—') as string,
          unit: row.unit as string,
          changes: parsed(row.changes) as Change[],
        })),
      },
    })
  }
}

const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)
