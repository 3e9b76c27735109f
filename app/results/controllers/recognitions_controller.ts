import type { HttpContext } from '@adonisjs/core/http'
import { currentRuleset } from '#batches/queries/rulesets'
import { mayRecognize, recordRecognition, withdrawRecognition } from '#results/actions/recognitions'
import {
  RECOGNITION_COLUMNS,
  RECOGNITION_FILTERS,
  listRecognitions,
  recognitionQuery,
} from '#results/queries/list_recognitions'
import { exportName } from '#results/queries/people_columns'
import { recognitionValidator, withdrawValidator } from '#results/validators/results'
import { actorContext } from '#web/actor'
import { everyRow, xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** 注册类工程师考核认定结果管理, for the bodies the rules name (HN-31). */
export default class RecognitionsController {
  async index(ctx: HttpContext) {
    const label = await labelFor(ctx)
    const filters = filtersOf(ctx.request, RECOGNITION_FILTERS)
    return page(ctx.inertia, 'office/recognitions/index', {
      label,
      filters,
      recognitions: await listRecognitions(ctx.actor!, filters, pageOf(ctx.request)),
    })
  }

  async export(ctx: HttpContext) {
    const label = await labelFor(ctx)
    const filters = filtersOf(ctx.request, RECOGNITION_FILTERS)
    return xlsxReply(ctx, {
      name: exportName(label),
      columns: RECOGNITION_COLUMNS,
      rows: everyRow<Record<string, any>>(recognitionQuery(ctx.actor!, filters) as never),
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(recognitionValidator)
    await recordRecognition(actorContext(ctx), input)
    return done(ctx, { message: `已录入${input.name}的认定结果` })
  }

  async withdraw(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(withdrawValidator)
    await withdrawRecognition(actorContext(ctx), Number(ctx.params.id), input)
    return done(ctx, { message: '已撤回' })
  }
}

/** The page's name in the rules; who has not the right finds no page. */
async function labelFor({ actor }: HttpContext): Promise<string> {
  const { ruleset } = await currentRuleset()
  if (!ruleset.results.recognition || !(await mayRecognize(actor!)))
    throw new NotFound('没有这个页面。')
  return ruleset.results.recognition.label
}
