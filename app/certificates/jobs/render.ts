import { makeCertificates, type NotIssued } from '#certificates/actions/issue_certificates'
import Certificate from '#certificates/models/certificate'
import { defineJob } from '#jobs/define_job'

/** Read, made and certified together: few enough for memory and for who waits for a row of them. */
const CHUNK = 50

defineJob<{ certificateIds: number[] }>({
  kind: 'certificates.render',
  async handle({ payload: { certificateIds }, ctx, progress }) {
    const failures: NotIssued[] = []
    // what a killed run has made is not looked at again
    const open = await openOf(certificateIds)
    const before = certificateIds.length - open.length
    let keeping = Promise.resolve()
    try {
      for (let at = 0; at < open.length; at += CHUNK) {
        const ids = open.slice(at, at + CHUNK)
        const keep = await makeCertificates(ctx, ids)
        // stored while the next are set, one chunk after the other
        await keeping
        keeping = keep().then(async (refused) => {
          failures.push(...refused)
          await progress(before + at + ids.length, { failed: failures.length })
        })
        // thrown where it is awaited
        keeping.catch(() => undefined)
      }
    } finally {
      await keeping
    }
    const done = certificateIds.length
    await progress(done, { failed: failures.length })
    return {
      message:
        failures.length === 0
          ? `已生成 ${done} 份文件。`
          : `已生成 ${done - failures.length} 份文件，${failures.length} 份未能生成。`,
      to: '/generate-certificates?generated=yes',
      failures: failures
        .slice(0, 200)
        .map(({ number, reason }) => ({ label: `证书编号 ${number}`, reason })),
    }
  },
})

async function openOf(ids: number[]): Promise<number[]> {
  const rows = await Certificate.query()
    .whereIn('id', ids)
    .where('status', 'requested')
    .orderBy('id')
    .select('id')
  return rows.map(({ id }) => id)
}
