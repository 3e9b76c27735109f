import type { HttpContext } from '@adonisjs/core/http'
import { currentRuleset } from '#batches/queries/rulesets'
import { officeMeeting } from '#evaluations/actions/meetings'
import { sendFile } from '#files/send_file'
import { storeUpload } from '#files/store_file'
import {
  applyForFiling,
  decideFiling,
  decideFilingLater,
  type FilingDecision,
} from '#results/actions/filings'
import {
  FILING_FILTERS,
  filingFile,
  filingPeople,
  filingPeopleQuery,
  listFilings,
  meetingsToFile,
} from '#results/queries/list_filings'
import { RESULT_COLUMNS, exportName } from '#results/queries/people_columns'
import { filingDecisionValidator, filingValidator } from '#results/validators/results'
import { actorContext, today } from '#web/actor'
import { everyRow, xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** 评审结果备案: asked for by the committee's office, decided by the body the rules name. */
export default class FilingsController {
  async index({ inertia, request, actor }: HttpContext) {
    const { ruleset } = await currentRuleset()
    if (!ruleset.results.filing.required) throw new NotFound('本省不需要备案。')
    const side = request.input('tab') === 'review' ? 'review' : 'own'
    const filters = filtersOf(request, FILING_FILTERS)
    return page(inertia, 'office/filings/index', {
      side,
      filters,
      words: ruleset.results.filing,
      meetings: await meetingsToFile(actor!),
      filings: await listFilings(actor!, side, filters, pageOf(request)),
    })
  }

  async store(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const input = await ctx.request.validateUsing(filingValidator)
    await officeMeeting(actor, input.meetingId)
    const upload = ctx.request.file('file')
    const file = upload
      ? await storeUpload(actor, upload, {
          purpose: 'filing',
          accept: ['pdf', 'jpg', 'png'],
          maxSizeKb: 20_480,
        })
      : null
    const { people, label } = await applyForFiling(actor, { ...input, fileId: file?.id })
    return done(ctx, { message: `${label}已提交，共 ${people} 人`, to: '/filings' })
  }

  async show(ctx: HttpContext) {
    const id = Number(ctx.params.id)
    const acting = actorContext(ctx)
    const { filing, words } = await filingFile(acting, id)
    return page(ctx.inertia, 'office/filings/show', {
      words,
      filing,
      day: today(acting),
      people: await filingPeople(id, pageOf(ctx.request)),
    })
  }

  async decide(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(filingDecisionValidator)
    const actor = actorContext(ctx)
    const id = Number(ctx.params.id)
    const jobId = await decideFilingLater(actor, id, input as FilingDecision)
    if (jobId) return done(ctx, { message: '人数较多，正在后台登记', to: `/jobs/${jobId}` })
    const count = await decideFiling(actor, id, input as FilingDecision)
    return done(ctx, {
      message: input.outcome === 'approved' ? `审核通过，${count} 人已备案` : '已登记审核不通过',
      to: '/filings?tab=review',
    })
  }

  async attachment(ctx: HttpContext) {
    const { file } = await filingFile(actorContext(ctx), Number(ctx.params.id))
    if (!file) throw new NotFound('没有附件。')
    return sendFile(ctx, file)
  }

  async export(ctx: HttpContext) {
    const id = Number(ctx.params.id)
    const { filing, words } = await filingFile(actorContext(ctx), id)
    return xlsxReply(ctx, {
      name: exportName(`${filing.meeting}${words.label}名单`),
      columns: RESULT_COLUMNS,
      rows: everyRow<Record<string, any>>(filingPeopleQuery(id) as never),
    })
  }
}
