import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { atLeast, type Ratio } from '#bench/ratio'
import { answers, rateOf, serve } from '#bench/work_list/rival'
import Application from '#applications/models/application'
import requestCertificates from '#certificates/actions/request_certificates'
import Certificate from '#certificates/models/certificate'
import { endRendering } from '#certificates/rendering/render_document'
import { certificateByCode } from '#certificates/verification/find_certificate'
import { runJobs } from '#jobs/run_jobs'
import { crowdOfNumbered, generatorOf } from '#tests/helpers/numbered'
import { dropTestTenants, inProvince, tenantOf } from '#tests/helpers/tenants'

import '#start/jobs'

const ROUNDS = 3
const SECONDS = 4
const PROVINCE = 'hunan'

/** Our verification page as JSON, against a stock route of the framework with the same statement by the bare driver. */
export async function run(): Promise<Ratio[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhicheng-verify-'))
  const servers: { kill(signal: 'SIGTERM'): boolean }[] = []
  try {
    const tenant = await tenantOf(PROVINCE)
    const { code, seen } = await inProvince(PROVINCE, issued)
    const file = join(folder, 'statements.json')
    await writeFile(file, JSON.stringify(seen), { mode: 0o600 })
    const port = Number(process.env.PORT)
    servers.push(
      serve('bin/server.ts', { PORT: String(port + 1) }),
      serve('bench/stock/server.ts', {
        PORT: String(port + 2),
        STOCK_SQL: file,
        STOCK_DATABASE: tenant.database,
        STOCK_USER: tenant.login.user,
        STOCK_PASSWORD: tenant.login.password,
      })
    )
    const own = `http://127.0.0.1:${port + 1}`
    const stock = `http://127.0.0.1:${port + 2}`
    await Promise.all([answers(`${own}/health`), answers(`${stock}/bare`)])
    const ours = {
      name: 'ours',
      url: `${own}/c/${code}`,
      headers: {
        'host': `${tenant.slug}.localhost`,
        'accept': 'application/json',
        'x-inertia': 'true',
        'x-inertia-version': '1',
      },
    }
    // another version of the pages is refused: that of the build is taken from the refusal
    ours.headers['x-inertia-version'] = await versionOf(ours)
    const theirs = {
      name: 'stock',
      url: `${stock}/public`,
      headers: { accept: 'application/json' },
    }
    const rates = { ours: [] as number[], theirs: [] as number[] }
    for (const route of [ours, theirs]) await rateOf(route, 2)
    for (let round = 0; round < ROUNDS; round++) {
      rates.ours.push(await rateOf(ours, SECONDS))
      rates.theirs.push(await rateOf(theirs, SECONDS))
    }
    return [
      atLeast(0.7, {
        name: 'verification page, against a stock route with the same statements by bare mysql2',
        unit: 'requests/s',
        ours: middle(rates.ours),
        theirs: middle(rates.theirs),
      }),
    ]
  } finally {
    for (const server of servers) server.kill('SIGTERM')
    endRendering()
    await rm(folder, { recursive: true, force: true })
    await dropTestTenants()
  }
}

const versionOf = ({ url, headers }: { url: string; headers: Record<string, string> }) =>
  new Promise<string>((resolve, reject) => {
    http
      .get(url, { headers }, async (reply) => {
        let text = ''
        for await (const part of reply) text += part
        resolve(JSON.parse(text).version)
      })
      .on('error', reject)
  })

const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]

/** One certificate, and the statements its page asks. */
async function issued() {
  const crowd = await crowdOfNumbered(1)
  const ctx = await generatorOf(await Application.findOrFail(crowd[0]))
  await requestCertificates(ctx, { applicationIds: crowd })
  await runJobs()
  const { verificationCode: code } = await Certificate.findByOrFail('applicationId', crowd[0])
  const knex = db.connection().getReadClient() as unknown as {
    on(event: string, listen: (query: { sql: string; bindings: unknown[] }) => void): void
    removeListener(event: string, listen: unknown): void
  }
  const seen: { sql: string; bindings: unknown[] }[] = []
  const listen = ({ sql, bindings }: { sql: string; bindings: unknown[] }) =>
    void seen.push({ sql, bindings })
  knex.on('query', listen)
  await certificateByCode(code)
  knex.removeListener('query', listen)
  return { code, seen }
}
