import { createWriteStream } from 'node:fs'
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { mkdtemp, rm } from 'node:fs/promises'
import db from '@adonisjs/lucid/services/db'
import { streamXlsxRows, writeXlsxStream } from 'hucre/xlsx'
import { LOGIN, benchTenant, endBenchTenant } from '#bench/work_list/seed'
import { atLeast, type Ratio } from '#bench/ratio'
import { followedCases } from '#approvals/queries/followed_cases'
import { generalForm, plainColumns, xlsxColumns } from '#approvals/queries/general_form'
import { currentRuleset } from '#batches/queries/rulesets'
import { actorOfAccount } from '#identity/actor_of_account'
import Account from '#identity/models/account'
import checkImport from '#imports/actions/check_import'
import { runInTenant } from '#tenancy/context'
import { storagePath } from '#tenancy/storage'
import { systemContext } from '#web/actor'
import { everyRowBy, xlsxStream } from '#web/excel'
import '#start/imports'

const ROWS = Number(process.env.BENCH_ROWS ?? 100_000)
/** how much memory may grow over that of a tenth of the rows */
const GROWTH_MB = 200

/** A general form out and a register in, with all their reading, judging and sealing, against the bare library. */
export async function run(): Promise<Ratio[]> {
  const tenant = await benchTenant('bench-excel', ROWS)
  const folder = await mkdtemp(join(tmpdir(), 'bench-excel-'))
  try {
    return await runInTenant(tenant, async () => [await exported(folder), await imported(folder)])
  } finally {
    await rm(folder, { recursive: true, force: true })
    await endBenchTenant('bench-excel').catch(() => {})
  }
}

interface Measured {
  rate: number
  peak: number
}

/** Rows a second, and the most memory the process had meanwhile. */
async function measured(rows: number, work: () => Promise<unknown>): Promise<Measured> {
  globalThis.gc?.()
  let peak = 0
  const look = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20)
  const since = performance.now()
  await work()
  clearInterval(look)
  return { rate: (rows * 1000) / (performance.now() - since), peak: peak / 1024 / 1024 }
}

function compared(name: string, tenth: Measured, ours: Measured, theirs: Measured): Ratio {
  const growth = ours.peak - tenth.peak
  console.log(
    `  ${name}: memory ${tenth.peak.toFixed(0)} MB at ${ROWS / 10} rows, ${ours.peak.toFixed(0)} MB at ${ROWS}`
  )
  if (growth > GROWTH_MB) throw new Error(`${name}: memory grew by ${growth.toFixed(0)} MB`)
  return atLeast(0.5, {
    name: `${name} of ${ROWS} rows, against the bare library`,
    unit: 'rows/s',
    ours: ours.rate,
    theirs: theirs.rate,
  })
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
  return compared('export', tenth, ours, theirs)
}

async function imported(folder: string): Promise<Ratio> {
  await db.rawQuery(
    `insert into organizations (code, name, printed_name, kind, tree, attributes, status, created_at)
     select concat('I', seq), concat('受理机构', seq), '', 'unit', '/', '{}', 'active', now(3) from seq_1_to_${ROWS}`
  )
  const file = async (name: string, count: number) => {
    function* rows() {
      yield ['机构名称或代码', '打在证书上的机构名称', '联系人']
      for (let at = 1; at <= count; at++) yield [`I${at}`, `受理机构${at}`, '张示例']
    }
    const path = join(folder, name)
    await pipeline(
      Readable.fromWeb(writeXlsxStream(rows() as never, { name: '数据' }) as never),
      createWriteStream(path)
    )
    return path
  }
  const check = (path: string, count: number) => async () => {
    const key = `imports/bench-${count}.xlsx`
    await mkdir(dirname(storagePath(key)), { recursive: true })
    await copyFile(path, storagePath(key))
    const [id] = await db.table('imports').insert({
      kind: 'receivers',
      options: JSON.stringify({ level: 'intermediate', acquisition: 'recognition' }),
      file_name: 'bench.xlsx',
      file_key: key,
      account_id: 1,
      created_at: '2026-11-01 00:00:00',
    })
    const { good } = await checkImport(systemContext(), id)
    if (good !== count) throw new Error(`${good} of ${count} rows were right`)
  }
  const small = await file('tenth.xlsx', ROWS / 10)
  const large = await file('all.xlsx', ROWS)
  console.log(`  the file has ${((await stat(large)).size / 1024 / 1024).toFixed(1)} MB`)
  const tenth = await measured(ROWS / 10, check(small, ROWS / 10))
  const ours = await measured(ROWS, check(large, ROWS))
  const theirs = await measured(ROWS, async () => {
    let count = 0
    for await (const row of streamXlsxRows(await readFile(large), { sheet: 0 }))
      count += row.values.length
    if (count < ROWS) throw new Error('not read')
  })
  return compared('import with its check', tenth, ours, theirs)
}
