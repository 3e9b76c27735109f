import { parentPort, workerData } from 'node:worker_threads'
import { PDF } from '@libpdf/core'

const pdf = await PDF.load(workerData as Uint8Array)
parentPort!.postMessage({ pages: pdf.getPageCount() })
