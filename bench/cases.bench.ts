import db from '@adonisjs/lucid/services/db'
import { LOGIN, benchTenant, endBenchTenant } from '#bench/work_list/seed'
import { atMost, type Ratio } from '#bench/ratio'
import { caseRows } from '#approvals/queries/case_rows'
import type { CaseFilters } from '#approvals/queries/case_filters'
import { followedCases } from '#approvals/queries/followed_cases'
import { currentRuleset } from '#batches/queries/rulesets'
import { actorOfAccount } from '#identity/actor_of_account'
import Account from '#identity/models/account'
import { everyRowBy } from '#web/excel'
import { paged } from '#web/paging'
import { runInTenant, type TenantInfo } from '#tenancy/context'

const SMALL = 10_000
const LARGE = Number(process.env.BENCH_APPLICATIONS ?? 1_000_000)
const REPEATS = 11
const PAGE = { page: 1, pageSize: 20, sort: null }
const COUNTED = 1000
const PIECE = 5_000

const ASKED: Record<string, { of: 'below' | 'passed'; filters: CaseFilters }> = {
  'below, this year': { of: 'below', filters: { year: '2026' } },
  'passed, this year': { of: 'passed', filters: { year: '2026' } },
  'below, held': { of: 'below', filters: { stage: 'on_hold' } },
  'below, one specialty': { of: 'below', filters: { specialty: '0107' } },
  'passed, one name': { of: 'passed', filters: { name: '王伟芳' } },
}

/** 今年申报材料 of the highest body, and how an export's last piece compares with its first. */
export async function run(): Promise<Ratio[]> {
  const small = await benchTenant('bench-small', SMALL)
  const large = await benchTenant('bench-large', LARGE)
  try {
    const all = { small: 0, large: 0 }
    for (const [name, asked] of Object.entries(ASKED)) {
      const times = { small: [] as number[], large: [] as number[] }
      for (let round = -2; round < REPEATS; round++)
        for (const [size, tenant] of Object.entries({ small, large })) {
          const took = await once(tenant, asked)
          if (round >= 0) times[size as keyof typeof times].push(took)
        }
      await explained(large, name, asked)
      const middle = { small: median(times.small), large: median(times.large) }
      console.log(`    ${ms(middle.small)} at ${SMALL}, ${ms(middle.large)} at ${LARGE}`)
      all.small += middle.small
      all.large += middle.large
    }
    const count = Object.keys(ASKED).length
    return [
      atMost(1.5, {
        name: `followed cases, mean over ${count} questions: ${LARGE} against ${SMALL}`,
        unit: 'ms',
        ours: all.large / count,
        theirs: all.small / count,
      }),
      await pieces(large),
    ]
  } finally {
    for (const slug of ['bench-small', 'bench-large']) await endBenchTenant(slug).catch(() => {})
  }
}

const ms = (value: number) => `${value.toFixed(1)} ms`
const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]

const asOffice = <T>(
  tenant: TenantInfo,
  work: (
    actor: Awaited<ReturnType<typeof actorOfAccount>>,
    searches: Awaited<ReturnType<typeof currentRuleset>>['ruleset']['approvals']['searches']
  ) => Promise<T>
) =>
  runInTenant(tenant, async () =>
    work(
      await actorOfAccount(await Account.findByOrFail('login', LOGIN)),
      (await currentRuleset()).ruleset.approvals.searches
    )
  )

type One = (typeof ASKED)[string]

const once = (tenant: TenantInfo, asked: One) =>
  asOffice(tenant, async (actor, searches) => {
    const since = performance.now()
    const { query } = await followedCases(actor, asked, searches)
    const found = await paged<{ id: number }>(
      query.select('a.id').orderBy('a.id', 'desc') as never,
      PAGE,
      COUNTED
    )
    await caseRows(found.data.map(({ id }) => id))
    return performance.now() - since
  })

const explained = (tenant: TenantInfo, name: string, asked: One) =>
  asOffice(tenant, async (actor, searches) => {
    const { query } = await followedCases(actor, asked, searches)
    const { sql, bindings } = query.select('a.id').orderBy('a.id', 'desc').limit(20).toSQL()
    const [rows] = await db.rawQuery(`explain ${sql}`, bindings as never)
    console.log(`  ${name}`)
    for (const row of rows)
      console.log(
        `    ${String(row.table).padEnd(18)} ${String(row.type).padEnd(8)} ${row.key ?? '-'}  rows ${row.rows}  ${row.Extra ?? ''}`
      )
  })

/** The first and the last rows of an export. */
const pieces = (tenant: TenantInfo) =>
  asOffice(tenant, async (actor, searches) => {
    const { query } = await followedCases(actor, { of: 'below', filters: {} }, searches)
    const times: number[] = []
    let count = 0
    let since = performance.now()
    for await (const row of everyRowBy<{ id: number }>(query.select('a.id') as never, 'a.id')) {
      if (row && ++count % PIECE === 0) {
        times.push(performance.now() - since)
        since = performance.now()
      }
    }
    return atMost(1.5, {
      name: `export, each ${PIECE} rows: the last of ${count} against the first`,
      unit: 'ms',
      ours: median(times.slice(-3)),
      theirs: median(times.slice(0, 3)),
    })
  })
