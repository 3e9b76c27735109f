import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { streamXlsxRows } from 'hucre/xlsx'

// A thread of its own with bounded memory: a file made to harm ends this thread, not the product.
const { path, maxRows, batch, taken } = workerData as {
  path: string
  maxRows: number
  batch: number
  /** how many pieces were taken */
  taken: Int32Array
}
const port = parentPort!
/** pieces handed over and not taken yet: the next are read while these are judged */
const AHEAD = 4
let handed = 0

/**
 * Hands rows over and waits while too many lie there. The thread itself sleeps, for the library reads on by itself
 * while it is only not asked: so memory does not grow with the file.
 */
function hand(rows: unknown[]) {
  // as text: taken over in half the time of the objects
  port.postMessage({ rows: JSON.stringify(rows) })
  handed++
  for (let done; handed - (done = Atomics.load(taken, 0)) >= AHEAD;) Atomics.wait(taken, 0, done)
}

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : value)

let rows: { number: number; cells: unknown[] }[] = []
let count = 0
let tooMany = false
for await (const { index, values } of streamXlsxRows(readFileSync(path), { sheet: 0 })) {
  if (values.every((cell) => cell === null || cell === undefined || cell === '')) continue
  if (count > maxRows) {
    tooMany = true
    break
  }
  count++
  rows.push({ number: index + 1, cells: values.map(plain) })
  if (rows.length === batch) {
    hand(rows)
    rows = []
  }
}
if (rows.length > 0) hand(rows)
port.postMessage({ done: true, tooMany })
port.close()
