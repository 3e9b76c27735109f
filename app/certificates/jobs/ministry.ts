import { sendBatch } from '#certificates/ministry/report'
import { defineJob } from '#jobs/define_job'

defineJob<{ batch: string }>({
  kind: 'certificates.ministry',
  async handle({ payload: { batch }, ctx, progress }) {
    const { accepted, rejected, isTrial } = await sendBatch(ctx, batch, (done, failed) =>
      progress(done, { failed })
    )
    const by = isTrial ? '（演示通道，未发往外部）' : ''
    return {
      message: `收到回执 ${accepted} 份${rejected > 0 ? `，退回 ${rejected} 份` : ''}${by}`,
      to: `/ministry-reports?tab=${rejected > 0 ? 'rejected' : 'accepted'}`,
    }
  },
})
