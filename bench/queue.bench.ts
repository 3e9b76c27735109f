import db from '@adonisjs/lucid/services/db'
import { atMost, type Ratio } from '#bench/ratio'
import Application from '#applications/models/application'
import requestCertificates, { MOST_AT_ONCE } from '#certificates/actions/request_certificates'
import { endRendering } from '#certificates/rendering/render_document'
import { runJob } from '#jobs/run_job'
import { crowdOfNumbered, generatorOf } from '#tests/helpers/numbered'
import { dropTestTenants, inProvince } from '#tests/helpers/tenants'

import '#start/jobs'

/** `BENCH_CERTIFICATES=100000` for the whole; the shape of the memory shows in fewer. */
const COUNT = Number(process.env.BENCH_CERTIFICATES ?? 2000)
const CROWD = Math.min(COUNT, MOST_AT_ONCE)
const SAMPLE = 10

const mebibytes = () => process.memoryUsage().rss / 1024 / 1024

/** Many certificates through their jobs: the process is as big at the end as after the first tenth, and all are made. */
export async function run(): Promise<Ratio[]> {
  try {
    return await inProvince('hunan', async () => {
      const sizes: number[] = []
      const since = performance.now()
      for (let made = 0; made < COUNT; made += CROWD) {
        const crowd = await crowdOfNumbered(Math.min(CROWD, COUNT - made))
        const ctx = await generatorOf(await Application.findOrFail(crowd[0]))
        for (let at = 0; at < crowd.length; at += crowd.length / SAMPLE) {
          const part = crowd.slice(Math.round(at), Math.round(at + crowd.length / SAMPLE))
          const { jobId } = await requestCertificates(ctx, { applicationIds: part })
          await runJob(jobId)
          sizes.push(mebibytes())
        }
      }
      const [{ issued }] = await db
        .from('certificates')
        .where('status', 'issued')
        .count('* as issued')
      if (Number(issued) < COUNT) throw new Error(`${issued} of ${COUNT} were made`)
      const seconds = (performance.now() - since) / 1000
      console.log(`${COUNT} certificates in ${seconds.toFixed(0)} s with their applications`)
      return [
        atMost(1.25, {
          name: `memory after ${COUNT.toLocaleString('en')} certificates, against after a tenth`,
          unit: 'MiB',
          ours: sizes.at(-1)!,
          theirs: sizes[Math.floor(sizes.length / 10)],
        }),
      ]
    })
  } finally {
    endRendering()
    await dropTestTenants()
  }
}
