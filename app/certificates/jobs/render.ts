import issueCertificate, { type Issued } from '#certificates/actions/issue_certificate'
import { defineJob } from '#jobs/define_job'

/** One is rendered while another is signed and a third written. */
const AT_ONCE = 3
/** Progress is told this often, in documents. */
const STEP = 5

defineJob<{ certificateIds: number[] }>({
  kind: 'certificates.render',
  async handle({ payload: { certificateIds }, ctx, progress }) {
    const failures: { label: string; reason: string }[] = []
    let next = 0
    let done = 0
    const work = async () => {
      while (next < certificateIds.length) {
        const issued: Issued = await issueCertificate(ctx, certificateIds[next++])
        if (!issued.ok) failures.push({ label: `证书编号 ${issued.number}`, reason: issued.reason })
        done++
        if (done % STEP === 0) await progress(done, { failed: failures.length })
      }
    }
    // the first error ends all of them: nothing runs on after the job was given up
    const running = Array.from({ length: AT_ONCE }, () =>
      work().catch((error) => {
        next = certificateIds.length
        throw error
      })
    )
    const ended = await Promise.allSettled(running)
    const broken = ended.find(({ status }) => status === 'rejected')
    if (broken) throw (broken as PromiseRejectedResult).reason
    await progress(done, { failed: failures.length })
    return {
      message:
        failures.length === 0
          ? `已生成 ${done} 份文件。`
          : `已生成 ${done - failures.length} 份文件，${failures.length} 份未能生成。`,
      to: '/generate-certificates?generated=yes',
      failures: failures.slice(0, 200),
    }
  },
})
