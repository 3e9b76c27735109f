import Application from '#applications/models/application'
import { assignNumber } from '#certificates/numbers/assign_number'
import { defineJob } from '#jobs/define_job'
import { Refusal } from '#web/refusal'

/** Numbers chosen applications one by one in the order given; those that have a number keep it. */
defineJob<{ ids: number[] }>({
  kind: 'certificates.number',
  async handle({ payload, ctx, progress }) {
    const failures: { label: string; reason: string }[] = []
    for (const [index, id] of payload.ids.entries()) {
      try {
        await assignNumber(ctx, id)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const code = (await Application.find(id))?.code
        failures.push({ label: code ?? String(id), reason: error.message })
      }
      await progress(index + 1, { failed: failures.length })
    }
    const done = payload.ids.length - failures.length
    return {
      message:
        failures.length === 0
          ? `已生成 ${done} 个证书编号`
          : `已生成 ${done} 个证书编号，${failures.length} 人未生成`,
      to: '/numbers?tab=numbered',
      failures,
    }
  },
})
