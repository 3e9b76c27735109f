import type { HttpContext } from '@adonisjs/core/http'
import { resend } from '#notifications/actions/deliver'
import { setEmail } from '#notifications/actions/set_email'
import { channelOf } from '#notifications/channels'
import { DELIVERY_FILTERS, listDeliveries } from '#notifications/queries/list_deliveries'
import { emailValidator } from '#notifications/validators'
import { MESSAGE_CHANNELS, type MessageChannel } from '#province/message_rules'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { done } from '#web/reply'

/** What became of messages by e-mail and SMS, and where a person wants them. */
export default class DeliveriesController {
  async index({ inertia, request }: HttpContext) {
    const filters = filtersOf(request, DELIVERY_FILTERS)
    return page(inertia, 'tenant_admin/messages/deliveries', {
      filters,
      channels: Object.entries(MESSAGE_CHANNELS).map(([value, label]) => {
        const { name, isTrial } = channelOf(value as MessageChannel)
        return { value, label, provider: name, isTrial }
      }),
      deliveries: await listDeliveries(filters, pageOf(request)),
    })
  }

  async resend(ctx: HttpContext) {
    await resend(Number(ctx.params.id))
    return done(ctx, { message: '已重新排队发送' })
  }

  async email(ctx: HttpContext) {
    const { email } = await ctx.request.validateUsing(emailValidator)
    await setEmail(actorContext(ctx), email ?? null)
    return done(ctx, { message: email ? '电子邮箱已登记' : '电子邮箱已取消' })
  }
}
