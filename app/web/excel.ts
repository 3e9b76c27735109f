import { AsyncLocalStorage } from 'node:async_hooks'
import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { writeXlsxStream } from 'hucre/xlsx'

export interface XlsxColumn<Row> {
  title: string
  value: (row: Row, index: number) => string | number | null | undefined
  /** in characters; a fitting one otherwise */
  width?: number
}

export interface XlsxSheet<Row> {
  /** of the file and of its sheet, without ending */
  name: string
  columns: XlsxColumn<Row>[]
  rows: Iterable<Row> | AsyncIterable<Row>
}

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** what one cell may hold; Excel calls a file with more damaged */
const CELL_LIMIT = 32_767

/** A list as an Excel file, sent while its rows are read: memory does not grow with the list. */
export function xlsxReply<Row>({ response }: HttpContext, sheet: XlsxSheet<Row>) {
  response.header('content-type', MIME)
  response.header('cache-control', 'private, no-store')
  response.header('x-content-type-options', 'nosniff')
  response.header(
    'content-disposition',
    `attachment; filename*=UTF-8''${encodeURIComponent(`${sheet.name}.xlsx`)}`
  )
  return response.stream(xlsxStream(sheet))
}

/** The same for a job that stores the file. */
export function xlsxStream<Row>({ name, columns, rows }: XlsxSheet<Row>): Readable {
  const stream = writeXlsxStream(inThisTenant(cellsOf(columns, rows)), {
    name: name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31),
    // text columns stay text when somebody edits a cell: no formula, no rounded ID number
    columns: columns.map(({ title, width }) => ({
      header: title,
      width: width ?? Math.max(10, title.length * 2 + 4),
      numFmt: '@',
    })),
    freezePane: { rows: 1 },
  })
  return Readable.fromWeb(stream as never)
}

async function* cellsOf<Row>(columns: XlsxColumn<Row>[], rows: XlsxSheet<Row>['rows']) {
  let index = 0
  for await (const row of rows) {
    yield columns.map(({ value }) => cell(value(row, index)))
    index++
  }
}

// control characters do not belong into a sheet
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/

/** Only plain text and numbers become cells: an object could be a formula or a link. */
const cell = (value: unknown) =>
  typeof value === 'number'
    ? value
    : typeof value === 'string'
      ? (CONTROLS.test(value) ? value.replaceAll(new RegExp(CONTROLS, 'g'), '') : value).slice(
          0,
          CELL_LIMIT
        )
      : null

/** The answer is sent after the request's own work: its rows are still read in the request's tenant. */
function inThisTenant<Row>(rows: AsyncGenerator<Row>): AsyncIterable<Row> {
  const here = AsyncLocalStorage.snapshot()
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => here(() => rows.next()),
      return: () => here(() => rows.return(undefined)),
    }),
  }
}

const CHUNK = 1000

/** All rows of a list in pages of its own order, for an export; the order needs a unique tie-break. */
export async function* everyRow<Row>(query: DatabaseQueryBuilderContract<Row>) {
  for (let page = 1; ; page++) {
    const rows = await query.clone().forPage(page, CHUNK)
    yield* rows
    if (rows.length < CHUNK) return
  }
}

/**
 * As `everyRow`, for lists in the order of an id: each piece begins behind the last, so that the thousandth costs what
 * the first does.
 */
export async function* everyRowBy<Row extends { id: number }>(
  query: DatabaseQueryBuilderContract<Row>,
  key: string,
  direction: 'asc' | 'desc' = 'asc'
): AsyncGenerator<Row> {
  const after = async (last: number | null): Promise<Row[]> => {
    const piece = query.clone().clearOrder().orderBy(key, direction).limit(CHUNK)
    if (last !== null) piece.where(key, direction === 'asc' ? '>' : '<', last)
    return piece
  }
  let rows = await after(null)
  while (rows.length === CHUNK) {
    // the next are read while these are written
    const next = after(rows.at(-1)!.id)
    next.catch(() => {})
    yield* rows
    rows = await next
  }
  yield* rows
}
