import type { HttpContext } from '@adonisjs/core/http'
import { decideChange, proposeChange } from '#certificates/changes/changes'
import { CHANGE_FILTERS, listChanges } from '#certificates/changes/list_changes'
import {
  changeDecisionValidator,
  correctionValidator,
  reasonValidator,
} from '#certificates/validators/certificates'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { done } from '#web/reply'

const WORDS = { revoke: '撤销', reissue: '换发', correct: '更正' }

/** 撤销、换发、更正: asked for by one person, agreed to by another (HU-65). */
export default class ChangesController {
  async index({ inertia, request, actor }: HttpContext) {
    const tab = request.input('tab') === 'done' ? 'done' : 'waiting'
    const filters = filtersOf(request, CHANGE_FILTERS)
    return page(inertia, 'office/certificates/changes', {
      tab,
      filters,
      changes: await listChanges(actor!, tab === 'done', filters, pageOf(request)),
    })
  }

  async revoke(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonValidator)
    return this.#propose(ctx, { kind: 'revoke', reason })
  }

  async reissue(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonValidator)
    return this.#propose(ctx, { kind: 'reissue', reason })
  }

  async correct(ctx: HttpContext) {
    const { reason, ...corrections } = await ctx.request.validateUsing(correctionValidator)
    return this.#propose(ctx, { kind: 'correct', reason, corrections })
  }

  async #propose(ctx: HttpContext, input: Parameters<typeof proposeChange>[2]) {
    const { waits, jobId } = await proposeChange(actorContext(ctx), Number(ctx.params.id), input)
    if (waits) return done(ctx, { message: `${WORDS[input.kind]}已提交，由另一人复核同意后执行` })
    return done(
      ctx,
      jobId
        ? { message: '正在生成新证书', to: `/jobs/${jobId}` }
        : { message: '证书已撤销，核验页即时显示' }
    )
  }

  async decide(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(changeDecisionValidator)
    const { jobId } = await decideChange(actorContext(ctx), Number(ctx.params.id), input)
    if (input.decision === 'refuse') return done(ctx, { message: '已退回，证书不变' })
    return done(
      ctx,
      jobId
        ? { message: '已同意，正在生成新证书', to: `/jobs/${jobId}` }
        : { message: '已同意，证书已撤销，核验页即时显示' }
    )
  }
}
