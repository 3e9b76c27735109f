// What the product's processes write: .local/logs/<name>.log, and .1 for what was there before it grew large.
import { existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { LOCAL } from './home.mjs'

const MOST_BYTES = 20 * 1024 * 1024

/** A file to append to; opened anew at each start of a process. */
export function openLog(name, { folder = join(LOCAL, 'logs'), most = MOST_BYTES } = {}) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${name}.log`)
  if (existsSync(file) && statSync(file).size > most) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}
