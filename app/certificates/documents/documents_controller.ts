import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import * as documents from '#certificates/documents/documents'
import {
  DOCUMENT_FILTERS,
  documentFile,
  documentPeople,
  documentPeopleQuery,
  listCandidates,
  listDocuments,
  type DocumentTab,
} from '#certificates/documents/list_documents'
import * as takes from '#certificates/documents/validators'
import { sendFile } from '#files/send_file'
import { storeUpload } from '#files/store_file'
import { PEOPLE_FILTERS } from '#results/queries/list_people'
import { NUMBER_COLUMNS, exportName } from '#results/queries/people_columns'
import { actorContext } from '#web/actor'
import { everyRow, xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** 职称文件: made and reported by the issuing body, examined along the route of the rules. */
export default class DocumentsController {
  /** 职称文件管理 */
  index(ctx: HttpContext) {
    return this.#list(ctx, 'own')
  }

  /** 职称文件审查 */
  examination(ctx: HttpContext) {
    return this.#list(ctx, ctx.request.input('tab') === 'examined' ? 'examined' : 'examine')
  }

  async #list({ inertia, request, actor }: HttpContext, tab: DocumentTab) {
    await documents.wanted()
    const filters = filtersOf(request, DOCUMENT_FILTERS)
    return page(inertia, 'office/documents/index', {
      tab,
      filters,
      documents: await listDocuments(actor!, tab, filters, pageOf(request)),
    })
  }

  async show({ inertia, request, actor, params }: HttpContext) {
    const id = Number(params.id)
    const { document } = await documentFile(actor!, id)
    const filters = filtersOf(request, PEOPLE_FILTERS)
    return page(inertia, 'office/documents/show', {
      document,
      filters,
      people: await documentPeople(id, filters, pageOf(request)),
    })
  }

  /** 录入发文人员信息 */
  async candidates({ inertia, request, actor, params }: HttpContext) {
    const id = Number(params.id)
    const { document } = await documentFile(actor!, id)
    if (!document.isOwn || !['draft', 'returned'].includes(document.status)) throw new NotFound()
    const { level } = await db.from('documents').where('id', id).select('level').firstOrFail()
    const filters = filtersOf(request, PEOPLE_FILTERS)
    const { ruleset } = await currentRuleset()
    return page(inertia, 'office/documents/candidates', {
      document: { id, number: document.number, level: document.level },
      filters,
      series: ruleset.catalogue.series.map(({ code, name }) => ({ value: code, label: name })),
      people: await listCandidates(actor!, level, filters, pageOf(request)),
    })
  }

  async export(ctx: HttpContext) {
    const id = Number(ctx.params.id)
    const { document } = await documentFile(ctx.actor!, id)
    return xlsxReply(ctx, {
      name: exportName(`发文人员_${document.number}`),
      columns: NUMBER_COLUMNS,
      rows: everyRow<Record<string, any>>(documentPeopleQuery(id, {}) as never),
    })
  }

  async attachment(ctx: HttpContext) {
    const { file } = await documentFile(ctx.actor!, Number(ctx.params.id))
    if (!file) throw new NotFound('还没有上传红头文件首页。')
    return sendFile(ctx, file)
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.documentValidator)
    const id = await documents.createDocument(actorContext(ctx), input)
    return done(ctx, { message: '发文文件已创建，请录入发文人员信息', to: `/documents/${id}` })
  }

  async update(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.documentChangeValidator)
    await documents.updateDocument(actorContext(ctx), Number(ctx.params.id), input)
    return done(ctx, { message: '已保存' })
  }

  async destroy(ctx: HttpContext) {
    await documents.removeDocument(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '已删除', to: '/documents' })
  }

  async addPeople(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.addPeopleValidator)
    const id = Number(ctx.params.id)
    const count = await documents.addPeople(actorContext(ctx), id, input)
    return done(ctx, { message: `已录入 ${count} 人`, to: `/documents/${id}` })
  }

  async removePeople(ctx: HttpContext) {
    const { ids } = await ctx.request.validateUsing(takes.removePeopleValidator)
    const count = await documents.removePeople(actorContext(ctx), Number(ctx.params.id), ids)
    return done(ctx, { message: `已移出 ${count} 人` })
  }

  async issue(ctx: HttpContext) {
    const count = await documents.issueDocument(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: `已确定发文，共 ${count} 人，请查看无误后上报` })
  }

  async reopen(ctx: HttpContext) {
    await documents.reopenDocument(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '已退回草稿，可以修改' })
  }

  async report(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const id = Number(ctx.params.id)
    const { document } = await documentFile(actor.actor, id)
    if (!document.isOwn) throw new NotFound('没有这份职称文件。')
    const upload = ctx.request.file('file')
    const file = upload
      ? await storeUpload(actor, upload, {
          purpose: 'document',
          accept: ['pdf', 'jpg', 'png'],
          maxSizeKb: 20_480,
        })
      : null
    const { examiner } = await documents.reportDocument(actor, id, file?.id ?? null)
    return done(ctx, {
      message: examiner
        ? `已上报，由${examiner.organizationName}审查`
        : '已上报，本机构即为审查机构，文件生效',
    })
  }

  async examine(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.examinationValidator)
    const { status, next } = await documents.examineDocument(
      actorContext(ctx),
      Number(ctx.params.id),
      input
    )
    const message =
      status === 'returned'
        ? '已退回发文机构'
        : next
          ? `已通过，转${next.organizationName}审查`
          : '审查通过，文件生效'
    return done(ctx, { message, to: '/documents/examination' })
  }
}
