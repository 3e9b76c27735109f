import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeXlsxStream } from 'hucre/xlsx'
import { LOGIN, benchTenant, endBenchTenant } from '#bench/work_list/seed'
import { flat, measured } from '#bench/flat'
import type { Ratio } from '#bench/ratio'
import { followedCases } from '#approvals/queries/followed_cases'
import { generalForm, plainColumns, xlsxColumns } from '#approvals/queries/general_form'
import { currentRuleset } from '#batches/queries/rulesets'
import { actorOfAccount } from '#identity/actor_of_account'
import Account from '#identity/models/account'
import { runInTenant } from '#tenancy/context'
import { everyRowBy, xlsxStream } from '#web/excel'

const ROWS = Number(process.env.BENCH_ROWS ?? 100_000)

/** A general form out, with all its reading and opening, against the bare library. */
export async function run(): Promise<Ratio[]> {
  const tenant = await benchTenant('bench-excel', ROWS)
  const folder = await mkdtemp(join(tmpdir(), 'bench-excel-'))
  try {
    return await runInTenant(tenant, async () => [await exported(folder)])
  } finally {
    await rm(folder, { recursive: true, force: true })
    await endBenchTenant('bench-excel').catch(() => {})
  }
}

async function exported(folder: string): Promise<Ratio> {
  const { ruleset } = await currentRuleset()
  const actor = await actorOfAccount(await Account.findByOrFail('login', LOGIN))
  const columns = xlsxColumns(plainColumns(), ruleset)
  const of = async (most: number) => {
    const { query } = await followedCases(actor, { of: 'below', filters: {} }, [])
    const rows = everyRowBy<{ id: number }>(query.select('a.id') as never, 'a.id')
    async function* ids() {
      let count = 0
      for await (const { id } of rows) if (count++ < most) yield id
    }
    return xlsxStream({ name: '通用表', columns, rows: generalForm(ids(), plainColumns()) })
  }
  const write = (most: number) => async () =>
    pipeline(await of(most), createWriteStream(join(folder, 'ours.xlsx')))
  const tenth = await measured(ROWS / 10, write(ROWS / 10))
  const ours = await measured(ROWS, write(ROWS))
  // the same cells, known beforehand
  const cells = [
    '1',
    'T000000000001',
    '王伟芳',
    '130100********0000',
    '单位000001',
    '教学类',
    '系列',
  ]
  const row = [...cells, '专业', '职称', '副高级', '正常申报', '评审', '示例评委会']
  const theirs = await measured(ROWS, () =>
    pipeline(
      Readable.fromWeb(writeXlsxStream(Array(ROWS).fill(row), { name: '通用表' }) as never),
      createWriteStream(join(folder, 'theirs.xlsx'))
    )
  )
  return flat('export', ROWS, tenth, ours, theirs)
}
