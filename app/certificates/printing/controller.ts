import type { HttpContext } from '@adonisjs/core/http'
import { currentRuleset } from '#batches/queries/rulesets'
import { PRINT_FILTERS, listPrintable } from '#certificates/printing/list_printable'
import { CROSS } from '#certificates/printing/paper_template'
import {
  MOST_SHEETS,
  printSheets,
  recordPrints,
  testPage,
} from '#certificates/printing/print_sheets'
import { listPrinters, removePrinter, savePrinter } from '#certificates/printing/printers'
import { printerValidator, printsValidator } from '#certificates/printing/validators'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, idOf, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** 纸质证书打印: on pre-printed stock, from the browser, without a client program (HN-41…43). */
export default class PrintingController {
  async index({ inertia, request, actor }: HttpContext) {
    const paper = await currentPaper()
    const filters = filtersOf(request, PRINT_FILTERS)
    return page(inertia, 'office/certificates/paper', {
      paper: { label: paper.label, width: paper.width, height: paper.height, feed: paper.feed },
      filters,
      certificates: await listPrintable(actor!, filters, pageOf(request)),
      printers: await listPrinters(actor!),
      cross: CROSS,
      most: MOST_SHEETS,
    })
  }

  async help({ inertia }: HttpContext) {
    const { label, width, height, feed } = await currentPaper()
    return page(inertia, 'office/certificates/paper_help', {
      paper: { label, width, height, feed },
      cross: CROSS,
    })
  }

  /** The sheets as a PDF of the stock's size. */
  async sheets(ctx: HttpContext) {
    const ids = String(ctx.request.input('ids', ''))
      .split(',')
      .map(Number)
      .filter((id) => Number.isSafeInteger(id) && id > 0)
    const printer = idOf(ctx.request, 'printer') || null
    return pdf(ctx, await printSheets(actorContext(ctx), ids, printer))
  }

  async testPage(ctx: HttpContext) {
    const printer = idOf(ctx.request, 'printer') || null
    return pdf(ctx, await testPage(actorContext(ctx), await currentPaper(), printer))
  }

  async printed(ctx: HttpContext) {
    const { ids, printerId } = await ctx.request.validateUsing(printsValidator)
    const count = await recordPrints(actorContext(ctx), ids, printerId ?? null)
    return done(ctx, { message: `已登记 ${count} 张纸质证书` })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(printerValidator)
    await savePrinter(actorContext(ctx), input)
    return done(ctx, { message: withDoubt('打印机已添加，请打印测试页核对', input) })
  }

  async update(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(printerValidator)
    await savePrinter(actorContext(ctx), input, Number(ctx.params.id))
    return done(ctx, { message: withDoubt('偏移已保存', input) })
  }

  async destroy(ctx: HttpContext) {
    await removePrinter(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '打印机已删除' })
  }
}

/** More than a tray gives; the sheet or its scale was wrong when it was measured. */
const DOUBTFUL = 10

const withDoubt = (message: string, { dx, dy }: { dx: number; dy: number }) =>
  Math.abs(dx) > DOUBTFUL || Math.abs(dy) > DOUBTFUL
    ? `${message}；偏移超过 ${DOUBTFUL} 毫米，请确认纸放得对、缩放是“实际大小”，再打一张测试页`
    : message

async function currentPaper() {
  const { paper } = (await currentRuleset()).ruleset.certificates
  if (!paper) throw new NotFound('本省的规则没有纸质证书版式。')
  return paper
}

function pdf({ response }: HttpContext, bytes: Buffer) {
  response.header('content-type', 'application/pdf')
  response.header('cache-control', 'private, no-store')
  response.header('content-disposition', "inline; filename*=UTF-8''paper.pdf")
  return response.send(bytes)
}
