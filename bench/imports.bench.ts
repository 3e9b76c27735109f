import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import db from '@adonisjs/lucid/services/db'
import { streamXlsxRows, writeXlsxStream } from 'hucre/xlsx'
import { flat, measured, type Measured } from '#bench/flat'
import type { Ratio } from '#bench/ratio'
import { currentRuleset } from '#batches/queries/rulesets'
import { benchTenant, endBenchTenant } from '#bench/work_list/seed'
import checkImport from '#imports/actions/check_import'
import { commitImport } from '#imports/actions/commit_import'
import { runInTenant } from '#tenancy/context'
import { storage } from '#tenancy/storage'
import { systemContext } from '#web/actor'
import '#start/imports'

const ROWS = Number(process.env.BENCH_ROWS ?? 100_000)
const ROUNDS = 3
const AT_ONCE = 990
/** each round fills the register of another one: what was deleted would be cleared away meanwhile */
const LEVELS = ['junior_assistant', 'intermediate', 'senior_associate', 'senior_full']
const HEADER = [
  '机构名称或代码',
  '打在证书上的机构名称',
  '联系人',
  '联系电话',
  '受理地址',
  '申报须知',
]

/**
 * A register in: the check with its judging and sealing against bare reading, and check and commit with its log together
 * against the same file read by the bare library and put into the same table by the bare driver.
 */
export async function run(): Promise<Ratio[]> {
  const tenant = await benchTenant('bench-imports', 20)
  const folder = await mkdtemp(join(tmpdir(), 'bench-imports-'))
  try {
    return await runInTenant(tenant, () => imported(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
    await endBenchTenant('bench-imports').catch(() => {})
  }
}

async function imported(folder: string): Promise<Ratio[]> {
  await db.rawQuery(
    `insert into organizations (code, name, printed_name, kind, tree, attributes, status, created_at)
     select concat('I', seq), concat('受理机构', seq), '', 'unit', '/', '{}', 'active', now(3) from seq_1_to_${ROWS}`
  )
  await db.rawQuery('analyze table organizations')
  const small = await fileOf(folder, ROWS / 10)
  const large = await fileOf(folder, ROWS)
  console.log(`  the file has ${((await stat(large)).size / 1024 / 1024).toFixed(1)} MB`)
  const ours = []
  const theirs = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await once(large, ROWS, LEVELS[round]))
    theirs.push(await bareOnce(large, `bare_${round}`))
  }
  // last, when the process is as warm as in the others
  const tenth = await once(small, ROWS / 10, LEVELS[ROUNDS])
  return [
    flat(
      'check of an import',
      ROWS,
      tenth.check,
      middle(ours, ({ check }) => check),
      middle(theirs, ({ reading }) => reading)
    ),
    flat(
      'import in all',
      ROWS,
      tenth.commit,
      together(
        middle(ours, ({ check }) => check),
        middle(ours, ({ commit }) => commit)
      ),
      together(
        middle(theirs, ({ reading }) => reading),
        middle(theirs, ({ writing }) => writing)
      )
    ),
  ]
}

const middle = <Item>(items: Item[], of: (item: Item) => Measured) =>
  of(items.sort((a, b) => of(a).rate - of(b).rate)[items.length >> 1])

/** One after the other. */
const together = (first: Measured, second: Measured): Measured => ({
  rate: 1 / (1 / first.rate + 1 / second.rate),
  peak: Math.max(first.peak, second.peak),
})

async function fileOf(folder: string, count: number): Promise<string> {
  function* rows() {
    yield HEADER
    for (let at = 1; at <= count; at++)
      yield [
        ...[`I${at}`, `受理机构${at}`, '张示例', '0311-80000000'],
        ...[`示例路 ${at} 号`, '请携带身份证原件。'],
      ]
  }
  const path = join(folder, `${count}.xlsx`)
  await pipeline(
    Readable.fromWeb(writeXlsxStream(rows() as never, { name: '数据' }) as never),
    createWriteStream(path)
  )
  return path
}

/** One file checked and taken in, where nothing of it is there. */
async function once(path: string, count: number, level: string) {
  const key = `imports/bench-${count}.xlsx`
  await storage().put(key, await readFile(path))
  const [id] = await db.table('imports').insert({
    kind: 'receivers',
    options: JSON.stringify({ level, acquisition: await acquisition() }),
    file_name: 'bench.xlsx',
    file_key: key,
    account_id: 1,
    created_at: '2026-11-01 00:00:00',
  })
  const check = await measured(count, async () => {
    const { good } = await checkImport(systemContext(), id)
    if (good !== count) throw new Error(`${good} of ${count} rows were right`)
  })
  const commit = await measured(count, async () => {
    const { committed } = await commitImport(systemContext(), id)
    if (committed !== count) throw new Error(`${committed} of ${count} rows were taken in`)
  })
  return { check, commit }
}

const acquisition = async () => (await currentRuleset()).ruleset.application.acquisitions[0].value

/** The bare library reads the file; then the bare driver puts the same rows into the same table, many at a time. */
async function bareOnce(path: string, level: string) {
  const reading = await measured(ROWS, async () => {
    let count = 0
    for await (const row of streamXlsxRows(await readFile(path), { sheet: 0 }))
      count += row.values.length
    if (count < ROWS) throw new Error('not read')
  })
  const way = await acquisition()
  const [[{ first }]] = await db.rawQuery(
    "select min(id) as first from organizations where code like 'I%'"
  )
  const writing = await measured(ROWS, async () => {
    for (let at = 0; at < ROWS; at += AT_ONCE)
      await db.transaction((trx) =>
        trx.rawQuery(
          `insert into receiving_bodies (organization_id, level, acquisition, printed_name, notice, contact, phone, address, status, created_at)
           values ?`,
          [
            Array.from({ length: Math.min(AT_ONCE, ROWS - at) }, (_, index) => [
              ...[first + at + index, level, way, `受理机构${at + index}`],
              ...['请携带身份证原件。', '张示例', '0311-80000000', `示例路 ${at + index} 号`],
              ...['active', '2026-11-01 00:00:00'],
            ]),
          ] as never
        )
      )
  })
  return { reading, writing }
}
