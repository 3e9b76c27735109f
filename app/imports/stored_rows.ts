import { deflateRawSync, inflateRawSync } from 'node:zlib'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Cells } from '#imports/define_import'
import { openBytes, openValue, sealBytes, sealValue } from '#tenancy/crypto'

export interface GoodRow {
  number: number
  cells: Cells
  values: unknown
}
export interface BadRow {
  number: number
  /** found by the check, or refused when it was to be taken in */
  status: 'bad' | 'refused'
  cells: Cells
  reason: string
}
export interface Block {
  number: number
  rows: GoodRow[]
}

const ROW = 'import_rows.sealed'
const BLOCK = 'import_blocks.sealed'
/** of text in one block: a packet of the database has its bound */
const BLOCK_SIGNS = 1_000_000

/** Keeps judged rows; the good ones together, sealed as one. */
export async function storeRows(importId: number, good: GoodRow[], bad: BadRow[]) {
  await storeGood(importId, good)
  await storeBad(importId, bad)
}

async function storeGood(importId: number, rows: GoodRow[]): Promise<void> {
  if (rows.length === 0) return
  const text = packed(rows)
  if (text.length > BLOCK_SIGNS && rows.length > 1) {
    const half = rows.length >> 1
    await storeGood(importId, rows.slice(0, half))
    return storeGood(importId, rows.slice(half))
  }
  const { number } = rows[0]
  await db.table('import_blocks').insert({
    import_id: importId,
    number,
    count: rows.length,
    status: 'good',
    sealed: sealBytes(BLOCK, `${importId}:${number}`, squeezed(text)),
  })
}

export async function storeBad(
  importId: number,
  rows: BadRow[],
  trx: TransactionClientContract | typeof db = db
) {
  if (rows.length === 0) return
  const values = rows.flatMap(({ number, status, cells, reason }) => [
    importId,
    number,
    status,
    sealValue(ROW, `${importId}:${number}`, JSON.stringify(cells)),
    reason.slice(0, 500),
  ])
  // written out: for 100,000 rows the builder takes longer than the database
  await trx.rawQuery(
    `insert into import_rows (import_id, number, status, sealed, reason)
     values ${rows.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
    values as never
  )
}

export async function forgetRows(importId: number) {
  for (const table of ['import_rows', 'import_blocks'])
    await db.from(table).where('import_id', importId).delete()
}

/** The next good rows not taken in yet. */
export async function nextBlock(importId: number, after: number): Promise<Block | null> {
  const row = await db
    .from('import_blocks')
    .where({ import_id: importId, status: 'good' })
    .where('number', '>', after)
    .orderBy('number')
    .first()
  if (!row) return null
  const text = stretched(openBytes(BLOCK, `${importId}:${row.number}`, row.sealed))
  return { number: row.number, rows: unpacked(text) }
}

// rows of one file are alike: a tenth of the length to seal, to send and to keep
const squeezed = (text: string) => deflateRawSync(text, { level: 1 })
const stretched = (bytes: Buffer) => inflateRawSync(bytes).toString('utf8')

type Values = Record<string, unknown>
interface Packed {
  cells: string[]
  values: string[]
  rows: [number, string[], unknown[]][]
}

/** The rows as text, with the names of their columns once: half as long. */
function packed(rows: GoodRow[]): string {
  const names = (key: 'cells' | 'values') => [
    ...new Set(rows.flatMap((row) => Object.keys(row[key] as Values))),
  ]
  const cells = names('cells')
  const values = names('values')
  return JSON.stringify({
    cells,
    values,
    rows: rows.map((row) => [
      row.number,
      cells.map((name) => row.cells[name]),
      values.map((name) => (row.values as Values)[name]),
    ]),
  } satisfies Packed)
}

function unpacked(text: string): GoodRow[] {
  const { cells, values, rows } = JSON.parse(text) as Packed
  const record = <Value>(names: string[], list: Value[]) => {
    const made: Record<string, Value> = {}
    for (const [index, name] of names.entries()) made[name] = list[index]
    return made
  }
  return rows.map(([number, texts, meant]) => ({
    number,
    cells: record(cells, texts),
    values: record(values, meant),
  }))
}

/** What was taken in is kept where it belongs, not here too. */
export const closeBlock = (
  importId: number,
  number: number,
  taken: number,
  trx: TransactionClientContract
) =>
  trx
    .from('import_blocks')
    .where({ import_id: importId, number })
    .update({ status: 'committed', taken, sealed: null })

export const openBad =
  (importId: number) =>
  (row: Record<string, any>): BadRow => ({
    number: row.number,
    status: row.status,
    cells: JSON.parse(openValue(ROW, `${importId}:${row.number}`, row.sealed)),
    reason: row.reason,
  })

const AT_ONCE = 1000

async function* everyBad(importId: number) {
  for (let after = 0; ;) {
    const rows = await db
      .from('import_rows')
      .where('import_id', importId)
      .where('number', '>', after)
      .orderBy('number')
      .limit(AT_ONCE)
    yield* rows.map(openBad(importId))
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!.number
  }
}

/** Every row that is still here, as the sheet has them: not those taken in. */
export async function* everyRow(importId: number): AsyncGenerator<GoodRow | BadRow> {
  const bad = everyBad(importId)
  let next = await bad.next()
  for (let block = await nextBlock(importId, 0); block;) {
    for (const row of block.rows) {
      while (!next.done && next.value.number < row.number) {
        yield next.value
        next = await bad.next()
      }
      yield row
    }
    block = await nextBlock(importId, block.number)
  }
  for (; !next.done; next = await bad.next()) yield next.value
}
