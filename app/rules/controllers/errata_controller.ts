import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { appliedSentence, applyErratum, checkErratum, sinceDryRun } from '#rules/actions/errata'
import { ASPECTS, type Change } from '#rules/outcomes'
import { minute } from '#rules/queries/drafts'
import { erratumValidator } from '#rules/validators/rules'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, paged, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** A running batch taken over to later rules: dry run first, then in force. */
export default class ErrataController {
  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(erratumValidator)
    const job = await checkErratum(actorContext(ctx), {
      ...input,
      number: Number(ctx.params.number),
    })
    return done(ctx, { message: '已开始预演，不改动任何申报', to: `/jobs/${job}` })
  }

  async show(ctx: HttpContext) {
    const id = Number(ctx.params.id)
    const row = await db
      .from('ruleset_errata as e')
      .join('batches as b', 'b.id', 'e.batch_id')
      .join('rulesets as f', 'f.id', 'e.from_id')
      .join('rulesets as t', 't.id', 'e.to_id')
      .where('e.id', id)
      .select('e.*', 'b.name as batch', 'f.number as from_number', 't.number as to_number')
      .first()
    if (!row) throw new NotFound('没有这次勘误。')
    const filters = filtersOf(ctx.request, ['verdict'])
    const query = db
      .from('ruleset_erratum_cases as c')
      .join('applications as a', 'a.id', 'c.application_id')
      .join('organizations as o', 'o.id', 'a.organization_id')
      .where('c.erratum_id', id)
      // what moves before what stays
      .orderBy('c.verdict')
      .orderBy('c.id')
      .select('c.id', 'c.verdict', 'c.reason', 'c.changes', 'a.code', 'a.stage', 'o.name as unit')
    if (filters.verdict) query.where('c.verdict', filters.verdict)
    const found = await paged<Record<string, any>>(query as never, pageOf(ctx.request))
    return page(ctx.inertia, 'tenant_admin/rules/erratum', {
      erratum: {
        id,
        batch: row.batch as string,
        from: row.from_number as number,
        to: row.to_number as number,
        reason: row.reason as string,
        status: row.status as 'checking' | 'checked' | 'applied',
        cases: row.cases as number,
        moving: row.moving as number,
        changed: row.changed as number,
        moved: row.moved as number,
        by: row.created_by as string,
        at: minute(row.created_at),
        appliedBy: row.applied_by as string | null,
        appliedAt: row.applied_at ? minute(row.applied_at) : null,
      },
      since: row.status === 'checked' ? await sinceDryRun(row as never) : { changed: 0, begun: 0 },
      aspects: ASPECTS,
      filters,
      cases: {
        meta: found.meta,
        data: found.data.map((each) => ({
          id: each.id as number,
          code: each.code as string,
          unit: each.unit as string,
          stage: each.stage as string,
          moves: each.verdict === 'moves',
          reason: each.reason as string,
          changes: (typeof each.changes === 'string'
            ? JSON.parse(each.changes)
            : each.changes) as Change[],
        })),
      },
    })
  }

  async apply(ctx: HttpContext) {
    const applied = await applyErratum(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: appliedSentence(applied) })
  }
}
