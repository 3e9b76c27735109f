import type { HttpContext } from '@adonisjs/core/http'
import { ownApplication } from '#applications/actions/save_section'
import Batch from '#batches/models/batch'
import submit from '#approvals/actions/submit'
import apply from '#lifecycle/apply'
import { submitValidator } from '#approvals/validators/review'
import { actorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { done } from '#web/reply'

/** What the applicant does with a whole application. */
export default class SubmissionController {
  async submit(ctx: HttpContext) {
    const { pledgeVersion, version } = await ctx.request.validateUsing(submitValidator)
    const application = await submit(actorContext(ctx), {
      applicationId: Number(ctx.params.id),
      pledgeVersion,
      expectedVersion: version,
    })
    return done(ctx, {
      message: `已提交，现由${application.route[0].organizationName}审核`,
      to: `/apply/${application.id}`,
    })
  }

  async withdraw(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const application = await ownApplication(actor, Number(ctx.params.id))
    await apply(actor, { applicationId: application.id, command: { type: 'withdraw' } })
    return done(ctx, { message: '已撤回，可以修改后重新提交', to: `/apply/${application.id}` })
  }

  async discard(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const application = await ownApplication(actor, Number(ctx.params.id))
    await apply(actor, { applicationId: application.id, command: { type: 'discard' } })
    return done(ctx, { message: '申报已废弃', to: '/apply' })
  }

  /** A batch takes one application of a person: what was discarded is taken up again, with what was filled in. */
  async takeUp(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const application = await ownApplication(actor, Number(ctx.params.id))
    const batch = await Batch.findOrFail(application.batchId)
    if (batch.status !== 'open' || actor.now() > batch.closesAt)
      throw new Refusal('window', '本批次申报已截止，不能恢复填写。')
    await apply(actor, { applicationId: application.id, command: { type: 'take_up' } })
    return done(ctx, { message: '已恢复为草稿，可以继续填写', to: `/apply/${application.id}` })
  }
}
