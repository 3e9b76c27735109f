import { open as openZip } from 'yauzl'
import { Worker } from 'node:worker_threads'
import { Refusal } from '#web/refusal'

export const MAX_ROWS = 100_000
/** below 1000, from where on the database treats a list of values as a table */
const BATCH = 990
const LIMITS = { entries: 500, bytes: 300 * 1024 * 1024, ratio: 200, milliseconds: 300_000 }

const refuse = (message: string) => new Refusal('file', message, [{ field: 'file', message }])

/** Sizes told by the zip's directory, before anything is unpacked: a bomb is refused at once. */
export function checkZip(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    openZip(path, { lazyEntries: true }, (error, zip) => {
      if (error || !zip)
        return reject(refuse('这不是 Excel 文件（.xlsx），请用模板填写并另存为 .xlsx 后上传。'))
      let entries = 0
      let bytes = 0
      let hasBook = false
      const end = (refusal?: Refusal) => {
        zip.close()
        if (refusal) reject(refusal)
        else resolve()
      }
      zip.on('entry', (entry) => {
        entries++
        bytes += entry.uncompressedSize
        if (entry.fileName === 'xl/workbook.xml') hasBook = true
        const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
        if (
          entries > LIMITS.entries ||
          bytes > LIMITS.bytes ||
          (ratio > LIMITS.ratio && entry.uncompressedSize > 1024 * 1024)
        )
          return end(refuse('文件展开后过大或结构异常，不能导入，请只保留数据后重新保存。'))
        zip.readEntry()
      })
      zip.on('error', () => end(refuse('文件已损坏，无法读取，请重新保存后上传。')))
      zip.on('end', () =>
        end(hasBook ? undefined : refuse('这不是 Excel 工作簿（.xlsx），请另存为 .xlsx 后上传。'))
      )
      zip.readEntry()
    })
  })
}

export interface SheetRow {
  /** as Excel counts */
  number: number
  cells: unknown[]
}

type Message = { rows: string } | { done: true; tooMany: boolean }

/** Rows of the first sheet, read in a thread with bounded memory and time; the next are read when these were taken. */
export async function* readRows(path: string): AsyncGenerator<SheetRow[]> {
  await checkZip(path)
  const taken = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(new URL('./read_worker.ts', import.meta.url), {
    workerData: { path, maxRows: MAX_ROWS, batch: BATCH, taken },
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    execArgv: [],
    // the thread has no use for secrets
    env: {},
  })
  const waiting: Message[] = []
  let fault: Error | null = null
  let wake = () => {}
  worker.on('message', (message: Message) => {
    waiting.push(message)
    wake()
  })
  worker.on('error', () => {
    fault = refuse('文件无法读取，请用模板填写并另存为 .xlsx 后上传。')
    wake()
  })
  worker.on('exit', () => {
    fault ??= refuse('文件无法读取，请用模板填写并另存为 .xlsx 后上传。')
    wake()
  })
  const timer = setTimeout(() => {
    fault = refuse('读取文件用时过长，请分成几个文件导入。')
    wake()
  }, LIMITS.milliseconds)
  try {
    for (;;) {
      const message = waiting.shift()
      if (!message) {
        if (fault) throw fault
        await new Promise<void>((resolve) => (wake = resolve))
        continue
      }
      if ('done' in message) {
        if (message.tooMany) throw refuse(`一次最多导入 ${MAX_ROWS} 行，请分成几个文件导入。`)
        return
      }
      Atomics.add(taken, 0, 1)
      Atomics.notify(taken, 0)
      yield JSON.parse(message.rows) as SheetRow[]
    }
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
