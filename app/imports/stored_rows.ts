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
  await db
    .insertQuery()
    .table('import_rows')
    .knexQuery.insert(
      rows.map(({ number, status, cells, values, reason }) => ({
        import_id: importId,
        number,
        status,
        sealed: sealValue(COLUMN, `${importId}:${number}`, JSON.stringify({ cells, values })),
        reason: reason?.slice(0, 500) ?? null,
      }))
    )
    .onConflict(['import_id', 'number'])
    .merge()
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
