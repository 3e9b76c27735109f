import { defineJob } from '#jobs/define_job'
import { deliver } from '#notifications/actions/deliver'

defineJob<{ deliveryId: number }>({
  kind: 'notifications.deliver',
  handle: ({ ctx, payload }) => deliver(ctx, payload.deliveryId),
})
