import type { HttpContext } from '@adonisjs/core/http'
import { sendFile } from '#files/send_file'
import * as evidence from '#results/actions/evidence'
import * as objections from '#results/actions/objections'
import { listObjections, objectionFile } from '#results/queries/list_objections'
import { decisionValidator, findingsValidator, opinionValidator } from '#results/validators/results'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { done } from '#web/reply'

/** The desk for what is said against results: taken up, looked into by one person, decided by another. */
/** Where the person is after the decision. */
const AFTER: Record<string, string> = {
  passed: '，转入评审通过人员库',
  in_publicity: '，公示未满，继续公示',
  reported: '，转回待公示人员',
  not_passed: '，转入评审未通过人员库',
}

export default class ObjectionsController {
  async index(ctx: HttpContext) {
    const filters = filtersOf(ctx.request, ['status', 'name', 'source'])
    return page(ctx.inertia, 'office/objections/index', {
      filters,
      objections: await listObjections(actorContext(ctx), filters, pageOf(ctx.request)),
    })
  }

  async show(ctx: HttpContext) {
    return page(ctx.inertia, 'office/objections/show', {
      maySeeCase: ctx.actor!.can('approvals.follow'),
      objection: await objectionFile(actorContext(ctx), Number(ctx.params.id)),
    })
  }

  async accept(ctx: HttpContext) {
    await objections.acceptLead(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '已受理，由您核查' })
  }

  async dismiss(ctx: HttpContext) {
    const { opinion } = await ctx.request.validateUsing(opinionValidator)
    await objections.dismissLead(actorContext(ctx), Number(ctx.params.id), opinion)
    return done(ctx, { message: '已登记不予受理' })
  }

  async check(ctx: HttpContext) {
    const { findings } = await ctx.request.validateUsing(findingsValidator)
    await objections.recordFindings(actorContext(ctx), Number(ctx.params.id), findings)
    return done(ctx, { message: '核查情况已登记，请本机构其他人员作出处理' })
  }

  async addFile(ctx: HttpContext) {
    const file = ctx.request.file('file')
    await evidence.addToFindings(actorContext(ctx), Number(ctx.params.id), file)
    return done(ctx, { message: '证明材料已上传' })
  }

  async file(ctx: HttpContext) {
    const { id, fileId } = ctx.params
    return sendFile(ctx, await evidence.evidenceFile(actorContext(ctx), Number(id), Number(fileId)))
  }

  async removeFile(ctx: HttpContext) {
    const { id, fileId } = ctx.params
    await evidence.removeFromFindings(actorContext(ctx), Number(id), Number(fileId))
    return done(ctx, { message: '证明材料已删除' })
  }

  async decide(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(decisionValidator)
    const stage = await objections.decideObjection(actorContext(ctx), Number(ctx.params.id), input)
    return done(ctx, {
      message: `已处理${AFTER[stage ?? ''] ?? ''}`,
    })
  }
}
