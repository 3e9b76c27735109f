import db from '@adonisjs/lucid/services/db'
import type { Cells } from '#imports/define_import'
import { openValue, sealValue } from '#tenancy/crypto'

export interface StoredRow {
  number: number
  status: 'good' | 'bad' | 'committed' | 'refused'
  cells: Cells
  values: unknown
  reason: string | null
}

const COLUMN = 'import_rows.sealed'

/** Keeps judged rows; a run that begins anew writes over its own. */
export async function storeRows(importId: number, rows: StoredRow[]) {
  if (rows.length === 0) return
  const values = rows.flatMap(({ number, status, cells, values: meant, reason }) => [
    importId,
    number,
    status,
    sealValue(COLUMN, `${importId}:${number}`, JSON.stringify({ cells, values: meant })),
    reason?.slice(0, 500) ?? null,
  ])
  // written out: for 100,000 rows the builder takes longer than the database
  await db.rawQuery(
    `insert into import_rows (import_id, number, status, sealed, reason)
     values ${rows.map(() => '(?, ?, ?, ?, ?)').join(', ')}
     on duplicate key update status = values(status), sealed = values(sealed), reason = values(reason)`,
    values as never
  )
}

/** Rows of an import after a row number, in their order. */
export async function rowsAfter(
  importId: number,
  after: number,
  limit: number,
  status?: StoredRow['status']
): Promise<StoredRow[]> {
  const query = db
    .from('import_rows')
    .where('import_id', importId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
  if (status) query.where('status', status)
  return (await query).map(openRow(importId))
}

export const openRow =
  (importId: number) =>
  (row: Record<string, any>): StoredRow => {
    const { cells, values } = row.sealed
      ? JSON.parse(openValue(COLUMN, `${importId}:${row.number}`, row.sealed))
      : { cells: {}, values: null }
    return { number: row.number, status: row.status, cells, values, reason: row.reason }
  }
