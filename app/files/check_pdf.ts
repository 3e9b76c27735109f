import { Worker } from 'node:worker_threads'

export const MOST_PAGES = 500
const MILLISECONDS = 15_000

type Told = { pages: number } | { broken: true }

/** What is wrong with a PDF, in words; null when it opens and is of a length that somebody can read. */
export async function pdfFault(bytes: Buffer): Promise<string | null> {
  const told = await countPages(bytes)
  if ('broken' in told) return 'PDF 已损坏或设有打开密码，无法读取，请重新导出后上传。'
  return told.pages > MOST_PAGES
    ? `这个 PDF 有 ${told.pages} 页，最多 ${MOST_PAGES} 页，请只保留与申报有关的页。`
    : null
}

/** Opened in a thread of bounded memory and time: a file made to harm ends that thread, not the product. */
function countPages(bytes: Buffer): Promise<Told> {
  const worker = new Worker(new URL('./pdf_worker.ts', import.meta.url), {
    workerData: new Uint8Array(bytes),
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    execArgv: [],
    env: {},
  })
  return new Promise<Told>((resolve) => {
    const timer = setTimeout(() => resolve({ broken: true }), MILLISECONDS)
    worker.once('message', resolve)
    worker.once('error', () => resolve({ broken: true }))
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve({ broken: true })
    })
  }).finally(() => worker.terminate())
}
