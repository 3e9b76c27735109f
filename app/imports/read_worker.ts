import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { streamXlsxRows } from 'hucre/xlsx'

// A thread of its own with bounded memory: a file made to harm ends this thread, not the product.
const { path, maxRows, batch } = workerData as { path: string; maxRows: number; batch: number }
const port = parentPort!
/** pieces handed over and not taken yet: the next are read while these are judged */
const AHEAD = 3
let open = 0
let resume = () => {}
port.on('message', () => {
  open--
  resume()
})

/** Hands rows over and waits while too many lie there: memory does not grow with the file. */
async function hand(rows: unknown[]) {
  port.postMessage({ rows })
  open++
  while (open >= AHEAD) await new Promise<void>((taken) => (resume = taken))
}

let rows: { number: number; cells: unknown[] }[] = []
let count = 0
let tooMany = false
for await (const row of streamXlsxRows(readFileSync(path), { sheet: 0 })) {
  const cells = row.values.map((value) => (value instanceof Date ? value.toISOString() : value))
  if (cells.every((cell) => cell === null || cell === undefined || cell === '')) continue
  if (count > maxRows) {
    tooMany = true
    break
  }
  count++
  rows.push({ number: row.index + 1, cells })
  if (rows.length === batch) {
    await hand(rows)
    rows = []
  }
}
if (rows.length > 0) await hand(rows)
port.postMessage({ done: true, tooMany })
port.close()
