import type { HttpContext } from '@adonisjs/core/http'
import { currentRuleset } from '#batches/queries/rulesets'
import { moveToObjection } from '#results/actions/objections'
import { closeFor } from '#results/actions/publicity'
import {
  PEOPLE_FILTERS,
  STORES,
  countStores,
  listPeople,
  peopleQuery,
  type Store,
} from '#results/queries/list_people'
import { NUMBER_COLUMNS, RESULT_COLUMNS, exportName } from '#results/queries/people_columns'
import { settleRoles, withRole } from '#results/roles'
import { objectionValidator, peopleValidator } from '#results/validators/results'
import { actorContext, today } from '#web/actor'
import { everyRow, xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { COUNTED, filtersOf, pageOf } from '#web/paging'
import { done } from '#web/reply'

/** The stores of persons after the report: 公示期、异议、未通过、通过. */
export default class PeopleController {
  async index(ctx: HttpContext) {
    const { actor } = ctx
    await settleRoles()
    const store = storeOf(ctx)
    const filters = filtersOf(ctx.request, PEOPLE_FILTERS)
    const people = await listPeople(actor!, { store }, filters, pageOf(ctx.request))
    const entitled = await withRole(
      actor!,
      people.data.map(({ id }) => id),
      'publisher'
    )
    const { ruleset } = await currentRuleset()
    const day = today(actorContext(ctx))
    return page(ctx.inertia, 'office/results/people', {
      store,
      counted: COUNTED,
      stores: Object.entries(STORES).map(([id, { label }]) => ({ id, label })),
      counts: await countStores(actor!),
      filters,
      series: ruleset.catalogue.series.map(({ code, name }) => ({ value: code, label: name })),
      withDocuments: ruleset.documents.required,
      people: {
        meta: people.meta,
        data: people.data.map((row) => ({
          ...row,
          mayPublicise: entitled.has(row.id),
          over: row.publicityEndsOn !== null && day > row.publicityEndsOn,
        })),
      },
    })
  }

  async export(ctx: HttpContext) {
    const store = storeOf(ctx)
    return xlsxReply(ctx, {
      name: exportName(STORES[store].label),
      columns: store === 'passed' ? NUMBER_COLUMNS : RESULT_COLUMNS,
      rows: everyRow<Record<string, any>>(
        peopleQuery(ctx.actor!, { store }, filtersOf(ctx.request, PEOPLE_FILTERS)) as never
      ),
    })
  }

  async close(ctx: HttpContext) {
    const { ids } = await ctx.request.validateUsing(peopleValidator)
    const count = await closeFor(actorContext(ctx), ids)
    return done(ctx, { message: `${count} 人已转入结果库` })
  }

  async object(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(objectionValidator)
    await moveToObjection(actorContext(ctx), Number(ctx.params.id), reason)
    return done(ctx, { message: '已转入异议库，请在评审异议人员管理中办理' })
  }
}

const storeOf = ({ request }: HttpContext): Store => {
  const asked = String(request.input('store', ''))
  return Object.hasOwn(STORES, asked) ? (asked as Store) : 'in_publicity'
}
