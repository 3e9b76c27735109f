import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { bareRival } from '#bench/certificates/bare'
import { chromiumRival, median } from '#bench/certificates/chromium'
import { usedBy } from '#bench/certificates/usage'
import { atLeast, type Ratio } from '#bench/ratio'
import Application from '#applications/models/application'
import requestCertificates from '#certificates/actions/request_certificates'
import { endRendering } from '#certificates/rendering/render_document'
import { currentSigner } from '#certificates/signing/signer'
import { currentRuleset } from '#batches/queries/rulesets'
import { runJob } from '#jobs/run_job'
import { crowdOfNumbered, generatorOf } from '#tests/helpers/numbered'
import { dropTestTenants, inProvince } from '#tests/helpers/tenants'

import '#start/jobs'

const ROUNDS = 5
const A_ROUND = 150
const CHROMIUM_A_ROUND = 10

interface Rate {
  /** pieces a second of one core, over all processes that took part */
  perCore: number
  perSecond: number
  cores: number
}

/**
 * The whole way of a certificate by its job: read, set in the child, signed, stored, certified. Against an unsigned one
 * of headless Chromium, and against compiler, signing library and a written file, called straight. What counts is
 * certificates a second of one core: ours counts worker, child and database, Chromium all its processes.
 */
export async function run(): Promise<Ratio[]> {
  const rival = await chromiumRival()
  const folder = await mkdtemp(join(tmpdir(), 'zhicheng-signed-'))
  try {
    return await inProvince('hunan', async () => {
      const crowd = await crowdOfNumbered((ROUNDS + 1) * A_ROUND)
      const ctx = await generatorOf(await Application.findOrFail(crowd[0]))
      const signer = await currentSigner()
      const { ruleset, templates } = await currentRuleset()
      const make = await bareRival(templates[ruleset.certificates.template].source, signer, folder)
      const database = await databasePid()
      const used = () => usedBy(process.pid) + (database ? usedBy(database) : 0)
      const measured = async (count: number, work: () => Promise<void>): Promise<Rate> => {
        const [since, before] = [performance.now(), used()]
        await work()
        const [seconds, spent] = [(performance.now() - since) / 1000, used() - before]
        return { perCore: count / spent, perSecond: count / seconds, cores: spent / seconds }
      }
      let n = 0
      const many = (work: (n: number) => Promise<void>, count: number) =>
        measured(count, async () => {
          for (let done = 0; done < count; done++) await work(++n)
        })
      const ours = async () => {
        const { jobId } = await requestCertificates(ctx, {
          applicationIds: crowd.splice(0, A_ROUND),
        })
        const rate = await measured(A_ROUND, async () => void (await runJob(jobId)))
        const job = await db.from('jobs').where('id', jobId).firstOrFail()
        if (job.status !== 'done' || job.failed > 0) throw new Error(`job ${job.status}`)
        return rate
      }
      const bare = () => many(make, A_ROUND)
      const chromium = () => many(rival.make, CHROMIUM_A_ROUND)
      await ours()
      await bare()
      await chromium()
      const rates = { ours: [] as Rate[], bare: [] as Rate[], chromium: [] as Rate[] }
      for (let round = 0; round < ROUNDS; round++) {
        rates.ours.push(await ours())
        rates.bare.push(await bare())
        rates.chromium.push(await chromium())
      }
      for (const [name, each] of Object.entries(rates))
        console.log(
          `${name}: ${middle(each, 'perSecond')} /s by the clock, on ${middle(each, 'cores')} cores`
        )
      const perCore = (each: Rate[]) => median(each.map((rate) => rate.perCore))
      const shared = { unit: '/s of a core', ours: perCore(rates.ours) }
      return [
        atLeast(20, {
          ...shared,
          name: 'certificates signed and stored, against unsigned ones of headless Chromium',
          theirs: perCore(rates.chromium),
        }),
        atLeast(0.8, {
          ...shared,
          name: 'certificates signed and stored, against bare renderer and bare signer',
          theirs: perCore(rates.bare),
        }),
      ]
    })
  } finally {
    endRendering()
    await rival.close()
    await rm(folder, { recursive: true, force: true })
    await dropTestTenants()
  }
}

const middle = (rates: Rate[], key: keyof Rate) => median(rates.map((rate) => rate[key])).toFixed(1)

/** The server's process where it runs on this machine. */
async function databasePid(): Promise<number | null> {
  const [[{ file }]] = await db.rawQuery('select @@pid_file as file')
  const pid = await readFile(file, 'utf8').catch(() => null)
  if (!pid) console.log('the database is elsewhere: its work is not counted')
  return pid ? Number(pid) : null
}
