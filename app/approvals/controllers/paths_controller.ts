import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { diagnose } from '#approvals/queries/diagnose'
import { currentRuleset } from '#batches/queries/rulesets'
import { linkValidator } from '#approvals/validators/review'
import { page } from '#web/page'
import { actorContext } from '#web/actor'
import { filtersOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

export default class PathsController {
  /** Diagnosis of HU-75: bodies above and below one, and the whole path of a simulated declaration. */
  async show({ inertia, request }: HttpContext) {
    const asked = filtersOf(request, [
      'body',
      'unit',
      'title',
      'specialty',
      'acquisition',
      'committee',
    ])
    const { ruleset } = await currentRuleset()
    return page(inertia, 'office/paths/diagnosis', {
      asked,
      series: ruleset.catalogue.series,
      acquisitions: ruleset.application.acquisitions,
      committees: await db
        .from('committees')
        .where('status', 'active')
        .orderBy('id')
        .select('id', 'name'),
      ...(await diagnose(asked, ruleset)),
    })
  }

  /** Bodies whose name holds the words, for the fuzzy search boxes. */
  async bodies({ request, response }: HttpContext) {
    const words = String(request.input('q', ''))
      .trim()
      .replace(/[\\%_]/g, '\\$&')
    const rows = await db
      .from('organizations')
      .where('name', 'like', `%${words}%`)
      .orderBy('id')
      .limit(20)
      .select('id', 'name', 'kind')
    return response.json({ bodies: rows })
  }

  async propose(ctx: HttpContext) {
    const { pathSet, lowerId } = await ctx.request.validateUsing(linkValidator)
    const { actor } = actorContext(ctx)
    await db
      .insertQuery()
      .table('path_links')
      .knexQuery.insert({
        path_set: pathSet,
        lower_id: lowerId,
        upper_id: actor.organizationId,
        status: 'proposed',
        created_at: new Date(),
      })
      .onConflict(['path_set', 'lower_id', 'upper_id'])
      .ignore()
    return done(ctx, { message: '已列为下级单位，等待对方确认' })
  }

  async confirm(ctx: HttpContext) {
    const changed = await db
      .from('path_links')
      .where({ id: Number(ctx.params.id), lower_id: ctx.actor!.organizationId, status: 'proposed' })
      .update({ status: 'confirmed' })
    if (Number(changed) === 0) throw new NotFound()
    return done(ctx, { message: '已确认上级机构' })
  }
}
