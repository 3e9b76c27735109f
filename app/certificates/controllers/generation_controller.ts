import type { HttpContext } from '@adonisjs/core/http'
import { currentRuleset } from '#batches/queries/rulesets'
import requestCertificates, { MOST_AT_ONCE } from '#certificates/actions/request_certificates'
import {
  CANDIDATE_FILTERS,
  candidateIds,
  candidateOptions,
  listCandidates,
} from '#certificates/queries/list_candidates'
import { generateValidator } from '#certificates/validators/certificates'
import { actorContext, type Actor } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { Refusal } from '#web/refusal'
import { done } from '#web/reply'

const CHOOSE_FIRST = { level: '申报级别', document: '发文文号', meeting: '评审会议' }

/** 生成电子证书: whose certificates this body makes, ticked or all that a query finds. */
export default class GenerationController {
  async index({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, CANDIDATE_FILTERS)
    const { ruleset } = await currentRuleset()
    const { chooseFirst, forms } = ruleset.certificates
    const [candidates, options] = await Promise.all([
      listCandidates(actor!, filters, pageOf(request)),
      candidateOptions(actor!),
    ])
    return page(inertia, 'office/certificates/generate', {
      candidates,
      filters,
      options,
      chooseFirst: { name: chooseFirst, label: CHOOSE_FIRST[chooseFirst] },
      forms: forms.map(({ label }) => label),
      mostAtOnce: MOST_AT_ONCE,
    })
  }

  async generate(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(generateValidator)
    const actor = actorContext(ctx)
    const applicationIds = input.all
      ? await this.#found(actor.actor, input.filters ?? {})
      : (input.applicationIds ?? [])
    if (applicationIds.length === 0)
      throw new Refusal('none', '没有可以生成证书的人员，请先勾选或调整查询条件。')
    const { requested, jobId } = await requestCertificates(actor, { applicationIds })
    return done(ctx, { message: `正在生成 ${requested} 人的电子证书`, to: `/jobs/${jobId}` })
  }

  async #found(actor: Actor, filters: Record<string, string | undefined>) {
    const { ruleset } = await currentRuleset()
    const first = ruleset.certificates.chooseFirst
    if (!filters[first])
      throw new Refusal('filter', `请先选择${CHOOSE_FIRST[first]}，查询后再批量生成。`)
    // one more than allowed, so that the action refuses instead of silently leaving people out
    return candidateIds(actor, filters, MOST_AT_ONCE + 1)
  }
}
