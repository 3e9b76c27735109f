import { rm } from 'node:fs/promises'
import db from '@adonisjs/lucid/services/db'
import { atLeast, atMost, type Ratio } from '#bench/ratio'
import { ID_NUMBER, LOGIN, benchTenant, endBenchTenant } from '#bench/work_list/seed'
import { rivalRoutes } from '#bench/work_list/rival'
import { currentRuleset } from '#batches/queries/rulesets'
import { countWork, listWork } from '#approvals/queries/list_work'
import { actorOfAccount } from '#identity/actor_of_account'
import Account from '#identity/models/account'
import { connectionNameOf, runInTenant, type TenantInfo } from '#tenancy/context'

const SMALL = 10_000
const LARGE = Number(process.env.BENCH_APPLICATIONS ?? 1_000_000)
const REPEATS = 15
const PAGE = { page: 1, pageSize: 20, sort: null }

/** HB-10, each filter by itself; values that many, some or one of the cases have. */
const FILTERS: Record<string, string> = {
  category: 'health',
  series: '04',
  specialty: '0107',
  title: '0102',
  level: 'senior_full',
  mode: 'exceptional',
  evaluationMethod: 'entrusted',
  idNumber: ID_NUMBER,
  name: '王伟芳',
  unit: '单位000007',
  committee: '评审委员会',
  region: '130007',
  department: '办公室',
  x_highestEducation: '博士研究生',
  x_school: '大学17',
  x_firstEducation: '大学本科',
  x_presentTitle: '讲师',
  x_presentLevel: '中级',
  x_presentYears: '5',
  x_specialExperience: '援藏援疆',
  x_entrusted: '是',
  x_major: '专业21',
}

/** The page of a desk at ten thousand and at a million applications, and the signed-in route against a stock one. */
export async function run(): Promise<Ratio[]> {
  try {
    const small = await seeded('bench-small', SMALL)
    const large = await seeded('bench-large', LARGE)
    const page = await compared(small, large, {})
    console.log('\nthe page of the desk, ms (median) at', SMALL, 'and', LARGE)
    console.log(`  ${'without filter'.padEnd(22)} ${ms(page.small)} ${ms(page.large)}`)
    const ratios: number[] = []
    const all = { small: 0, large: 0 }
    for (const [name, value] of Object.entries(FILTERS)) {
      const one = await compared(small, large, { [name]: value })
      console.log(
        `  ${name.padEnd(22)} ${ms(one.small)} ${ms(one.large)}  ${(one.large / one.small).toFixed(2)}`
      )
      ratios.push(one.large / one.small)
      all.small += one.small
      all.large += one.large
    }
    await explained(large)
    return [
      atMost(1.5, {
        name: `work list, page of 20: ${LARGE} applications against ${SMALL}`,
        unit: 'ms',
        ours: page.large,
        theirs: page.small,
      }),
      atMost(1.5, {
        name: `work list, mean over the filters of HB-10: ${LARGE} against ${SMALL}`,
        unit: 'ms',
        ours: all.large / ratios.length,
        theirs: all.small / ratios.length,
      }),
      ...(await signedIn(small)),
    ]
  } finally {
    for (const slug of ['bench-small', 'bench-large']) await endBenchTenant(slug).catch(() => {})
  }
}

const ms = (value: number) => value.toFixed(1).padStart(8)

async function seeded(slug: string, count: number) {
  const since = Date.now()
  const tenant = await benchTenant(slug, count)
  console.log(`${slug}: ${count} applications in ${((Date.now() - since) / 1000).toFixed(1)} s`)
  return tenant
}

const onDesk = <T>(
  tenant: TenantInfo,
  work: (actor: Awaited<ReturnType<typeof actorOfAccount>>) => Promise<T>
) =>
  runInTenant(tenant, async () =>
    work(await actorOfAccount(await Account.findByOrFail('login', LOGIN)))
  )

async function once(tenant: TenantInfo, filters: Record<string, string>) {
  return onDesk(tenant, async (actor) => {
    const { searches } = (await currentRuleset()).ruleset.approvals
    const since = performance.now()
    const [work] = await Promise.all([
      listWork(actor, { desk: 'review', tab: 'open', filters, searches }, PAGE),
      countWork(actor, 'review'),
    ])
    const took = performance.now() - since
    if (work.data.length === 0) throw new Error(`nothing found by ${JSON.stringify(filters)}`)
    return took
  })
}

/** Rounds alternate, so that what else the machine does falls on both alike; the middle one counts. */
async function compared(small: TenantInfo, large: TenantInfo, filters: Record<string, string>) {
  const times = { small: [] as number[], large: [] as number[] }
  for (let warm = 0; warm < 2; warm++) for (const one of [small, large]) await once(one, filters)
  for (let round = 0; round < REPEATS; round++) {
    times.small.push(await once(small, filters))
    times.large.push(await once(large, filters))
  }
  return { small: median(times.small), large: median(times.large) }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** Statements of one call with their values. */
async function statements(tenant: TenantInfo, work: () => Promise<unknown>) {
  const knex = runInTenant(tenant, () => db.connection().getReadClient()) as unknown as {
    on(event: string, listen: (query: { sql: string; bindings: unknown[] }) => void): void
    removeListener(event: string, listen: unknown): void
  }
  const seen: { sql: string; bindings: unknown[] }[] = []
  const listen = ({ sql, bindings }: { sql: string; bindings: unknown[] }) =>
    void seen.push({ sql, bindings })
  knex.on('query', listen)
  await work()
  knex.removeListener('query', listen)
  return seen
}

async function explained(tenant: TenantInfo) {
  console.log(`\nplans in ${connectionNameOf(tenant)}`)
  for (const filters of [{}, { level: 'senior_full' }, { x_school: '大学17' }, { name: '王伟芳' }])
    await onDesk(tenant, async (actor) => {
      const { searches } = (await currentRuleset()).ruleset.approvals
      const asked = { desk: 'review' as const, tab: 'open' as const, filters, searches }
      const seen = await statements(tenant, () => listWork(actor, asked, PAGE))
      const page = seen.find(({ sql }) => sql.includes('order by `w`.`id`'))
      if (!page) return
      const [rows] = await db.rawQuery(`explain ${page.sql}`, page.bindings as never)
      console.log(`  ${JSON.stringify(filters)}`)
      for (const row of rows)
        console.log(
          `    ${String(row.table).padEnd(18)} ${String(row.type).padEnd(8)} ${row.key ?? '-'}  rows ${row.rows}  ${row.Extra ?? ''}`
        )
    })
}

async function signedIn(tenant: TenantInfo): Promise<Ratio[]> {
  const sql = await onDesk(tenant, async (actor) => {
    const { searches } = (await currentRuleset()).ruleset.approvals
    return statements(tenant, () =>
      listWork(actor, { desk: 'review', tab: 'open', filters: {}, searches }, PAGE)
    )
  })
  const rates = await rivalRoutes(tenant, LOGIN, sql)
  console.log('\nwhere the stock stack spends its time (one process)')
  for (const { name, rate } of rates.profile)
    console.log(
      `  ${name.padEnd(44)} ${rate.toFixed(0).padStart(7)} requests/s ${(1e6 / rate).toFixed(0).padStart(6)} µs`
    )
  await rm(rates.folder, { recursive: true, force: true })
  return [
    atLeast(0.7, {
      name: 'signed-in list as JSON, 20 of 10,000, against stock session, auth and shield with bare mysql2',
      unit: 'requests/s',
      ours: rates.ours,
      theirs: rates.theirs,
    }),
  ]
}
