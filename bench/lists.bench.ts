import { LOGIN, benchTenant, endBenchTenant } from '#bench/work_list/seed'
import { NAME, fillResults, someUnit } from '#bench/work_list/results'
import { atMost, type Ratio } from '#bench/ratio'
import { actionsSeen, entriesOf } from '#audit/queries/list_entries'
import { listReports } from '#certificates/ministry/list_reports'
import { listNumbers } from '#certificates/numbers/list_numbers'
import { listPrintable } from '#certificates/printing/list_printable'
import { candidateOptions, listCandidates } from '#certificates/queries/list_candidates'
import { listCertificates } from '#certificates/queries/list_certificates'
import { transferable } from '#committees/transfer/query'
import { actorOfAccount } from '#identity/actor_of_account'
import Account from '#identity/models/account'
import { countStores, listPeople } from '#results/queries/list_people'
import { runInTenant, type TenantInfo } from '#tenancy/context'
import type { Actor } from '#web/actor'
import { paged } from '#web/paging'

const SMALL = 10_000
const LARGE = Number(process.env.BENCH_APPLICATIONS ?? 1_000_000)
const REPEATS = 7
const PAGE = { page: 1, pageSize: 20, sort: null }

/** Whose page, and what it asks of the database. */
const LISTS: Record<string, { login?: string; ask: (actor: Actor) => Promise<unknown> }> = {
  'certificates': { ask: (actor) => listCertificates(actor, {}, PAGE) },
  'certificates, a name': { ask: (actor) => listCertificates(actor, { name: NAME }, PAGE) },
  'certificates, a level': {
    ask: (actor) => listCertificates(actor, { level: 'senior_full' }, PAGE),
  },
  'certificates of a unit': {
    login: 'unit',
    ask: (actor) => listCertificates(actor, {}, PAGE),
  },
  'to generate': { ask: (actor) => listCandidates(actor, {}, PAGE) },
  'to generate, a name': { ask: (actor) => listCandidates(actor, { name: NAME }, PAGE) },
  'to generate, choices of the filters': { ask: (actor) => candidateOptions(actor) },
  'to number': { ask: (actor) => listNumbers(actor, 'waiting', {}, PAGE) },
  'numbered': { ask: (actor) => listNumbers(actor, 'numbered', {}, PAGE) },
  'to print': { ask: (actor) => listPrintable(actor, {}, PAGE) },
  'to report to the ministry': { ask: (actor) => listReports(actor, 'waiting', {}, PAGE) },
  'store of the passed': { ask: (actor) => listPeople(actor, { store: 'passed' }, {}, PAGE) },
  'counts of the stores': { ask: (actor) => countStores(actor) },
  'committee change': {
    ask: () => paged(transferable({}).orderBy('a.id', 'desc').select('a.id') as never, PAGE),
  },
  'audit log': { ask: () => paged(entriesOf({}), PAGE) },
  'audit log, an act': { ask: () => paged(entriesOf({ action: 'form.saved' }), PAGE) },
  'audit log, acts for the filter': { ask: () => actionsSeen() },
}

/**
 * First pages of the lists after the vote, of the body that has them all, at ten thousand and at a million; counts go to
 * ten thousand, which the small one does not have.
 */
export async function run(): Promise<Ratio[]> {
  const small = await benchTenant('bench-small', SMALL)
  const large = await benchTenant('bench-large', LARGE)
  try {
    for (const tenant of [small, large]) await runInTenant(tenant, () => fillResults(LOGIN))
    const all = { small: 0, large: 0 }
    for (const [name, list] of Object.entries(LISTS)) {
      const times = { small: [] as number[], large: [] as number[] }
      for (let round = -1; round < REPEATS; round++)
        for (const [size, tenant] of Object.entries({ small, large })) {
          const took = await once(tenant, list)
          if (round >= 0) times[size as keyof typeof times].push(took)
        }
      const [low, high] = [median(times.small), median(times.large)]
      console.log(
        `  ${name.padEnd(38)} ${low.toFixed(1).padStart(8)} ${high.toFixed(1).padStart(8)} ms  ${(high / low).toFixed(2)}`
      )
      all.small += low
      all.large += high
    }
    const count = Object.keys(LISTS).length
    return [
      atMost(5, {
        name: `lists after the vote, mean over ${count}: ${LARGE} applications against ${SMALL}`,
        unit: 'ms',
        ours: all.large / count,
        theirs: all.small / count,
      }),
    ]
  } finally {
    for (const slug of ['bench-small', 'bench-large']) await endBenchTenant(slug).catch(() => {})
  }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]

const once = (tenant: TenantInfo, { login, ask }: (typeof LISTS)[string]) =>
  runInTenant(tenant, async () => {
    const office = await actorOfAccount(await Account.findByOrFail('login', LOGIN))
    const { id } = await someUnit()
    const actor = login === 'unit' ? { ...office, organizationId: Number(id) } : office
    const since = performance.now()
    await ask(actor)
    return performance.now() - since
  })
